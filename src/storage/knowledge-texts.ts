import { createHash } from 'node:crypto'
import type { KnowledgeFiles } from '../ports/nodes.ts'
import { inParts } from './in-parts.ts'
import type { Db } from './schema.ts'

/** The files of a version: the hash of each text by its path. */
export type Manifest = Readonly<Record<string, string>>

const ROWS_AT_ONCE = 100

/** Keeps every text once, however many versions have it. */
export async function keepTexts(db: Db, files: KnowledgeFiles): Promise<Manifest> {
  const texts = new Map<string, string>()
  const manifest: Record<string, string> = {}
  for (const [path, text] of Object.entries(files)) {
    const hash = createHash('sha256').update(text).digest('hex')
    manifest[path] = hash
    texts.set(hash, text)
  }
  // In one order for all: two that keep the same texts at once do not wait for each other in a ring.
  const rows = [...texts]
    .map(([hash, text]) => ({ hash, text: JSON.stringify(text) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE)
    await db
      .insertInto('knowledge_texts')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return manifest
}

export async function readTexts(db: Db, manifest: Manifest): Promise<KnowledgeFiles> {
  const rows = await inParts(Object.values(manifest), (hashes) =>
    db.selectFrom('knowledge_texts').selectAll().where('hash', 'in', hashes).execute(),
  )
  const texts = new Map(rows.map(({ hash, text }) => [hash, JSON.parse(text) as string]))
  return Object.fromEntries(
    Object.entries(manifest).map(([path, hash]) => {
      const text = texts.get(hash)
      if (text === undefined) throw new Error(`The text of ${path} (${hash}) is not in the database.`)
      return [path, text]
    }),
  )
}

export function parseManifest(json: string): Manifest {
  return JSON.parse(json) as Manifest
}
