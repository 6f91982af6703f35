import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from '../../src/storage/migrations.ts'
import type { Schema } from '../../src/storage/schema.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { SqliteMessageLog } from '../../src/storage/sqlite-message-log.ts'
import { storageOn } from '../../src/storage/stores.ts'

/** SQLite itself, with every statement that was prepared on it. */
export class RecordingDatabase extends Database {
  readonly prepared = new Set<string>()
  /** How often `commit` of the message log was run. */
  commits = 0

  override prepare<Bound extends unknown[] | object = unknown[], Result = unknown>(source: string) {
    this.prepared.add(source)
    const statement = super.prepare<Bound, Result>(source)
    if (source !== 'commit') return statement

    const run = statement.run.bind(statement) as () => Database.RunResult
    statement.run = () => {
      this.commits += 1
      return run()
    }
    return statement
  }
}

/** Storage in memory as the server has it, on a database that records. */
export async function openRecording(): Promise<{ native: RecordingDatabase; opened: OpenedStorage }> {
  const native = new RecordingDatabase(':memory:')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: native }) })
  await migrate(db, 'sqlite')
  native.prepared.clear()
  const close = async () => undefined
  return { native, opened: { storage: storageOn(db, 'sqlite', close), messages: new SqliteMessageLog(db, native) } }
}
