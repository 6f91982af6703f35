import { AppError } from '../../domain/errors.ts'
import type { FileChange, KnowledgeWrite, Publication } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { Deps } from '../deps.ts'
import { finishWrite } from './finish-write.ts'

export type WriteDeps = Pick<Deps, 'storage' | 'editing' | 'clock' | 'ids' | 'log'>

export interface WriteWish extends Pick<KnowledgeWrite, 'kind' | 'by' | 'note' | 'ofDraft'> {
  /** What lies in the folder, and what is to lie there. */
  readonly before: KnowledgeFiles
  readonly files: KnowledgeFiles
}

/**
 * Writes knowledge into the folder and makes it a publication once it serves. Where it does not come to serve, the folder is put back
 * as it was. A process that dies on the way has said before what it was about to do (`settleWrites`).
 */
export async function writeKnowledge(deps: WriteDeps, wish: WriteWish): Promise<Publication> {
  const { storage, editing, clock, ids, log } = deps
  const { before, files, kind, by, note, ofDraft } = wish
  const changes = listChanges(before, files)
  const version = editing.folder.versionOf(files)
  const write = { id: ids.next(), kind, at: clock.now(), ...(by && { by }), note, version, changes, ofDraft }
  await storage.publications.begin(write)
  try {
    await editing.folder.write(Object.fromEntries(changes.map(({ path, after }) => [path, after])))
    const served = await editing.folder.takeUp()
    if (served.version !== version) {
      const { problems } = served
      // Nothing is wrong with it: then somebody has saved something else in the folder at this moment.
      throw problems.length > 0 ? new AppError('knowledge_broken', { problems }) : new AppError('knowledge_changed')
    }
    return await finishWrite(storage, write, files)
  } catch (error) {
    await putBack(deps, write)
    if (error instanceof AppError) throw error
    log.error({ error }, 'the knowledge folder could not be written')
    throw new AppError('knowledge_unwritable', { cause: error })
  }
}

/** What was written goes; what others have written there since stays. */
async function putBack({ storage, editing, log }: WriteDeps, { id, changes }: KnowledgeWrite): Promise<void> {
  try {
    const { files } = await editing.folder.read()
    const written = changes.filter(({ path, after }) => files[path] === after)
    await editing.folder.write(Object.fromEntries(written.map(({ path, before }) => [path, before])))
    await editing.folder.takeUp()
    await storage.publications.end(id)
  } catch (error) {
    log.error({ error }, 'the knowledge folder could not be put back; the next start sees to it')
  }
}

/** The files that differ, by path. */
export function listChanges(before: KnowledgeFiles, after: KnowledgeFiles): readonly FileChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return paths
    .filter((path) => before[path] !== after[path])
    .map((path) => {
      const [was, is] = [before[path], after[path]]
      return { path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
    })
}
