import { type Agent, type Presence, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { AgentPatch } from '../../ports/storage.ts'
import type { Deps } from '../deps.ts'
import { scheduleGiveBack } from '../handoff/give-back-vanished.ts'
import { announceAgents } from './invite.ts'
import { endSessionsOf } from './sessions.ts'

/**
 * A supervisor changes an agent's groups or limit; an owner also the role, or shuts them out: then all their browsers are
 * signed out at once. Throws `group_not_found`.
 */
export async function updateAgent(deps: Deps, by: Agent, input: { id: AgentId } & AgentPatch): Promise<Agent> {
  const { id, ...patch } = input
  const isOwners = patch.role !== undefined || patch.active !== undefined
  requireRole(by, isOwners ? 'owner' : 'supervisor')
  const { groups } = deps.live.current().knowledge.desk
  if (patch.groups?.some((one) => !groups.some((group) => group.id === one))) throw new AppError('group_not_found')
  const agent = await deps.storage.agents.update(id, patch)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: by.id,
    action: 'agent.changed',
    target: id,
    detail: { ...patch },
  })
  if (input.active === false) {
    await endSessionsOf(deps, id)
    await scheduleGiveBack(deps, id)
  }
  await announceAgents(deps)
  return agent
}

/** What the agent has chosen, in every tab and on every device. Whoever signs off gives back what they hold, after the usual time. */
export async function setPresence(deps: Deps, agent: Agent, presence: Presence): Promise<void> {
  await deps.storage.agents.update(agent.id, { presence })
  if (presence === 'offline') await scheduleGiveBack(deps, agent.id)
  if (presence === 'online') await deps.storage.routing.forgiveMisses(agent.id)
  await announceAgents(deps)
}
