import { type Kysely, sql } from 'kysely'

/** What became of each proposal, to the letter, and of every customer message that people were to answer. */
export async function addAssist(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ['source', 'text'],
    ['sureness', 'text'],
    ['shown_at', 'bigint'],
    ['shown_to', 'text'],
    ['edit_distance', 'integer'],
    ['edit_share', 'double precision'],
  ] as const
  // One at a time: SQLite adds no two columns in one statement.
  for (const [name, type] of columns) await db.schema.alterTable('suggestions').addColumn(name, type).execute()
  await sql`create index suggestions_recent on suggestions (created_at)`.execute(db)
  await db.schema
    .createTable('assist_turns')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('heard_seq', 'integer', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('assist_turns_key', ['conversation_id', 'heard_seq'])
    .execute()
  await sql`create index assist_turns_recent on assist_turns (at)`.execute(db)
}
