import { type Agent, requireRole } from '../../domain/agent.ts'
import type { MissingFact } from '../../ports/commerce.ts'
import type { Deps } from '../deps.ts'

const SHOWN = 200

/** What shoppers have asked and the knowledge does not say, most asked first. For those who write the knowledge. */
export async function listMissingFacts(deps: Deps, supervisor: Agent): Promise<readonly MissingFact[]> {
  requireRole(supervisor, 'supervisor')
  return deps.storage.missingFacts.list(SHOWN)
}
