import Database from 'better-sqlite3'
import type pg from 'pg'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Rows that one statement carries, and about how many characters of them. */
const MOST_ROWS = 500
const MOST_CHARACTERS = 2_000_000
/** What each engine keeps in its own way, and makes again: the search index and the facts of the figures are made anew by the clock. */
const LEFT_OUT = /^(sqlite_|kysely_|search_|fact_|nodes$)/

export interface Moved {
  readonly table: string
  readonly rows: number
}

type Row = Readonly<Record<string, unknown>>

/**
 * Copies a whole shop from a SQLite file into an empty PostgreSQL database: all or nothing, and counted on both sides before it
 * stands. Throws where the target has rows already, or a server still runs on the file.
 */
export async function moveShop(
  file: string,
  url: string,
  onTable: (moved: Moved) => void = () => undefined,
): Promise<readonly Moved[]> {
  // Opened as a server opens it: brought to the newest version, and locked against one.
  const source = await openSqlite(file)
  const target = await openPostgres(url)
  await target.storage.close()
  const { default: postgres } = await import('pg')
  const client = new postgres.Client(url)
  const reader = new Database(file, { readonly: true })
  try {
    await client.connect()
    return await copyAll(reader, client, onTable)
  } finally {
    reader.close()
    await client.end()
    await source.storage.close()
  }
}

async function copyAll(
  reader: Database.Database,
  client: pg.Client,
  onTable: (moved: Moved) => void,
): Promise<readonly Moved[]> {
  const tables = listTables(reader)
  await requireEmpty(client, tables)
  await client.query('begin')
  try {
    const moved: Moved[] = []
    for (const table of tables) {
      await requireSameColumns(reader, client, table)
      const rows = await copy(reader, client, table)
      await requireSameCount(client, table, rows)
      moved.push({ table, rows })
      onTable({ table, rows })
    }
    await client.query('update conversations set indexed_seq = 0')
    await requireSameMessages(reader, client)
    await client.query('commit')
    return moved
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function listTables(reader: Database.Database): readonly string[] {
  const rows = reader.prepare("select name from sqlite_master where type = 'table' order by name").all() as Row[]
  return rows.map(({ name }) => String(name)).filter((name) => !LEFT_OUT.test(name))
}

async function requireEmpty(client: pg.Client, tables: readonly string[]): Promise<void> {
  const full: string[] = []
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from "${table}" limit 1`)
    if (rows.length > 0) full.push(table)
  }
  if (full.length === 0) return
  throw new Error(
    `The PostgreSQL database is not empty (${full.join(', ')}): a shop is moved into an empty one only. ` +
      `目标 PostgreSQL 数据库里已有数据（${full.join('、')}），只能迁入空库。 Create another one, and name it in DATABASE_URL.`,
  )
}

async function requireSameColumns(reader: Database.Database, client: pg.Client, table: string): Promise<void> {
  const here = (reader.pragma(`table_info("${table}")`) as Row[]).map(({ name }) => String(name))
  const { rows } = await client.query<{ name: string }>(
    'select column_name "name" from information_schema.columns where table_schema = current_schema() and table_name = $1',
    [table],
  )
  const there = rows.map(({ name }) => name)
  if (here.toSorted().join() === there.toSorted().join()) return
  throw new Error(
    `The table ${table} has other columns in PostgreSQL: ${here.join(', ')} here, ${there.join(', ')} there.`,
  )
}

async function copy(reader: Database.Database, client: pg.Client, table: string): Promise<number> {
  let count = 0
  let batch: string[] = []
  let characters = 0
  const flush = async () => {
    if (batch.length === 0) return
    await client.query(`insert into "${table}" select r.* from json_populate_recordset(null::"${table}", $1::json) r`, [
      `[${batch.join()}]`,
    ])
    batch = []
    characters = 0
  }
  for (const row of reader.prepare(`select * from "${table}"`).iterate()) {
    const line = JSON.stringify(row, withoutNul)
    batch.push(line)
    count += 1
    characters += line.length
    if (batch.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await flush()
  }
  await flush()
  return count
}

/** The one character that PostgreSQL keeps in no text. */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value
}

async function requireSameCount(client: pg.Client, table: string, expected: number): Promise<void> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from "${table}"`)
  if (Number(rows[0]?.count) !== expected) {
    throw new Error(`${expected} rows of ${table} were sent and ${rows[0]?.count} have come. Nothing was kept.`)
  }
}

/** Words that would have been cut or changed on the way would change these sums. */
async function requireSameMessages(reader: Database.Database, client: pg.Client): Promise<void> {
  const sums = 'select coalesce(sum(seq), 0) seqs, coalesce(sum(length(body)), 0) lengths from messages'
  const here = reader.prepare(sums).get() as Row
  const { rows } = await client.query<Row>(sums)
  const there = rows[0] ?? {}
  if (Number(here['seqs']) === Number(there['seqs']) && Number(here['lengths']) === Number(there['lengths'])) return
  throw new Error('The messages are not the same on both sides. Nothing was kept.')
}
