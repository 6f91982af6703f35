import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { Publication } from '../../ports/knowledge-editing.ts'
import { PUBLISH_LANE } from './lanes.ts'
import type { PublishDeps } from './publish-draft.ts'
import { type WriteDeps, writeKnowledge } from './write-knowledge.ts'

/** Makes the files of an earlier publication what serves; the draft stays, and is laid over them from now on. */
export async function rollBack(
  deps: PublishDeps,
  owner: Agent,
  wish: { readonly number: number; readonly note: string },
): Promise<Publication> {
  requireRole(owner, 'owner')
  const { id, name } = owner
  const publication = await deps.lanes.run(PUBLISH_LANE, () => writeEarlier(deps, { ...wish, by: { id, name } }))
  deps.publisher.publish({ type: 'knowledge.changed' })
  return publication
}

/** `rollBack` without asking who does it. */
export async function writeEarlier(
  deps: WriteDeps,
  { number, note, by }: { readonly number: number; readonly note: string; readonly by?: Publication['by'] },
): Promise<Publication> {
  const found = await deps.storage.publications.find(number)
  if (!found) throw new AppError('publication_not_found')
  const { files, publication } = found
  const { files: before, version } = await deps.editing.folder.read()
  if (publication.version === version) throw new AppError('knowledge_unchanged')

  const trial = await deps.editing.workshop.prepare(files)
  if (!trial.ok) throw new AppError('knowledge_broken', { problems: trial.problems })
  return writeKnowledge(deps, { kind: 'rolled_back', before, files, note, ofDraft: false, ...(by && { by }) })
}
