import { type Kysely, sql } from 'kysely'
import type { Engine } from './migrations.ts'

/** The search index, what it learns of conversations, and the labels that agents put on them. */
export async function addHistory(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .alterTable('conversations')
    .addColumn('labels', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('conversations')
    .addColumn('indexed_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // Holds only what the index has still to read: nothing at all most of the time.
  await sql`create index conversations_unindexed on conversations (id) where indexed_seq < last_seq`.execute(db)
  await sql`create index conversations_begun on conversations (created_at, id)`.execute(db)
  await sql`create index queue_entries_held_by on queue_entries (agent_id) where agent_id is not null`.execute(db)
  await createIndex(db, engine)
  await sql`create index search_facets_of on search_facets (conversation_id)`.execute(db)
  await createLabels(db)
}

async function createIndex(db: Kysely<unknown>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') {
    await sql`create table search_conversations (
      number integer primary key, conversation_id text not null unique, noted integer not null default 0)`.execute(db)
    // The words are split already: `ascii` leaves everything that is no ASCII as it is.
    await sql`create virtual table search_words using fts5(
      words, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(db)
  } else {
    await sql`create table search_conversations (
      number bigserial primary key, conversation_id text not null unique, noted integer not null default 0)`.execute(db)
    await sql`create table search_words (
      conversation_id text not null, seq integer not null, words tsvector not null,
      primary key (conversation_id, seq))`.execute(db)
    await sql`create index search_words_found on search_words using gin (words)`.execute(db)
  }
  await db.schema
    .createTable('search_facets')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('search_facets_key', ['kind', 'value', 'conversation_id'])
    .execute()
}

async function createLabels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('labels')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('color', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('conversation_labels')
    .addColumn('label_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('conversation_labels_key', ['label_id', 'conversation_id'])
    .execute()
}
