import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { lock } from '../lock.ts'
import type { Schema } from '../schema.ts'
import { openNative } from '../sqlite.ts'
import { upkeep } from '../upkeep.ts'
import { findIrregularities, type Irregularity } from './irregularities.ts'
import { listNamedUploads, type NamedUploads } from './named-uploads.ts'

/** What was found in a database, without changing anything in it. */
export interface Examined {
  /** What the engine itself finds wrong; empty where it finds nothing. */
  readonly damage: readonly string[]
  /** Migrations that it has not had: what follows is looked at only where there are none. */
  readonly pending: readonly string[]
  /** Settings of the engine that durability rests on: what they are as the server opens it, and what they must be. */
  readonly settings: readonly { readonly name: string; readonly is: string; readonly wants: string }[]
  readonly irregularities: readonly Irregularity[]
  /** Absent where the database cannot be asked. */
  readonly uploads?: NamedUploads
}

const FULL = 2

/** Looks at a SQLite file, also beside a running server. */
export async function examineSqlite(file: string, now: number): Promise<Examined> {
  const reader = new Database(file, { readonly: true, fileMustExist: true })
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reader }) })
  try {
    const damage = [
      ...(reader.pragma('integrity_check(5)') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
      ...(reader.pragma('foreign_key_check') as { table: string; rowid: number }[])
        .slice(0, 5)
        .map(({ table, rowid }) => `foreign key: ${table} ${rowid}`),
    ]
    // What is damaged answers anything.
    if (damage.length > 0) return { damage, pending: [], settings: [], irregularities: [] }

    const pending = await upkeep(db, 'sqlite').listPendingMigrations()
    if (pending.length > 0) return { damage, pending, settings: [], irregularities: [] }
    return {
      damage,
      pending,
      settings: await readSettings(file),
      irregularities: await findIrregularities(db, now),
      uploads: await listNamedUploads(db),
    }
  } finally {
    await db.destroy()
  }
}

/** Opens it as the server does: a file does not remember how durable its writes are, each connection says so anew. */
async function readSettings(file: string): Promise<Examined['settings']> {
  const { native, db } = await openNative(file)
  try {
    const read = (name: string) => native.pragma(name, { simple: true })
    return [
      { name: 'journal_mode', is: String(read('journal_mode')), wants: 'wal' },
      { name: 'synchronous', is: String(read('synchronous')), wants: String(FULL) },
      { name: 'foreign_keys', is: String(read('foreign_keys')), wants: '1' },
    ]
  } finally {
    await db.destroy()
  }
}

/** Whether a server holds the data folder of this file. */
export function isServed(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    lock(file)()
    return false
  } catch {
    return true
  }
}
