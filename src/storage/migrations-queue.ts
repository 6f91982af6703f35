import { type Kysely, sql } from 'kysely'

/** Groups, limits, offers, transfers: conversations that find their agents. */
export async function addQueue(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('agents')
    .addColumn('groups', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema.alterTable('agents').addColumn('capacity', 'integer').execute()
  await db.schema
    .alterTable('agents')
    .addColumn('last_assigned_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('agents')
    .addColumn('missed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()

  await db.schema
    .alterTable('conversations')
    .addColumn('with_bot', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('conversations').addColumn('transfer_to', 'text').execute()
  await db.schema.alterTable('conversations').addColumn('transfer_until', 'bigint').execute()
  await db.schema.alterTable('conversations').addColumn('first_replied_at', 'bigint').execute()
  await db.schema.alterTable('conversations').addColumn('called_at', 'bigint').execute()
  await sql`create index conversations_transfer on conversations (transfer_to) where transfer_to is not null`.execute(
    db,
  )
  await sql`create index conversations_waiting on conversations (waiting_since) where status = 'assigned' and waiting_since is not null`.execute(
    db,
  )

  await db.schema.alterTable('queue_entries').addColumn('group_id', 'text').execute()
  await db.schema.alterTable('queue_entries').addColumn('offered_to', 'text').execute()
  await db.schema.alterTable('queue_entries').addColumn('offer_until', 'bigint').execute()
  // Whoever waits comes before whoever has left a message; the names of the kinds sort that way.
  await sql`drop index queue_entries_waiting`.execute(db)
  await sql`create index queue_entries_waiting on queue_entries (kind, priority, enqueued_at, conversation_id) where state = 'waiting'`.execute(
    db,
  )
  await db.schema
    .createTable('queue_passes')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('queue_passes_key', ['conversation_id', 'agent_id'])
    .execute()
}
