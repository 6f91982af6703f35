import { sql } from 'kysely'
import { holdsWords, type Message } from '../domain/message.ts'
import { toMessage } from './rows.ts'
import type { Db } from './schema.ts'

/** As many rows as are read at once: a word that stands everywhere must not fill the memory. */
const AT_ONCE = 500

/**
 * Messages whose words hold these, newest first. The database finds where the letters stand in the stored body at all, and the
 * words of the body decide: a match in the name of a field or in an address is none.
 */
export async function searchMessages(db: Db, id: string, words: string, limit: number): Promise<readonly Message[]> {
  const found: Message[] = []
  for (let before: number | undefined; found.length < limit; ) {
    const rows = await readRows(db, id, words, before)
    found.push(...rows.map(toMessage).filter(({ body }) => holdsWords(body, words)))
    if (rows.length < AT_ONCE) break
    before = rows.at(-1)?.seq
  }
  return found.slice(0, limit)
}

function readRows(db: Db, id: string, words: string, before: number | undefined) {
  const pattern = `%${escapeLike(asStored(words).toLowerCase())}%`
  let query = db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', id)
    .where(sql<boolean>`lower(body) like ${pattern} escape '!'`)
  if (before !== undefined) query = query.where('seq', '<', before)
  return query.orderBy('seq', 'desc').limit(AT_ONCE).execute()
}

/** The words as they stand within a stored body, which is JSON: quotes and line breaks are escaped there. */
function asStored(words: string): string {
  return JSON.stringify(words).slice(1, -1)
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, '!$&')
}
