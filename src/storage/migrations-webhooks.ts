import { type Kysely, sql } from 'kysely'

/** Webhooks and what is on its way to them, keys of other systems, where the widget was seen, and ways through the audit. */
export async function addWebhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('events', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('off_because', 'text')
    .addColumn('failing_since', 'bigint')
    .addColumn('last_delivered_at', 'bigint')
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('earlier_sealed', 'text')
    .addColumn('earlier_until', 'bigint')
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await createDeliveries(db)
  await db.schema
    .createTable('api_keys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('prefix', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('used_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute()
  await db.schema
    .createTable('page_sightings')
    .addColumn('origin', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index audit_newest on audit (at, id)`.execute(db)
  await sql`drop index audit_recent`.execute(db)
  await sql`create index audit_actor on audit (actor, at, id)`.execute(db)
  await sql`create index audit_target on audit (target, at, id)`.execute(db)
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('webhook_id', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('event_key', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('locked_until', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint')
    .addColumn('last_ms', 'integer')
    .addColumn('last_status', 'integer')
    .addColumn('last_answer', 'text')
    .addColumn('last_error', 'text')
    .execute()
  await sql`create unique index webhook_deliveries_once on webhook_deliveries (webhook_id, event_key)`.execute(db)
  await sql`create index webhook_deliveries_log on webhook_deliveries (webhook_id, created_at, id)`.execute(db)
  await sql`create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where status = 'due'`.execute(
    db,
  )
  await sql`create index webhook_deliveries_old on webhook_deliveries (created_at)`.execute(db)
}
