import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { Deps } from '../deps.ts'

const SESSION_DAYS = 14
const DAY = 86_400_000

/** A signed-in browser: `secret` goes into its cookie, and only its hash is stored. */
export interface SignedIn {
  readonly agent: Agent
  readonly secret: string
  readonly expiresAt: number
}

/** Throws `sign_in_failed` in the same time and words for an unknown login, a wrong password and a disabled agent. */
export async function signIn(deps: Deps, input: { login: string; password: string }): Promise<SignedIn> {
  const credentials = await deps.storage.agents.findCredentials(input.login)
  const hash = credentials?.passwordHash ?? (await decoy(deps))
  const right = await deps.passwords.verify(input.password, hash)
  if (!credentials || !right || !credentials.agent.active) throw new AppError('sign_in_failed')

  return openSession(deps, credentials.agent)
}

let decoyHash: Promise<string> | undefined

/** Verified against when the login is unknown, so that the time taken does not tell. */
function decoy(deps: Deps): Promise<string> {
  decoyHash ??= deps.passwords.hash(deps.secrets.issue().secret)
  return decoyHash
}

export async function openSession(deps: Deps, agent: Agent): Promise<SignedIn> {
  const { secret, hash } = deps.secrets.issue()
  const expiresAt = deps.clock.now() + SESSION_DAYS * DAY
  await deps.storage.access.createSession(hash, agent.id, expiresAt)
  return { agent, secret, expiresAt }
}

/** The agent behind a session secret; undefined when it has expired, was ended, or the agent was disabled. */
export async function findSignedIn(deps: Deps, secret: string): Promise<Agent | undefined> {
  return deps.storage.access.findSession(deps.secrets.hash(secret), deps.clock.now())
}

/** Ends one session, and the live connections that rest on it. */
export async function signOut(deps: Deps, agent: Agent, secret: string): Promise<void> {
  const session = deps.secrets.hash(secret)
  await deps.storage.access.endSession(session)
  deps.publisher.publish({ type: 'agent.signed-out', agentId: agent.id, session })
}
