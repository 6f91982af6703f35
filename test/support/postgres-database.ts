import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Where a real PostgreSQL is, if the tests were given one. */
export const POSTGRES_URL = process.env['TEST_POSTGRES_URL']

/** A database of its own for one test run; `drop` removes it, whoever is still connected. */
export async function createDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = new URL(POSTGRES_URL ?? '')
  const name = `xiaoer_test_${randomUUID().replaceAll('-', '')}`
  await runOn(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runOn(server, `drop database ${name} with (force)`) }
}

async function runOn(url: URL, sql: string): Promise<void> {
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(sql)
  await client.end()
}
