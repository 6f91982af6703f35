import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { requireStrongPassword } from '../../domain/password.ts'
import type { Deps } from '../deps.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { endSessionsOf, openSession, type SignedIn } from './sessions.ts'

/** Whoever had the old one is out: every session ends, and this browser gets a new one. Throws `password_wrong`, `password_weak`. */
export async function changePassword(
  deps: Deps,
  agent: Agent,
  { current, next }: { current: string; next: string },
): Promise<SignedIn> {
  requireStrongPassword(next, agent.login)
  await provePassword(deps, agent, current)
  await deps.storage.agents.setPassword(agent.id, await deps.passwords.hash(next))
  await endSessionsOf(deps, agent.id)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action: 'password.changed',
    target: agent.id,
    detail: {},
  })
  return openSession(deps, agent)
}

/** A signed-in browser may be somebody else's for a moment. Throws `password_wrong`, `too_many`. */
export async function provePassword(deps: Deps, agent: Agent, password: string): Promise<void> {
  const attempt = { kind: 'device', key: `of:${agent.id}` } as const
  await countAttempt(deps, [attempt])
  const credentials = await deps.storage.agents.findCredentials(agent.login)
  if (!credentials || !(await deps.passwords.verify(password, credentials.passwordHash))) {
    throw new AppError('password_wrong')
  }
  await forgetAttempts(deps, [attempt])
}
