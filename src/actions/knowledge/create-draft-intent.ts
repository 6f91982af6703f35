import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { type IntentForm, writeIntent } from '../../domain/intent-form.ts'
import { listWritten } from './find-intent.ts'
import { type DraftIntent, intentIn } from './get-draft-intent.ts'
import { readDraft, seenOf } from './read-draft.ts'
import { saveDraftFile } from './save-draft-file.ts'
import type { IntentSaveDeps } from './save-draft-intent.ts'

/** Writes a new intent at the end of a file, or into a new one. Throws `intent_taken`. */
export async function createDraftIntent(
  deps: IntentSaveDeps,
  agent: Agent,
  { form, file }: { readonly form: IntentForm; readonly file: string },
): Promise<DraftIntent> {
  requireRole(agent, 'supervisor')
  const { scribe } = deps.editing
  if (scribe.kindOf(file) !== 'intents') throw new AppError('knowledge_path')
  const draft = await readDraft(deps)
  const { intents } = listWritten(scribe, draft.files)
  if (intents.some(({ written }) => written['id'] === form.id)) throw new AppError('intent_taken')

  const before = draft.files[file] ?? ''
  const value = writeIntent(form, {}, deps.live.current().knowledge.shop.language)
  const text = scribe.edit(before, [{ path: ['intents', scribe.entries(before, 'intents').length], value }])
  const seen = seenOf(draft, file)
  return intentIn(deps, await saveDraftFile(deps, agent, { path: file, text, seen }), form.id)
}
