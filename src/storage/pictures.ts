import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pictures } from '../ports/world.ts'

const NAME = /^[0-9a-f-]{36}\.[a-z]{3,4}$/

/** Pictures as files in a folder. A half-written one never gets its name. */
export function createPictures(folder: string): Pictures {
  return {
    save: async (bytes, extension) => {
      await mkdir(folder, { recursive: true })
      const name = `${randomUUID()}.${extension}`
      const draft = join(folder, `${name}.part`)
      await writeFile(draft, bytes)
      await rename(draft, join(folder, name))
      return name
    },
    find: async (name) => {
      if (!NAME.test(name)) return undefined
      try {
        return await readFile(join(folder, name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}
