import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { limitOf } from '../queue/list-receivers.ts'

/** An agent, whether a browser of theirs is connected (or was, moments ago), how many conversations they hold and may hold. */
export interface StaffMember {
  readonly agent: Agent
  readonly connected: boolean
  readonly assigned: number
  readonly limit: number
}

export async function listStaff(deps: Deps): Promise<readonly StaffMember[]> {
  const assigned = await deps.storage.conversations.countAssigned()
  const goneSince = deps.clock.now() - deps.live.current().knowledge.handoff.vanishSeconds * 1000
  return deps.roster.list().map((agent) => ({
    agent,
    // A lost connection is back in a moment, mostly: nobody is to see the agent flicker.
    connected: deps.roster.isConnected(agent.id) || (deps.roster.leftAt(agent.id) ?? 0) > goneSince,
    assigned: assigned.get(agent.id) ?? 0,
    limit: limitOf(deps, agent),
  }))
}

export async function getStaffMember(deps: Deps, id: AgentId): Promise<StaffMember> {
  // Made a moment ago, and not here.
  if (!deps.roster.find(id)) await deps.roster.refresh()
  const member = (await listStaff(deps)).find(({ agent }) => agent.id === id)
  if (!member) throw new AppError('agent_not_found')
  return member
}
