import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import { IDLE_MILLISECONDS, SESSION_MILLISECONDS } from '../../domain/sign-in.ts'
import type { Deps } from '../deps.ts'

/** A session is written to at most so often, however much it is used. */
const NOTED_EVERY = 5 * 60_000

/** A signed-in browser: `secret` goes into its cookie, and only its hash is stored. */
export interface SignedIn {
  readonly agent: Agent
  readonly secret: string
  readonly expiresAt: number
}

/** Always a new secret: one that somebody else has seen before the sign-in opens nothing. */
export async function openSession(deps: Deps, agent: Agent): Promise<SignedIn> {
  const { secret, hash } = deps.secrets.issue()
  const at = deps.clock.now()
  const expiresAt = at + SESSION_MILLISECONDS
  await deps.storage.access.createSession(hash, agent.id, { at, expiresAt })
  return { agent, secret, expiresAt }
}

/** The agent behind a session secret; undefined when it has expired, lay unused, was ended, or the agent was disabled. */
export async function findSignedIn(deps: Deps, secret: string): Promise<Agent | undefined> {
  const hash = deps.secrets.hash(secret)
  const now = deps.clock.now()
  const found = await deps.storage.access.findSession(hash, now, now - IDLE_MILLISECONDS)
  if (found) await noteUse(deps, hash, found.usedAt)
  return found?.agent
}

/** The session is in use; returns when that was noted last. */
export async function noteUse(deps: Deps, session: string, notedAt: number): Promise<number> {
  const now = deps.clock.now()
  if (now - notedAt < NOTED_EVERY) return notedAt
  await deps.storage.access.touchSession(session, now)
  return now
}

/** Ends one session, and the live connections that rest on it. */
export async function signOut(deps: Deps, agent: Agent, secret: string): Promise<void> {
  const session = deps.secrets.hash(secret)
  await deps.storage.access.endSession(session)
  deps.publisher.publish({ type: 'agent.signed-out', agentId: agent.id, session })
}

/** Whoever signs in in a browser leaves behind what was signed in there. */
export async function endSessionBefore(deps: Deps, secret: string | undefined): Promise<void> {
  const before = secret === undefined ? undefined : await findSignedIn(deps, secret)
  if (before && secret !== undefined) await signOut(deps, before, secret)
}

/** Ends every session of an agent with their live connections: their own, or an owner for anybody. Throws `agent_not_found`. */
export async function signOutEverywhere(deps: Deps, by: Agent, id: AgentId): Promise<void> {
  if (by.id !== id) requireRole(by, 'owner')
  if (!deps.roster.find(id)) throw new AppError('agent_not_found')

  await endSessionsOf(deps, id)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: by.id,
    action: 'agent.signed-out',
    target: id,
    detail: {},
  })
}

export async function endSessionsOf(deps: Deps, id: AgentId): Promise<void> {
  await deps.storage.access.endSessionsOf(id)
  deps.publisher.publish({ type: 'agent.signed-out', agentId: id })
}

/** What has expired or lain unused goes, and the live connections that rest on it. */
export async function endStaleSessions(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  for (const { hash, agentId } of await deps.storage.access.endStale(now, now - IDLE_MILLISECONDS)) {
    deps.publisher.publish({ type: 'agent.signed-out', agentId, session: hash })
  }
}
