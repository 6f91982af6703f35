import { access, mkdir, mkdtemp, rename, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { readFiles, writeFiles } from '../knowledge/load.ts'
import type { KnowledgeFiles, KnowledgeStore } from '../ports/nodes.ts'
import type { Log } from '../ports/world.ts'
import { pruneVersions } from './prune-versions.ts'

/** Which knowledge all nodes serve: what one of them took up last, from the database. Versions are hashes of the files. */
export interface SharedKnowledge {
  /**
   * At the start of a node whose own folder holds `version`. What nobody has ever served is new, and becomes everybody's; else the folder
   * of what is newest, where that is another.
   */
  settle(version: string): Promise<string | undefined>
  /** The node's own folder was saved, and serves: from now on everywhere. */
  takeUp(version: string): Promise<void>
  /** What is newest, where this version is one that it has taken the place of. */
  findNewer(version: string): Promise<{ readonly version: string; readonly files: KnowledgeFiles } | undefined>
  /** A folder with what is newest, unless it is this version. */
  findOther(version: string): Promise<string | undefined>
}

export function shareKnowledge(world: {
  readonly store: KnowledgeStore
  readonly folder: string
  /** Where folders of other nodes' versions are written; the newest few and those in use are kept. */
  readonly workshop: string
  /** The versions that nodes serve now. */
  readonly served: () => Promise<readonly string[]>
  readonly log: Log
}): SharedKnowledge {
  const { store, folder, workshop, log } = world

  const takeUp = async (version: string) => {
    const found = await readFiles(folder)
    // Saved again meanwhile: then another reload follows, and that one is taken up.
    if (found.version === version) await store.takeUp(version, found.files)
  }
  const findOther = async (version: string) => {
    const newest = await store.newest()
    if (newest === undefined || newest === version) return undefined
    const files = await store.find(newest)
    if (!files) return undefined

    const place = join(workshop, newest)
    if (await isThere(place)) await touch(place)
    else {
      await lay(place, async (draft) => {
        await writeFiles(draft, files)
        // Pictures are no part of a version: every node has its own copy, or the same folder.
        await symlink(join(folder, 'media'), join(draft, 'media'))
      })
      await prune([newest, version])
    }
    return place
  }
  const prune = async (own: readonly string[]) => {
    try {
      await pruneVersions(workshop, { inUse: [...own, ...(await world.served())] })
    } catch (error) {
      log.warn({ error }, 'old versions of the knowledge could not be removed')
    }
  }
  const lay = async (place: string, fill: (draft: string) => Promise<void>) => {
    await mkdir(workshop, { recursive: true })
    const draft = await mkdtemp(join(workshop, 'draft-'))
    await fill(draft)
    // Whole or not at all; another process with the same data folder may have been faster.
    await rename(draft, place).catch(() => rm(draft, { recursive: true, force: true }))
  }

  return {
    settle: async (version) => {
      if (await store.knows(version)) {
        const other = await findOther(version)
        if (other)
          log.warn(
            { own: version },
            'the knowledge folder of this node is older than what the others serve; theirs is served',
          )
        return other
      }
      await takeUp(version)
      return undefined
    },
    takeUp,
    findOther,
    findNewer: async (version) => {
      const newest = await store.newest()
      if (newest === undefined || newest === version || !(await store.knows(version))) return undefined
      const files = await store.find(newest)
      return files && { version: newest, files }
    },
  }
}

/** It counts as new again, for whoever removes what is old. */
async function touch(place: string): Promise<void> {
  const now = new Date()
  await utimes(place, now, now)
}

function isThere(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  )
}
