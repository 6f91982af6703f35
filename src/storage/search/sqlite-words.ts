import { sql } from 'kysely'
import type { Phrase } from '../../domain/search/tokens.ts'
import type { Db } from '../schema.ts'
import type { HitPlace, Words } from './words.ts'

/** A row id of the index is the conversation's number and the message's seq: nothing has to be looked up to find them. */
const SEQS = 2 ** 20

export const sqliteWords: Words = {
  locksMessages: false,
  write: async (db, messages) => {
    const numbers = await numbersOf(db, [...new Set(messages.map((one) => one.conversationId))])
    const rows = messages.map(({ conversationId, seq, tokens }) => ({
      id: (numbers.get(conversationId) ?? 0) * SEQS + seq,
      words: tokens.map((token) => token.text).join(' '),
    }))
    for (const { id } of rows.filter(({ words }) => words === '')) {
      await sql`delete from search_words where rowid = ${id}`.execute(db)
    }
    const said = rows.filter(({ words }) => words !== '')
    if (said.length === 0) return
    const values = sql.join(said.map(({ id, words }) => sql`(${id}, ${words})`))
    await sql`insert or replace into search_words (rowid, words) values ${values}`.execute(db)
  },
  conversationsWith: (phrase) => sql`
    (select conversation_id from search_conversations where number in (
      select rowid / ${sql.lit(SEQS)} from search_words where search_words match ${toMatch(phrase)}))`,
  bestIn: async (db, ids, phrases, each) => {
    const numbers = await numbersOf(db, ids)
    const idOf = new Map([...numbers].map(([id, number]) => [number, id]))
    const hits = sql.join(
      phrases.map((phrase) => sql`select rowid as id from search_words where search_words match ${toMatch(phrase)}`),
      sql` union all `,
    )
    const { rows } = await sql<{ number: number; seq: number }>`
      select number, seq from (
        select id / ${sql.lit(SEQS)} as number, id % ${sql.lit(SEQS)} as seq,
          row_number() over (partition by id / ${sql.lit(SEQS)} order by count(*) desc, id desc) as place
        from (${hits}) where id / ${sql.lit(SEQS)} in (${sql.join([...numbers.values()])}) group by id)
      where place <= ${each} order by number, place`.execute(db)
    return rows.map(({ number, seq }): HitPlace => ({ conversationId: idOf.get(number) ?? '', seq }))
  },
}

async function numbersOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('search_conversations')
    .select(['conversation_id', 'number'])
    .where('conversation_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.conversation_id, row.number]))
}

/** Tokens are letters and digits: nothing in them has a meaning of its own here. */
function toMatch({ tokens, open }: Phrase): string {
  return `"${tokens.join(' ')}"${open ? ' *' : ''}`
}
