import { type Kysely, sql } from 'kysely'

/** What the shop's own system tells, the cases that flows open, and what is noted on the way. */
export async function addShopData(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('orders')
    .addColumn('more', 'text', (c) => c.notNull().defaultTo('{"history":[],"refunds":[]}'))
    .execute()
  await sql`create index orders_recent on orders (placed_at)`.execute(db)
  await db.schema
    .createTable('products')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('product', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('coupons')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text')
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .addColumn('used', 'integer', (c) => c.notNull())
    .addColumn('coupon', 'text', (c) => c.notNull())
    .execute()
  await sql`create index coupons_customer on coupons (customer_id, until_at)`.execute(db)
  await createCases(db)
  await db.schema
    .createTable('proof_failures')
    .addColumn('order_number', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index proof_failures_order on proof_failures (order_number, at)`.execute(db)
  await sql`create index proof_failures_customer on proof_failures (customer_id, at)`.execute(db)
  await db.schema
    .createTable('missing_facts')
    .addColumn('product_id', 'text', (c) => c.notNull())
    .addColumn('fact', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('asked', 'text', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('missing_facts_key', ['product_id', 'fact'])
    .execute()
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('order_number', 'text')
    .addColumn('sku', 'text')
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('history', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index cases_customer on cases (customer_id, created_at)`.execute(db)
  await sql`create index cases_status on cases (status, created_at)`.execute(db)
  await sql`create index cases_recent on cases (created_at)`.execute(db)
}
