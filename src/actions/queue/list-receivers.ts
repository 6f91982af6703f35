import type { Agent } from '../../domain/agent.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { Receiver } from '../../domain/queue/decide-offers.ts'
import type { Deps } from '../deps.ts'

/** How many conversations this agent may hold at once. */
export function limitOf(deps: Deps, agent: Agent): number {
  return agent.limit ?? deps.live.current().knowledge.desk.limit
}

/** The agents on duty, each with how many more they may be given. */
export async function listReceivers(deps: Deps): Promise<readonly Receiver[]> {
  const [held, offers, assignedAt] = await Promise.all([
    deps.storage.conversations.countAssigned(),
    deps.storage.routing.listOffers(),
    deps.storage.routing.listLastAssigned(),
  ])
  const offered = (id: AgentId) => offers.filter(({ agentId }) => agentId === id).length

  return deps.roster.onDuty().flatMap((id) => {
    const agent = deps.roster.find(id)
    if (!agent) return []
    const busy = (held.get(id) ?? 0) + offered(id)
    return [
      {
        agentId: id,
        groups: agent.groups,
        held: busy,
        free: Math.max(0, limitOf(deps, agent) - busy),
        lastAssignedAt: assignedAt.get(id) ?? 0,
      },
    ]
  })
}
