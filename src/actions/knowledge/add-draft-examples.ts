import { type Agent, requireRole } from '../../domain/agent.ts'
import type { IntentId } from '../../domain/ids.ts'
import { getWritten, listWritten } from './find-intent.ts'
import { readDraft, seenOf } from './read-draft.ts'
import { type DraftSaveDeps, saveDraftFile } from './save-draft-file.ts'

export interface AddedExamples {
  readonly added: readonly string[]
  /** Those that stand somewhere already, and whose they are. */
  readonly there: readonly { readonly example: string; readonly intent: IntentId }[]
}

/** Puts examples to those of an intent of the draft; what is an example already, of whichever intent, is left as it is. */
export async function addDraftExamples(
  deps: DraftSaveDeps,
  agent: Agent,
  { intent: id, examples }: { readonly intent: IntentId; readonly examples: readonly string[] },
): Promise<AddedExamples> {
  requireRole(agent, 'supervisor')
  const { scribe } = deps.editing
  const draft = await readDraft(deps)
  const { file, index, written } = getWritten(scribe, draft, id)
  const owners = new Map<string, IntentId>()
  for (const one of listWritten(scribe, draft.files).intents) {
    for (const example of textsIn(one.written['examples'])) owners.set(bare(example), String(one.written['id']))
  }
  const added: string[] = []
  const there: { example: string; intent: IntentId }[] = []
  for (const example of examples.map((one) => one.trim()).filter(Boolean)) {
    const owner = owners.get(bare(example))
    if (owner === undefined) added.push(example)
    else there.push({ example, intent: owner })
    owners.set(bare(example), owner ?? id)
  }
  if (added.length > 0) {
    const value = [...textsIn(written['examples']), ...added]
    const text = scribe.edit(draft.files[file] ?? '', [{ path: ['intents', index, 'examples'], value }])
    await saveDraftFile(deps, agent, { path: file, text, seen: seenOf(draft, file) })
  }
  return { added, there }
}

/** Letters and digits only: how the matcher sees what is an example word for word. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? [one] : [])) : []
}
