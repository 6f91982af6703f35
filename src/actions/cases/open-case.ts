import type { Case, CaseDraft } from '../../domain/case.ts'
import type { Deps } from '../deps.ts'

/** Opens a case and tells the desk; the same key returns the case that is there. */
export async function openCase(deps: Deps, draft: CaseDraft): Promise<Case> {
  const opened = await deps.storage.cases.open(draft)
  deps.publisher.publish({ type: 'case.changed', case: opened })
  return opened
}
