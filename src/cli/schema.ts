import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toJsonSchemas } from '../app/check-knowledge.ts'

/** Writes one JSON Schema per kind of knowledge file, for editors. */
export async function writeSchemas(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  for (const [kind, schema] of Object.entries(toJsonSchemas())) {
    const path = join(folder, `${kind}.schema.json`)
    await writeFile(path, `${JSON.stringify(schema, null, 2)}\n`)
    console.log(path)
  }
  return 0
}
