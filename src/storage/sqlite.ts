import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { CommitWatcher, MessageLog } from '../ports/message-log.ts'
import type { Storage } from '../ports/storage.ts'
import { keepStatements } from './kept-statements.ts'
import { lock } from './lock.ts'
import { migrate } from './migrations.ts'
import type { Schema } from './schema.ts'
import { SqliteMessageLog } from './sqlite-message-log.ts'
import { storageOn } from './stores.ts'

export interface OpenedStorage {
  readonly storage: Storage
  readonly messages: MessageLog & { watch(watcher: CommitWatcher): void }
}

/** Milliseconds that a statement may wait for another process: longer would freeze every conversation. */
const BUSY_TIMEOUT = 100

/** Pages of 4 KB: who talks writes the same ones again and again, and they are carried over from the log less often than by default (1000). */
const CHECKPOINT_PAGES = 4000

const FULL = 2

/** Customers' data is for nobody else on the machine. */
const OWNER_ONLY = 0o700

/** Opens (and creates) a SQLite file, or `:memory:`. One server per file; `shared` is for commands beside a running server. */
export async function openSqlite(file: string, options?: { shared?: boolean }): Promise<OpenedStorage> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY })
  const unlock = file === ':memory:' || options?.shared ? undefined : lock(file)

  const { native, db } = await openNative(file)
  const close = async () => {
    await db.destroy()
    unlock?.()
  }
  return { storage: storageOn(db, 'sqlite', close), messages: new SqliteMessageLog(db, native) }
}

/** A connection as the server works on: migrated, and durable. */
export async function openNative(file: string): Promise<{ native: Database.Database; db: Kysely<Schema> }> {
  const native = new Database(file, { timeout: BUSY_TIMEOUT })
  native.pragma('journal_mode = WAL')
  native.pragma('foreign_keys = ON')
  native.pragma('journal_size_limit = 67108864')
  native.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(native) }) })
  await migrate(db, 'sqlite')
  makeDurable(native)
  return { native, db }
}

/** better-sqlite3 falls back to NORMAL by itself after the first DDL and on reopening; with it, power loss takes acknowledged messages. */
function makeDurable(native: Database.Database): void {
  native.pragma('synchronous = FULL')
  const level = native.pragma('synchronous', { simple: true })
  if (level !== FULL) throw new Error(`SQLite must run with synchronous=FULL (2), but reads ${level}. Not starting.`)
}
