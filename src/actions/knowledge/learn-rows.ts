import type { Agent } from '../../domain/agent.ts'
import type { IntentId } from '../../domain/ids.ts'
import { addDraftExamples } from './add-draft-examples.ts'
import type { DraftSaveDeps } from './save-draft-file.ts'

/** Puts labelled messages to the examples of their intents in the draft. Throws `intent_not_found`; what was added until then stays. */
export async function learnRows(
  deps: DraftSaveDeps,
  supervisor: Agent,
  rows: readonly { readonly said: string; readonly intent: IntentId }[],
): Promise<{ readonly added: number; readonly there: number }> {
  const byIntent = new Map<IntentId, string[]>()
  for (const { said, intent } of rows) byIntent.set(intent, [...(byIntent.get(intent) ?? []), said])
  let [added, there] = [0, 0]
  for (const [intent, examples] of byIntent) {
    const done = await addDraftExamples(deps, supervisor, { intent, examples })
    added += done.added.length
    there += done.there.length
  }
  return { added, there }
}
