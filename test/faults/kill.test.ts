import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { isLongRun } from './long-run.ts'

/** A few shoppers in every run; hundreds in the long one. */
const LOAD = isLongRun ? { clients: 300, messages: 12 } : { clients: 20, messages: 15 }
const KILLS = [0.2, 0.5, 0.8]
const PATIENCE = isLongRun ? 240_000 : 90_000

it('loses nothing, doubles nothing and answers each question once on SQLite', { timeout: PATIENCE }, async () => {
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })

  await sendThroughKills(server, () => openSqlite(join(server.dataDir, 'xiaoer.db')))
})

it.skipIf(!POSTGRES_URL)('does the same on PostgreSQL', { timeout: PATIENCE }, async () => {
  const database = await createDatabase()
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', DATABASE_URL: database.url },
  })

  await sendThroughKills(server, () => openPostgres(database.url))
  await database.drop()
})

/** Shoppers send while the server is killed; then the database itself is asked. */
async function sendThroughKills(server: ServerProcess, open: () => Promise<OpenedStorage>): Promise<void> {
  const strike = () => server.kill().then(() => server.restart())

  const clients = await sendThrough(server.url, { ...LOAD, at: KILLS, strike, patience: PATIENCE - 10_000 })
  const code = await server.stop()

  const { storage } = await open()
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  expect(code).toBe(0)
  expect(verdict).toEqual(sound(LOAD.clients * LOAD.messages))
}
