import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { isKnowledgePath } from '../../domain/knowledge-path.ts'
import type { DraftFile } from '../../ports/knowledge-editing.ts'
import type { Deps } from '../deps.ts'
import { DRAFT_LANE } from './lanes.ts'
import { type DraftDeps, type KnowledgeDraft, readDraft, seenOf } from './read-draft.ts'

export interface FileSave {
  readonly path: string
  /** Absent: the file is to go. */
  readonly text?: string | undefined
  /** `seenOf` the file when it was read; absent: it was not there. */
  readonly seen?: string | undefined
}

export type DraftSaveDeps = DraftDeps & Pick<Deps, 'clock' | 'lanes'>

/**
 * Keeps a file of the draft in place of the one that the writer has seen; throws `knowledge_changed` where it is another by now. A text
 * with mistakes is kept too: it is a draft. Returns the draft as it is then.
 */
export async function saveDraftFile(deps: DraftSaveDeps, agent: Agent, save: FileSave): Promise<KnowledgeDraft> {
  requireRole(agent, 'supervisor')
  const { path, text } = save
  if (!isKnowledgePath(path) || deps.editing.scribe.kindOf(path) === undefined) throw new AppError('knowledge_path')

  return deps.lanes.run(DRAFT_LANE, async () => {
    const draft = await readDraft(deps)
    const seen = seenOf(draft, path)
    if (seen !== save.seen) throw new AppError('knowledge_changed')
    if (seen === undefined && text === undefined) throw new AppError('knowledge_file_not_found')

    const before = draft.laid.get(path)
    const live = draft.liveFiles[path]
    if (before ? text === before.kept.text && live === before.kept.base : text === live) return draft
    const { id, name } = agent
    await keep(deps, before?.kept, {
      path,
      ...(live !== undefined && { base: live }),
      ...(text !== undefined && { text }),
      by: { id, name },
      // Never the same moment twice: it is what tells one state of the row from another.
      at: Math.max(deps.clock.now(), (before?.kept.at ?? 0) + 1),
    })
    return readDraft(deps)
  })
}

async function keep({ storage }: DraftSaveDeps, before: DraftFile | undefined, file: DraftFile): Promise<void> {
  await storage.transaction(async ({ knowledgeDraft, audit }) => {
    if (!(await knowledgeDraft.save(file, before?.at))) throw new AppError('knowledge_changed')
    // What is as it lies in the folder is no change any more.
    if (file.text === file.base) await knowledgeDraft.discard([file.path])
    await audit.add({ at: file.at, actor: file.by.id, action: 'knowledge.drafted', target: file.path, detail: {} })
  })
}
