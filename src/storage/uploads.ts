import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredFile } from '../domain/upload.ts'
import type { Uploads } from '../ports/world.ts'

const NAME = /^[0-9a-f-]{36}\.[a-z]{3,4}$/

/** What people send as files in a folder. A half-written one never gets its name. */
export function createUploads(folder: string): Uploads {
  const write = async (name: string, content: Buffer | string) => {
    const draft = join(folder, `${name}.part`)
    await writeFile(draft, content)
    await rename(draft, join(folder, name))
  }
  const read = async (name: string): Promise<Buffer | undefined> => {
    try {
      return await readFile(join(folder, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  return {
    save: async (bytes, ending, file) => {
      await mkdir(folder, { recursive: true })
      const name = `${randomUUID()}.${ending}`
      // What is known of it comes first: nobody may find the file without it.
      if (file) await write(`${name}.json`, JSON.stringify({ ...file, size: bytes.length } satisfies StoredFile))
      await write(name, bytes)
      return name
    },
    find: async (name) => (NAME.test(name) ? read(name) : undefined),
    describe: async (name) => {
      const known = NAME.test(name) ? await read(`${name}.json`) : undefined
      return known && (JSON.parse(known.toString('utf8')) as StoredFile)
    },
  }
}
