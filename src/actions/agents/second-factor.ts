import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import { textIn } from '../../domain/localized-text.ts'
import { demandsSecondStep } from '../../domain/second-step.ts'
import type { Deps } from '../deps.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { provePassword } from './change-password.ts'

export interface SecondFactorState {
  /** Since when it is asked for; absent where it is not. */
  readonly since?: number
  readonly recoveryCodesLeft: number
}

export async function readSecondFactor(deps: Deps, agent: Agent): Promise<SecondFactorState> {
  const factor = await deps.storage.secondFactors.find(agent.id)
  if (factor?.since === undefined) return { recoveryCodesLeft: 0 }
  return { since: factor.since, recoveryCodesLeft: await deps.storage.secondFactors.countRecoveryCodes(agent.id) }
}

/** Whether the shop demands a second step of this agent, and they have none. */
export async function owesSecondStep(deps: Deps, agent: Agent): Promise<boolean> {
  if (!demandsSecondStep(deps.live.current().knowledge.security, agent)) return false
  const factor = await deps.storage.secondFactors.find(agent.id)
  return factor?.since === undefined
}

/** Throws `second_factor_demanded` for whoever owes it: they may set it up, and nothing else. */
export async function requireSecondStep(deps: Deps, agent: Agent): Promise<void> {
  if (await owesSecondStep(deps, agent)) throw new AppError('second_factor_demanded')
}

/** A secret for the agent's authenticator; nothing is asked for yet. Throws `password_wrong`, `second_factor_set`. */
export async function proposeSecondFactor(
  deps: Deps,
  agent: Agent,
  { password }: { password: string },
): Promise<{ secret: string; uri: string }> {
  await provePassword(deps, agent, password)
  const secret = deps.oneTimePasswords.newSecret()
  const kept = await deps.storage.secondFactors.propose(agent.id, deps.vault.seal(secret))
  if (!kept) throw new AppError('second_factor_set')

  const { shop } = deps.live.current().knowledge
  const issuer = textIn(shop.name, shop.language, shop.language)
  return { secret, uri: deps.oneTimePasswords.toUri(secret, { issuer, account: agent.login }) }
}

/** The first code from the authenticator puts it in force. The recovery codes are told once, here. */
export async function confirmSecondFactor(
  deps: Deps,
  agent: Agent,
  { code }: { code: string },
): Promise<{ recoveryCodes: readonly string[] }> {
  const attempt = { kind: 'code', key: agent.id } as const
  await countAttempt(deps, [attempt])
  const factor = await deps.storage.secondFactors.find(agent.id)
  if (factor?.since !== undefined) throw new AppError('second_factor_set')

  const at = deps.clock.now()
  const step = stepOf(deps, factor?.sealed, code)
  if (step === undefined) throw new AppError('second_factor_wrong')

  const recoveryCodes = deps.oneTimePasswords.newRecoveryCodes()
  const recoveryHashes = recoveryCodes.map((one) => hashOf(deps, one))
  const first = await deps.storage.secondFactors.confirm(agent.id, { step, at, recoveryHashes })
  if (!first) throw new AppError('second_factor_set')

  await forgetAttempts(deps, [attempt])
  await note(deps, agent, 'second-factor.set', agent.id)
  return { recoveryCodes }
}

/** The agent does without it from now on: with the password and a code, so that a borrowed browser cannot. */
export async function endSecondFactor(
  deps: Deps,
  agent: Agent,
  { password, code }: { password: string; code: string },
): Promise<void> {
  await provePassword(deps, agent, password)
  await proveSecondFactor(deps, agent, code)
  await removeFactor(deps, agent, agent.id)
}

/** An owner lets somebody in again who has lost both phone and codes. Nobody does it for themselves. */
export async function resetSecondFactor(deps: Deps, owner: Agent, id: AgentId): Promise<void> {
  requireRole(owner, 'owner')
  if (owner.id === id) throw new AppError('forbidden')
  if (!deps.roster.find(id)) throw new AppError('agent_not_found')

  await removeFactor(deps, owner, id)
}

async function removeFactor(deps: Deps, by: Agent, id: AgentId): Promise<void> {
  await deps.storage.secondFactors.remove(id)
  await note(deps, by, 'second-factor.ended', id)
  // Where it is demanded, whoever sits at the desk without it must leave it.
  deps.publisher.publish({ type: 'agents.changed' })
}

/** Throws `second_factor_wrong` for any but a code of now that was not used before, or a recovery code; `too_many`. */
export async function proveSecondFactor(deps: Deps, agent: Agent, code: string): Promise<void> {
  const attempt = { kind: 'code', key: agent.id } as const
  await countAttempt(deps, [attempt])
  const factor = await deps.storage.secondFactors.find(agent.id)
  if (factor?.since === undefined || !(await isGood(deps, agent.id, { sealed: factor.sealed, code }))) {
    throw new AppError('second_factor_wrong')
  }
  await forgetAttempts(deps, [attempt])
}

async function isGood(deps: Deps, id: AgentId, { sealed, code }: { sealed: string; code: string }): Promise<boolean> {
  const step = stepOf(deps, sealed, code)
  if (step !== undefined) return deps.storage.secondFactors.takeStep(id, step)
  if (!(await deps.storage.secondFactors.takeRecoveryCode(id, hashOf(deps, code)))) return false

  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: id,
    action: 'recovery-code.used',
    target: id,
    detail: {},
  })
  return true
}

function stepOf({ vault, oneTimePasswords, clock }: Deps, sealed: string | undefined, code: string) {
  const secret = sealed === undefined ? undefined : vault.open(sealed)
  return secret === undefined ? undefined : oneTimePasswords.stepOf(secret, code, clock.now())
}

function hashOf({ secrets }: Deps, code: string): string {
  return secrets.hash(code.toLowerCase().replace(/[^a-z2-7]/g, ''))
}

async function note(deps: Deps, actor: Agent, action: string, target: AgentId): Promise<void> {
  await deps.storage.audit.add({ at: deps.clock.now(), actor: actor.id, action, target, detail: {} })
}
