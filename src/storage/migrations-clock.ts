import { type Kysely, sql } from 'kysely'

/** Whose hours count for a conversation, and of which waits and calls a broken promise was told. */
export async function addClock(db: Kysely<unknown>): Promise<void> {
  for (const [name, type] of [
    ['group_id', 'text'],
    ['told_wait', 'bigint'],
    ['told_call', 'bigint'],
  ] as const) {
    await db.schema.alterTable('conversations').addColumn(name, type).execute()
  }
  await sql`update conversations set group_id = (select e.group_id from queue_entries e
    where e.conversation_id = conversations.id and e.state <> 'done')
    where status in ('queued', 'assigned')`.execute(db)
}
