import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'

/** An agent, whether a browser of theirs is connected, and how many conversations they hold. */
export interface StaffMember {
  readonly agent: Agent
  readonly connected: boolean
  readonly assigned: number
}

export async function listStaff(deps: Deps): Promise<readonly StaffMember[]> {
  const assigned = await deps.storage.conversations.countAssigned()
  return deps.roster.list().map((agent) => ({
    agent,
    connected: deps.roster.isConnected(agent.id),
    assigned: assigned.get(agent.id) ?? 0,
  }))
}

export async function getStaffMember(deps: Deps, id: AgentId): Promise<StaffMember> {
  const member = (await listStaff(deps)).find(({ agent }) => agent.id === id)
  if (!member) throw new AppError('agent_not_found')
  return member
}
