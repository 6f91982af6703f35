import { readFiles } from '../knowledge/load.ts'
import type { PublicationStore } from '../ports/knowledge-editing.ts'
import type { Clock, Log } from '../ports/world.ts'

/** Adds what the owner has saved in the folder by hand to the publications, once it serves. */
export function recordSaved(world: {
  readonly folder: string
  readonly store: PublicationStore
  readonly clock: Clock
  readonly log: Log
}): (version: string) => Promise<void> {
  const { folder, store, clock, log } = world
  return async (version) => {
    try {
      const [newest] = await store.list(1)
      if (newest?.version === version) return
      // It is being published at this moment, and is added by whoever does that, with name and note.
      if ((await store.unfinished()).some((write) => write.version === version)) return
      const { files, version: saved } = await readFiles(folder)
      // Saved again meanwhile, or another node's: then somebody else adds it.
      if (saved !== version) return
      await store.add({ version, kind: 'saved', at: clock.now(), note: '' }, files)
    } catch (error) {
      log.error({ error, version }, 'saved knowledge could not be added to the publications')
    }
  }
}
