import { lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { AppError } from '../domain/errors.ts'
import { isKnowledgePath } from '../domain/knowledge-path.ts'
import { readFiles, versionOf } from '../knowledge/load.ts'
import type { KnowledgeFolder } from '../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import type { LiveFolder } from './live-knowledge.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'

/** Who may read and write a new file, as the process's mask allows. */
const NEW_FILE = 0o666

/** The folder on this machine. Files are replaced, never written over: who reads one gets the old text or the new. */
export function openKnowledgeFolder(world: {
  readonly folder: string
  readonly live: Pick<LiveFolder, 'takeUp' | 'still' | 'current' | 'report'>
  readonly shared?: SharedKnowledge | undefined
}): KnowledgeFolder {
  const { folder, live, shared } = world
  const { still = (work) => work() } = live
  const readAll = async () => {
    const own = await readFiles(folder)
    return { own, counts: (await shared?.findNewer(own.version)) ?? own }
  }
  return {
    read: async () => (await readAll()).counts,
    versionOf: versionOfFiles,
    write: async (changes) => {
      for (const path of Object.keys(changes)) if (!isKnowledgePath(path)) throw new AppError('knowledge_path')
      await still(async () => {
        const { own, counts } = await readAll()
        const wanted: Readonly<Record<string, string | undefined>> = { ...counts.files, ...changes }
        for (const path of new Set([...Object.keys(own.files), ...Object.keys(wanted)])) {
          if (own.files[path] !== wanted[path]) await put(folder, path, wanted[path])
        }
      })
    },
    takeUp: async () => {
      await live.takeUp?.()
      return { version: live.current().knowledge.version, problems: live.report().problems }
    },
  }
}

export function versionOfFiles(files: KnowledgeFiles): string {
  return versionOf(
    Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => ({ path, text })),
  )
}

/** Where `put` writes a text before it takes the place of a file: what a crash leaves behind is found there. */
export function draftNameOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.xiaoer`)
}

async function put(folder: string, path: string, text: string | undefined): Promise<void> {
  const file = join(folder, path)
  if (text !== undefined) await mkdir(dirname(file), { recursive: true })
  const target = await findTarget(folder, file)
  if (text === undefined) await rm(target, { force: true })
  else await replace(target, text)
}

/** A link stays a link: what it leads to is written. Throws where that is outside of the folder. */
async function findTarget(folder: string, file: string): Promise<string> {
  const root = await realpath(folder)
  const place = await realpath(dirname(file)).catch(() => root)
  const target = await realpath(file).catch(() => join(place, basename(file)))
  if (![place, target].every((one) => one === root || one.startsWith(root + sep))) throw new AppError('knowledge_path')
  return target
}

async function replace(file: string, text: string): Promise<void> {
  const before = await lstat(file).catch(() => undefined)
  const draft = draftNameOf(file)
  const handle = await open(draft, 'w', NEW_FILE)
  try {
    await handle.writeFile(text)
    if (before) await handle.chmod(before.mode & 0o7777)
    // Nobody but root may give a file away; it is the owner's own then.
    if (before) await handle.chown(before.uid, before.gid).catch(() => undefined)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file).catch(async (error: unknown) => {
    await rm(draft, { force: true })
    throw error
  })
}
