import type { AgentView } from '../../src/protocol/console.ts'
import type { DeskState } from './desk-state.ts'

/** Everybody of the shop with what they hold now: the server's own count is as old as their last change of presence. */
export function selectAgents({
  agents,
  conversations,
}: Pick<DeskState, 'agents' | 'conversations'>): readonly AgentView[] {
  const held = new Map<string, number>()
  for (const { status, agent } of Object.values(conversations)) {
    if (status === 'assigned' && agent) held.set(agent.id, (held.get(agent.id) ?? 0) + 1)
  }
  return Object.values(agents).map((agent) => ({ ...agent, assigned: held.get(agent.id) ?? 0 }))
}
