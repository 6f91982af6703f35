import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What 小二 could not answer well. */
export async function addQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('questions')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('candidates', 'text', (c) => c.notNull())
    .addColumn('reply', 'text')
    .addColumn('wish', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('intent', 'text')
    .addPrimaryKeyConstraint('questions_key', ['conversation_id', 'seq'])
    .execute()
  await sql`create index questions_recent on questions (state, at)`.execute(db)
  // What was said before this version is read for them too, by the clock and behind the chat.
  await sql`update conversations set indexed_seq = 0`.execute(db)
}
