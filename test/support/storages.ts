import pg from 'pg'
import { openOnPool, openPostgres } from '../../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'
import { createPglitePool } from './pglite-pool.ts'
import { createDatabase, POSTGRES_URL } from './postgres-database.ts'

/** An empty database, and the same database as another server sees it: where an engine serves one only, its twin is itself. */
export type TestStorage = OpenedStorage & { readonly twin: OpenedStorage }

export interface TestDatabase {
  /** Empties what the test before has left behind. */
  fresh(): Promise<TestStorage>
  stop(): Promise<void>
}

export interface Engine {
  readonly name: string
  /** How many random histories a property test can afford on it. */
  readonly histories: number
  readonly missing: boolean
  start(): Promise<TestDatabase>
}

export const sqlite: Engine = {
  name: 'SQLite in memory',
  histories: 150,
  missing: false,
  start: async () => {
    let opened: OpenedStorage | undefined
    const stop = async () => opened?.storage.close()
    return {
      fresh: async () => {
        await stop()
        opened = await openSqlite(':memory:')
        return { ...opened, twin: opened }
      },
      stop,
    }
  },
}

export const pglite: Engine = {
  name: 'PGlite',
  histories: 20,
  missing: false,
  start: async () => {
    const pool = await createPglitePool()
    const opened = await openOnPool(pool)
    const run = async (sql: string) => {
      const client = await pool.connect()
      const { rows } = await client.query<{ name: string }>(sql, [])
      client.release()
      return rows
    }
    return {
      fresh: async () => {
        await empty(run)
        return { ...opened, twin: opened }
      },
      stop: () => opened.storage.close(),
    }
  },
}

export const postgres: Engine = {
  name: 'PostgreSQL',
  histories: 30,
  missing: !POSTGRES_URL,
  start: async () => {
    const { url, drop } = await createDatabase()
    const client = new pg.Client(url)
    await client.connect()
    // Together, as the nodes of one shop start: only one of them may run the migrations.
    const [opened, twin] = await Promise.all([openPostgres(url), openPostgres(url)])

    return {
      fresh: async () => {
        await empty(async (sql) => (await client.query<{ name: string }>(sql)).rows)
        return { ...opened, twin }
      },
      stop: async () => {
        await Promise.all([opened.storage.close(), twin.storage.close(), client.end()])
        await drop()
      },
    }
  },
}

/** Deletes every row but the record of migrations; on tables this small, `truncate` takes many times as long. */
async function empty(run: (sql: string) => Promise<readonly { name: string }[]>): Promise<void> {
  const tables = await run(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  )
  const deletions = tables.map(({ name }) => `delete from "${name}"`)
  await run(`do $$ begin ${deletions.join('; ')}; end $$`)
}
