import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { addressKey } from '../../domain/sign-in.ts'
import type { Deps } from '../deps.ts'
import { type Counted, countAttempt, forgetAttempts, forgiveAttempt } from './attempts.ts'
import { proveSecondFactor } from './second-factor.ts'
import { openSession, type SignedIn } from './sessions.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
  /** Six digits, or a recovery code; asked for (`second_factor_needed`) where the agent has a second step. */
  readonly code?: string | undefined
}

/** Where a sign-in comes from. */
export interface Origin {
  readonly address: string
  /** What this browser was given when it signed in before. */
  readonly device?: string | undefined
}

/**
 * Throws `sign_in_failed` in the same time and words for an unknown login, a wrong password and a disabled agent, whose tries
 * are counted alike; `too_many` while one has to wait; `second_factor_needed` and `second_factor_wrong` to whoever has the
 * right password.
 */
export async function signIn(
  deps: Deps,
  { login, password, code }: Credentials,
  origin: Origin,
): Promise<SignedIn & { readonly device: string }> {
  const credentials = await deps.storage.agents.findCredentials(login)
  const device = origin.device === undefined ? undefined : await deps.tokens.verifyDevice(origin.device)
  const known = credentials !== undefined && device?.agentId === credentials.agent.id
  const counted = known ? [{ kind: 'device', key: device.id } as const] : strangersKeys(deps, login, origin)
  await countAttempt(deps, counted)

  const hash = credentials?.passwordHash ?? (await decoy(deps))
  const right = await deps.passwords.verify(password, hash)
  if (!credentials || !right || !credentials.agent.active) throw new AppError('sign_in_failed')

  const { agent } = credentials
  await takeSecondStep(deps, agent, { code, counted })
  await forgetAttempts(deps, counted.filter(isOwn))
  await forgiveAttempt(
    deps,
    counted.filter((one) => !isOwn(one)),
  )
  return { ...(await openSession(deps, agent)), device: await deps.tokens.signDevice(agent.id, deps.ids.next()) }
}

/** The account is named by its hash: what somebody types there by mistake may be their password. */
function strangersKeys({ secrets }: Deps, login: string, { address }: Origin): readonly Counted[] {
  const from = addressKey(address)
  const account = secrets.hash(login)
  return [
    { kind: 'address', key: from },
    { kind: 'account', key: account },
    { kind: 'pair', key: `${account}:${from}` },
  ]
}

function isOwn({ kind }: Counted): boolean {
  return kind === 'device' || kind === 'pair'
}

async function takeSecondStep(
  deps: Deps,
  agent: Agent,
  { code, counted }: { code: string | undefined; counted: readonly Counted[] },
): Promise<void> {
  const factor = await deps.storage.secondFactors.find(agent.id)
  if (factor?.since === undefined) return

  if (code === undefined) {
    // Half of a good sign-in is no guess.
    await forgiveAttempt(deps, counted)
    throw new AppError('second_factor_needed')
  }
  await proveSecondFactor(deps, agent, code)
}

let decoyHash: Promise<string> | undefined

/** Verified against when the login is unknown, so that the time taken does not tell. */
function decoy(deps: Deps): Promise<string> {
  decoyHash ??= deps.passwords.hash(deps.secrets.issue().secret)
  return decoyHash
}
