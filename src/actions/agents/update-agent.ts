import { type Agent, type Presence, type Role, requireRole } from '../../domain/agent.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { scheduleGiveBack } from '../handoff/give-back-vanished.ts'
import { announceAgents } from './invite.ts'

/** The owner changes a role, or shuts an agent out: then all their browsers are signed out at once. */
export async function updateAgent(
  deps: Deps,
  owner: Agent,
  input: { id: AgentId; role?: Role; active?: boolean },
): Promise<Agent> {
  requireRole(owner, 'owner')
  const { id, ...patch } = input
  const agent = await deps.storage.agents.update(id, patch)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: owner.id,
    action: 'agent.changed',
    target: id,
    detail: patch,
  })
  if (input.active === false) {
    await deps.storage.access.endSessionsOf(id)
    deps.publisher.publish({ type: 'agent.signed-out', agentId: id })
    await scheduleGiveBack(deps, id)
  }
  await announceAgents(deps)
  return agent
}

export async function setPresence(deps: Deps, agent: Agent, presence: Presence): Promise<void> {
  await deps.storage.agents.update(agent.id, { presence })
  await announceAgents(deps)
}
