import { type Agent, requireRole } from '../../domain/agent.ts'
import type { KnowledgeBase } from '../../domain/knowledge.ts'
import type { TriedRow } from '../../ports/try-out.ts'
import type { Deps } from '../deps.ts'
import { type TriedKnowledge, triedBrain } from './tried-brain.ts'

/** What is understood of each of many messages, and whether it would be answered. For those who write the knowledge. */
export async function tryRows(
  deps: Deps,
  supervisor: Agent,
  { knowledge, said }: { readonly knowledge: TriedKnowledge; readonly said: readonly string[] },
): Promise<{ readonly rows: readonly TriedRow[]; readonly knowledge: KnowledgeBase }> {
  requireRole(supervisor, 'supervisor')
  const brain = await triedBrain(deps, knowledge)
  return { rows: await deps.tryOut.read(brain, said), knowledge: brain.knowledge }
}
