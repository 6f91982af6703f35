import { type Agent, requireRole } from '../../domain/agent.ts'
import { getWritten } from './find-intent.ts'
import { type DraftDeps, type KnowledgeDraft, readDraft, seenOf } from './read-draft.ts'
import { refuseReferred } from './refuse-referred.ts'
import { type DraftSaveDeps, saveDraftFile } from './save-draft-file.ts'

/** Takes an intent out of its file. Where others name it, `intent_referred` says where: they are changed first, or it is switched off. */
export async function removeDraftIntent(
  deps: DraftSaveDeps & DraftDeps,
  agent: Agent,
  id: string,
): Promise<KnowledgeDraft> {
  requireRole(agent, 'supervisor')
  const draft = await readDraft(deps)
  const { file, index } = getWritten(deps.editing.scribe, draft, id)
  const text = deps.editing.scribe.edit(draft.files[file] ?? '', [{ path: ['intents', index] }])
  await refuseReferred(deps, { before: draft.files, after: { ...draft.files, [file]: text }, id })
  return saveDraftFile(deps, agent, { path: file, text, seen: seenOf(draft, file) })
}
