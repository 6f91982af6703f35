import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { Publication } from '../../ports/knowledge-editing.ts'
import type { Deps } from '../deps.ts'
import { PUBLISH_LANE } from './lanes.ts'
import { readDraft } from './read-draft.ts'
import { type WriteDeps, writeKnowledge } from './write-knowledge.ts'

export interface Publishing {
  /** Of the draft that was checked. */
  readonly print: string
  readonly note: string
  /** Publish although something gets worse. */
  readonly confirmed: boolean
}

export type PublishDeps = WriteDeps & Pick<Deps, 'lanes' | 'publisher'>

/** Makes the draft what serves, exactly as it was checked. */
export async function publishDraft(deps: PublishDeps, owner: Agent, wish: Publishing): Promise<Publication> {
  requireRole(owner, 'owner')
  const publication = await deps.lanes.run(PUBLISH_LANE, async () => {
    const { files, liveFiles, liveVersion, laid, print } = await readDraft(deps)
    if ([...laid.values()].some(({ conflict }) => conflict)) throw new AppError('knowledge_conflict')
    if (print === liveVersion) throw new AppError('knowledge_unchanged')
    const check = print === wish.print ? await deps.storage.draftChecks.find(print) : undefined
    if (!check) throw new AppError('knowledge_unchecked')
    if (check.problems.length > 0) throw new AppError('knowledge_broken', { problems: check.problems })
    if (check.regressions > 0 && !wish.confirmed) throw new AppError('knowledge_regressions')

    const { id, name } = owner
    const by = { id, name }
    return writeKnowledge(deps, { kind: 'published', before: liveFiles, files, by, note: wish.note, ofDraft: true })
  })
  deps.publisher.publish({ type: 'knowledge.changed' })
  return publication
}
