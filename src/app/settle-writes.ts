import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finishWrite } from '../actions/knowledge/finish-write.ts'
import { readFiles } from '../knowledge/load.ts'
import type { FileChange, KnowledgeWrite } from '../ports/knowledge-editing.ts'
import type { Storage } from '../ports/storage.ts'
import type { Log } from '../ports/world.ts'
import { draftNameOf, openKnowledgeFolder } from './knowledge-folder.ts'

/** What another node has begun is its own business, until nobody can be thought to come back to it. */
const WEEK = 7 * 86_400_000

/**
 * Before the folder is read at a start: a publication that was killed while it wrote. All written, it counts; else what it has written is
 * taken back, and the draft is still there.
 */
export async function settleWrites(world: {
  readonly folder: string
  readonly storage: Storage
  /** Whether other nodes have folders of their own. */
  readonly alone: boolean
  readonly now: number
  readonly log: Log
}): Promise<void> {
  for (const write of await world.storage.publications.unfinished()) await settle(world, write)
}

async function settle(
  { folder, storage, alone, now, log }: Parameters<typeof settleWrites>[0],
  write: KnowledgeWrite,
): Promise<void> {
  const { files, version } = await readFiles(folder)
  const isWritten = ({ path, before, after }: FileChange) => files[path] === after && files[path] !== before
  const written = write.changes.filter(isWritten)
  await Promise.all(write.changes.map(({ path }) => rm(draftNameOf(join(folder, path)), { force: true })))
  if (version === write.version) {
    await finishWrite(storage, write, files)
    log.warn({ version }, 'a publication was interrupted when all was written: it counts')
    return
  }
  if (written.length > 0 && written.length < write.changes.length) {
    await takeBack(folder, written)
    log.warn({ version: write.version }, 'a publication was interrupted: what it had written is taken back')
  }
  if (alone || written.length > 0 || write.at < now - WEEK) await storage.publications.end(write.id)
}

async function takeBack(folder: string, written: readonly FileChange[]): Promise<void> {
  const nothing = () => {
    throw new Error('Nothing serves yet.')
  }
  const place = openKnowledgeFolder({ folder, live: { current: nothing, report: nothing } })
  await place.write(Object.fromEntries(written.map(({ path, before }) => [path, before])))
}
