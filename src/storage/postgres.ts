import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { migrate } from './migrations.ts'
import { PostgresMessageLog } from './postgres-message-log.ts'
import type { Schema } from './schema.ts'
import type { OpenedStorage } from './sqlite.ts'
import { storageOn } from './stores.ts'

const INT8 = 20
const NUMERIC = 1700

/** Opens a PostgreSQL database by its URL. */
export async function openPostgres(url: string): Promise<OpenedStorage> {
  return openOnPool(await createPool(url))
}

/** Connects, and leaves the database as it is. */
export async function connectPostgres(url: string): Promise<Kysely<Schema>> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: await createPool(url) }) })
}

async function createPool(url: string): Promise<PostgresPool> {
  // Loaded only here: a shop on SQLite does not pay for it.
  const { default: pg } = await import('pg')
  pg.types.setTypeParser(INT8, Number)
  pg.types.setTypeParser(NUMERIC, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // Without a listener a connection that the server drops would end the process; the next query gets a new one.
  pool.on('error', () => undefined)
  // The pool listens only while a connection rests; one that is dropped at work must not end the process either: its query fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The same on any pool of the `pg` shape. */
export async function openOnPool(pool: PostgresPool): Promise<OpenedStorage> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, 'postgres')

  return { storage: storageOn(db, 'postgres', () => db.destroy()), messages: new PostgresMessageLog(db) }
}
