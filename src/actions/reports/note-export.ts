import { type Agent, requireRole } from '../../domain/agent.ts'
import type { Deps } from '../deps.ts'

/** What names shoppers leaves the shop as a file for supervisors and owners only, and is written down. Throws `forbidden`. */
export async function noteExport(deps: Deps, agent: Agent, figure: string): Promise<void> {
  requireRole(agent, 'supervisor')
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action: 'figures.exported',
    target: figure,
    detail: {},
  })
}
