import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { toJsonSchemas } from '../knowledge/schema/kinds.ts'

/** What `xiaoer check` found in a folder. */
export interface CheckResult {
  readonly knowledge: KnowledgeBase | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

export async function checkKnowledge(folder: string): Promise<CheckResult> {
  const loaded = await loadKnowledge(folder)
  return loaded.ok
    ? { knowledge: loaded.knowledge, problems: [], warnings: loaded.warnings }
    : { knowledge: undefined, problems: loaded.problems, warnings: [] }
}

export { toJsonSchemas }
