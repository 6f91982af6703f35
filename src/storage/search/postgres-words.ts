import { sql } from 'kysely'
import type { Phrase, Token } from '../../domain/search/tokens.ts'
import type { HitPlace, Words } from './words.ts'

export const postgresWords: Words = {
  locksMessages: true,
  write: async (db, messages) => {
    const worded = messages.filter((one) => one.tokens.length > 0)
    for (const { conversationId, seq } of messages.filter((one) => one.tokens.length === 0)) {
      await db.deleteFrom('search_words').where('conversation_id', '=', conversationId).where('seq', '=', seq).execute()
    }
    if (worded.length === 0) return

    await sql`
      insert into search_words (conversation_id, seq, words)
      select * from unnest(${worded.map((one) => one.conversationId)}::text[], ${worded.map((one) => one.seq)}::integer[],
        ${worded.map((one) => toVector(one.tokens))}::tsvector[])
      on conflict (conversation_id, seq) do update set words = excluded.words`.execute(db)
  },
  conversationsWith: (phrase) => sql`
    (select conversation_id from search_words where words @@ ${toQuery(phrase)}::tsquery)`,
  bestIn: async (db, ids, phrases, each) => {
    const hits = sql.join(
      phrases.map(
        (phrase) => sql`select conversation_id, seq from search_words
          where words @@ ${toQuery(phrase)}::tsquery and conversation_id = any(${[...ids]}::text[])`,
      ),
      sql` union all `,
    )
    const { rows } = await sql<{ conversation_id: string; seq: number }>`
      select conversation_id, seq from (
        select conversation_id, seq,
          row_number() over (partition by conversation_id order by count(*) desc, seq desc) as place
        from (${hits}) as hits group by conversation_id, seq) as ranked
      where place <= ${each} order by conversation_id, place`.execute(db)
    return rows.map((row): HitPlace => ({ conversationId: row.conversation_id, seq: row.seq }))
  },
}

/** `'要退':1 '退货':2`: split by us, so that PostgreSQL's own ideas of words and its locale play no part. */
function toVector(tokens: readonly Token[]): string {
  return tokens.map(({ text }, at) => `'${text}':${at + 1}`).join(' ')
}

function toQuery({ tokens, open }: Phrase): string {
  const quoted = tokens.map((token) => `'${token}'`)
  return `${quoted.join(' <-> ')}${open ? ':*' : ''}`
}
