import { join } from 'node:path'
import { openPostgres } from '../../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'
import { canShare, REDIS_URL, SHARED_SECRET } from '../support/nodes.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'

/** Where a server of a fault keeps what it is told. */
export interface Ground {
  readonly environment: Readonly<Record<string, string>>
  /** The database itself, beside the server or after it. */
  open(dataDir: string): Promise<OpenedStorage>
  drop(): Promise<void>
}

export interface EngineSet {
  readonly name: string
  /** Why it cannot be tried here. */
  readonly missing: string | undefined
  prepare(): Promise<Ground>
}

export const onSqlite: EngineSet = {
  name: 'SQLite',
  missing: undefined,
  prepare: async () => ({
    environment: { DEMO: 'false' },
    open: (dataDir) => openSqlite(join(dataDir, 'xiaoer.db')),
    drop: async () => undefined,
  }),
}

export const onPostgres: EngineSet = {
  name: 'PostgreSQL',
  missing: POSTGRES_URL === undefined ? 'TEST_POSTGRES_URL is not set' : undefined,
  prepare: async () => {
    const { url, drop } = await createDatabase()
    return { environment: { DEMO: 'false', DATABASE_URL: url }, open: () => openPostgres(url), drop }
  },
}

/** What several nodes need, under one. */
export const onPostgresAndRedis: EngineSet = {
  name: 'PostgreSQL and Redis',
  missing: canShare ? undefined : 'TEST_POSTGRES_URL and TEST_REDIS_URL are not both set',
  prepare: async () => {
    const { environment, ...ground } = await onPostgres.prepare()
    return { ...ground, environment: { ...environment, REDIS_URL: REDIS_URL ?? '', XIAOER_SECRET: SHARED_SECRET } }
  },
}

export const ENGINE_SETS: readonly EngineSet[] = [onSqlite, onPostgres, onPostgresAndRedis]
