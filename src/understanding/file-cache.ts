import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { gunzip, gzip } from 'node:zlib'

/** What takes long to make, in files: one for each key, which names all that it was made of. */
export interface FileCache<T> {
  find(key: string): Promise<T | undefined>
  keep(key: string, value: T): Promise<void>
}

/** Tens of megabytes in pieces of the usual 16 KB would be put together for longer than they are unpacked. */
const CHUNK = 4 * 1024 ** 2

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** An owner who takes an edit back finds what was made before; older ones are let go. */
const MOST_KEPT = 4
/** A draft that is older was left by a process that died over it. */
const DRAFT_MILLISECONDS = 600_000

/** Values as `v8.serialize` takes them, in files of `folder` whose names end in `ending`. */
export function createFileCache<T>(folder: string, ending: string): FileCache<T> {
  const fileOf = (key: string) => join(folder, `${key}${ending}`)
  return {
    find: async (key) => {
      const bytes = await readFile(fileOf(key)).catch(() => undefined)
      const value = bytes && (await decode<T>(bytes))
      // Only the order of letting go depends on it.
      if (value) await utimes(fileOf(key), new Date(), new Date()).catch(() => undefined)
      return value
    },
    keep: async (key, value) => {
      await mkdir(folder, { recursive: true })
      // Whole or not at all: a crash in the middle leaves only a file that nobody reads.
      const draft = `${fileOf(key)}.${randomUUID()}`
      await writeFile(draft, await compress(serialize(value)))
      await rename(draft, fileOf(key))
      await dropOldest(folder, ending)
    },
  }
}

/** A damaged file is as good as none. */
async function decode<T>(bytes: Buffer): Promise<T | undefined> {
  try {
    return deserialize(await decompress(bytes, { chunkSize: CHUNK })) as T
  } catch {
    return undefined
  }
}

/** Other processes may keep, and let go, at the same time. */
async function dropOldest(folder: string, ending: string): Promise<void> {
  const files = (await Promise.all((await readdir(folder)).map((name) => look(join(folder, name))))).flat()
  const drafts = files.filter(({ path }) => basename(path).includes(`${ending}.`))
  const left = drafts.filter(({ usedAt }) => usedAt < Date.now() - DRAFT_MILLISECONDS)
  const kept = files.filter(({ path }) => path.endsWith(ending))
  const old = kept.toSorted((a, b) => b.usedAt - a.usedAt).slice(MOST_KEPT)
  await Promise.all([...left, ...old].map(({ path }) => rm(path, { force: true })))
}

async function look(path: string): Promise<readonly { readonly path: string; readonly usedAt: number }[]> {
  const found = await stat(path).catch(() => undefined)
  return found ? [{ path, usedAt: found.mtimeMs }] : []
}
