import type BetterSqlite3 from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** More than all queries of the program together; lists of different lengths make a query anew each. */
const KEPT = 500

/** Kysely prepares a query every time it runs it, which costs as much as running it: here one that was prepared before is run again. */
export function keepStatements(native: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()

  return {
    close: () => native.close(),
    prepare: (sql) => {
      const known = kept.get(sql)
      // The last that was used is the last to go.
      kept.delete(sql)
      const statement = known ?? (native.prepare(sql) as unknown as SqliteStatement)
      kept.set(sql, statement)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return statement
    },
  }
}
