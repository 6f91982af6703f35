import { type Kysely, sql } from 'kysely'

/** Found by test/storage/hot-queries.test.ts: what was sorted or sought through in whole. */
export async function addIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index conversations_touched on conversations (updated_at) where last_seq > 0`.execute(db)
}
