import { type Kysely, sql } from 'kysely'
import { keepTexts } from './knowledge-texts.ts'
import type { Db } from './schema.ts'

/** The draft of the knowledge, what its check has found, and all that was published; the text of every file once. */
export async function addKnowledgeEditing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('knowledge_texts')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('knowledge_draft')
    .addColumn('path', 'text', (c) => c.primaryKey())
    .addColumn('base', 'text')
    .addColumn('text', 'text')
    .addColumn('by_id', 'text', (c) => c.notNull())
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('draft_checks')
    .addColumn('print', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('found', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('publications')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text')
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('changed', 'text', (c) => c.notNull())
    .addColumn('files', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('knowledge_writes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('write', 'text', (c) => c.notNull())
    .execute()
  await takeTextsApart(db as Db)
}

/** Versions that nodes share held their texts in themselves until now. */
async function takeTextsApart(db: Db): Promise<void> {
  const versions = await db.selectFrom('knowledge_versions').select('version').where('files', '<>', '').execute()
  for (const { version } of versions) {
    const { files } = await db
      .selectFrom('knowledge_versions')
      .select('files')
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    const manifest = await keepTexts(db, JSON.parse(files) as Record<string, string>)
    await sql`update knowledge_versions set files = ${JSON.stringify(manifest)} where version = ${version}`.execute(db)
  }
}
