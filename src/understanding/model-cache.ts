import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { gunzip, gzip } from 'node:zlib'
import type { Model } from './model.ts'

/** Trained models in files, one for each source. */
export interface ModelCache {
  find(key: string): Promise<Model | undefined>
  keep(key: string, model: Model): Promise<void>
}

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** An owner who takes an edit back finds the model of before; older ones are let go. */
const MOST_KEPT = 4
const ENDING = '.model'
/** A draft that is older was left by a process that died over it. */
const DRAFT_MILLISECONDS = 600_000

export function createModelCache(folder: string): ModelCache {
  const fileOf = (key: string) => join(folder, `${key}${ENDING}`)
  return {
    find: async (key) => {
      const bytes = await readFile(fileOf(key)).catch(() => undefined)
      const model = bytes && (await decode(bytes))
      // Only the order of letting go depends on it.
      if (model) await utimes(fileOf(key), new Date(), new Date()).catch(() => undefined)
      return model
    },
    keep: async (key, model) => {
      await mkdir(folder, { recursive: true })
      // Whole or not at all: a crash in the middle leaves only a file that nobody reads.
      const draft = `${fileOf(key)}.${randomUUID()}`
      await writeFile(draft, await compress(serialize(model)))
      await rename(draft, fileOf(key))
      await dropOldest(folder)
    },
  }
}

/** A damaged file is as good as none. */
async function decode(bytes: Buffer): Promise<Model | undefined> {
  try {
    return deserialize(await decompress(bytes)) as Model
  } catch {
    return undefined
  }
}

/** Other processes may keep, and let go, at the same time. */
async function dropOldest(folder: string): Promise<void> {
  const files = (await Promise.all((await readdir(folder)).map((name) => look(join(folder, name))))).flat()
  const drafts = files.filter(({ path }) => basename(path).includes(`${ENDING}.`))
  const left = drafts.filter(({ usedAt }) => usedAt < Date.now() - DRAFT_MILLISECONDS)
  const kept = files.filter(({ path }) => path.endsWith(ENDING))
  const old = kept.toSorted((a, b) => b.usedAt - a.usedAt).slice(MOST_KEPT)
  await Promise.all([...left, ...old].map(({ path }) => rm(path, { force: true })))
}

async function look(path: string): Promise<readonly { readonly path: string; readonly usedAt: number }[]> {
  const found = await stat(path).catch(() => undefined)
  return found ? [{ path, usedAt: found.mtimeMs }] : []
}
