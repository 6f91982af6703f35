import { type Kysely, sql } from 'kysely'

/** The processes that share this database, and the knowledge that they serve. */
export async function addNodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('nodes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('beats', 'bigint', (c) => c.notNull())
    .addColumn('browsers', 'text', (c) => c.notNull())
    .addColumn('knowledge', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('knowledge_versions')
    .addColumn('version', 'text', (c) => c.primaryKey())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('files', 'text', (c) => c.notNull())
    .execute()
  await sql`create index knowledge_newest on knowledge_versions (place)`.execute(db)
}
