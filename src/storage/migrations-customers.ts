import { type Kysely, sql } from 'kysely'

/** Blocks, notes with author and time in place of one text, and cases of which a change says what it was made from. */
export async function addCustomerCare(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('customers').addColumn('blocked_until', 'bigint').execute()
  await createBlocks(db)
  await createNotes(db)
  await db.schema
    .alterTable('cases')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`create index cases_agent on cases (agent_id, created_at) where agent_id is not null`.execute(db)
  await sql`create index cases_due on cases (due_at) where status in ('open', 'in_progress', 'waiting')`.execute(db)
}

async function createBlocks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blocks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull())
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('until_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', 'text')
    .execute()
  await sql`create index blocks_customer on blocks (customer_id) where ended_at is null`.execute(db)
  await sql`create index blocks_recent on blocks (from_at) where ended_at is null`.execute(db)
}

async function createNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('customer_notes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .execute()
  await sql`create index customer_notes_of on customer_notes (customer_id, at)`.execute(db)
  // The one text that a record had until now; who wrote it was not kept.
  await sql`
    insert into customer_notes (id, customer_id, text, at)
    select 'first-' || id, coalesce(merged_into, id), note, last_seen_at from customers where note <> ''`.execute(db)
  await db.schema.alterTable('customers').dropColumn('note').execute()
}
