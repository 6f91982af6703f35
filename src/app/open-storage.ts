import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { openPostgres } from '../storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../storage/sqlite.ts'

/** The database that the configuration names: PostgreSQL by its URL, else a SQLite file in the data folder. */
export function openStorage(config: Config, options?: { shared?: boolean }): Promise<OpenedStorage> {
  return config.databaseUrl === undefined
    ? openSqlite(join(config.dataDir, 'xiaoer.db'), options)
    : openPostgres(config.databaseUrl)
}

export function openMemory(): Promise<OpenedStorage> {
  return openSqlite(':memory:')
}
