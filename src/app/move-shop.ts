import { access } from 'node:fs/promises'
import type { Config } from '../config/config.ts'
import { type Moved, moveShop } from '../storage/move-shop.ts'

export type { Moved }

/** Moves the shop of a SQLite file into the PostgreSQL database that the configuration names. */
export async function moveToPostgres(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  file: string,
  onTable: (moved: Moved) => void,
): Promise<readonly Moved[]> {
  if (databaseUrl === undefined) {
    throw new Error(
      'DATABASE_URL is not set: it names the PostgreSQL database to move into. 没有设置 DATABASE_URL：要迁入哪个 PostgreSQL 数据库由它指定。',
    )
  }
  await access(file).catch(() => {
    throw new Error(`There is no file ${file}. 找不到文件 ${file}。 It is xiaoer.db in DATA_DIR, mostly.`)
  })
  return moveShop(file, databaseUrl, onTable)
}
