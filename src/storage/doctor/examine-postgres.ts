import { type Kysely, sql } from 'kysely'
import { connectPostgres } from '../postgres.ts'
import type { Schema } from '../schema.ts'
import { upkeep } from '../upkeep.ts'
import type { Examined } from './examine-sqlite.ts'
import { findIrregularities } from './irregularities.ts'
import { listNamedUploads } from './named-uploads.ts'

/** Without any of these an acknowledged message can be lost with the power. */
const SETTINGS = [
  ['fsync', 'on'],
  ['full_page_writes', 'on'],
  ['synchronous_commit', 'on'],
] as const

/** Looks at a PostgreSQL database, without changing anything in it. */
export async function examinePostgres(url: string, now: number): Promise<Examined> {
  const db = await connectPostgres(url)
  try {
    const pending = await upkeep(db, 'postgres').listPendingMigrations()
    const settings = await Promise.all(SETTINGS.map(([name, wants]) => readSetting(db, name, wants)))
    return {
      damage: [],
      pending,
      settings,
      irregularities: pending.length > 0 ? [] : await findIrregularities(db, now),
      ...(pending.length === 0 && { uploads: await listNamedUploads(db) }),
    }
  } finally {
    await db.destroy()
  }
}

async function readSetting(db: Kysely<Schema>, name: string, wants: string) {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)
  const is = rows[0]?.value ?? ''
  // Both wait for the disk here, and for standbys besides.
  const strong = name === 'synchronous_commit' && ['remote_write', 'remote_apply'].includes(is)
  return { name, is, wants: strong ? is : wants }
}
