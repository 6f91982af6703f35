import { type Kysely, sql } from 'kysely'

/** Quotes, and how far a shopper's browser has got the messages. */
export async function addMessageMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('messages').addColumn('quote', 'text').execute()
  await db.schema.alterTable('messages').addColumn('quoted_seq', 'integer').execute()
  // What was read had come.
  await db.schema
    .alterTable('conversations')
    .addColumn('customer_delivered_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`update conversations set customer_delivered_seq = customer_read_seq`.execute(db)
}
