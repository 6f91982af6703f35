import type { Invite } from '../../domain/agent.ts'
import { type Agent, type Role, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { requireStrongPassword } from '../../domain/password.ts'
import type { Deps } from '../deps.ts'
import { openSession, type SignedIn } from './sessions.ts'

const DAY = 86_400_000

/** The secret of a link that works once. Without an inviter it is the owner's own first link. */
export async function createInvite(
  deps: Deps,
  inviter: Agent | undefined,
  role: Role,
): Promise<{ secret: string; expiresAt: number }> {
  if (inviter) requireRole(inviter, 'owner')

  const { secret, hash } = deps.secrets.issue()
  const expiresAt = deps.clock.now() + DAY
  await deps.storage.access.createInvite(hash, { role, expiresAt, ...(inviter && { createdBy: inviter.id }) })
  await audit(deps, inviter?.id ?? 'system', 'invite.created', role)
  return { secret, expiresAt }
}

/** Throws `invite_invalid` for a link that was used or has expired. */
export async function getInvite(deps: Deps, secret: string): Promise<Invite> {
  const invite = await deps.storage.access.findInvite(deps.secrets.hash(secret), deps.clock.now())
  if (!invite) throw new AppError('invite_invalid')
  return invite
}

/** Makes an agent of whoever holds the link, and signs them in. Throws `invite_invalid`, `password_weak`, `login_taken`. */
export async function acceptInvite(
  deps: Deps,
  input: { secret: string; login: string; name: string; password: string },
): Promise<SignedIn> {
  const invite = await getInvite(deps, input.secret)
  requireStrongPassword(input.password, input.login)
  const passwordHash = await deps.passwords.hash(input.password)
  const agent: Agent = {
    id: deps.ids.next(),
    login: input.login,
    name: input.name,
    role: invite.role,
    active: true,
    presence: 'online',
    createdAt: deps.clock.now(),
    groups: [],
  }
  await deps.storage.transaction(async (stores) => {
    await stores.agents.create(agent, passwordHash)
    const first = await stores.access.useInvite(deps.secrets.hash(input.secret), deps.clock.now())
    if (!first) throw new AppError('invite_invalid')
  })
  await audit(deps, agent.id, 'invite.accepted', agent.role)
  await announceAgents(deps)
  return openSession(deps, agent)
}

/** Reads the roster anew and tells everyone. */
export async function announceAgents(deps: Deps): Promise<void> {
  await deps.roster.refresh()
  deps.publisher.publish({ type: 'agents.changed' })
}

async function audit(deps: Deps, actor: string, action: string, role: Role): Promise<void> {
  await deps.storage.audit.add({ at: deps.clock.now(), actor, action, target: role, detail: {} })
}
