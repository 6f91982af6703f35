import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Files that people have sent, by the names that the database has for them. */
export interface NamedUploads {
  /** What is to be seen somewhere: in a message, a case or a canned reply. */
  readonly shown: ReadonlySet<string>
  /** Those, and what only stands in somebody's words. */
  readonly mentioned: ReadonlySet<string>
}

/** Where an address may stand; from the first ones pictures and files are shown. */
const SHOWN = [
  ['messages', 'body'],
  ['cases', 'evidence'],
  ['canned_replies', 'messages'],
] as const
const MENTIONED = [
  ['messages', 'quote'],
  ['cases', 'details'],
  ['cases', 'history'],
  ['conversations', 'context'],
  ['drafts', 'text'],
  ['customer_notes', 'text'],
] as const

const ADDRESS = /\/uploads\/([\w-]+\.[a-z]+)/g

export async function listNamedUploads(db: Db): Promise<NamedUploads> {
  const shown = new Set<string>()
  const mentioned = new Set<string>()
  for (const [table, column] of [...SHOWN, ...MENTIONED]) {
    const { rows } = await sql<{ words: string }>`select ${sql.ref(column)} as words from ${sql.table(table)}
      where ${sql.ref(column)} like '%/uploads/%'`.execute(db)
    for (const { words } of rows) {
      for (const name of namesIn(words)) mentioned.add(name)
      if (SHOWN.some(([one, its]) => one === table && its === column)) {
        for (const name of addressesIn(JSON.parse(words)).flatMap(namesIn)) shown.add(name)
      }
    }
  }
  return { shown, mentioned }
}

function namesIn(words: string): readonly string[] {
  return [...words.matchAll(ADDRESS)].map(([, name = '']) => name)
}

/** Of pictures and files, and of a list of addresses: what somebody has written in a text shows nothing. */
function addressesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [one] : addressesIn(one)))
  const { kind, url } = (value ?? {}) as { kind?: unknown; url?: unknown }
  return (kind === 'image' || kind === 'file') && typeof url === 'string' ? [url] : []
}
