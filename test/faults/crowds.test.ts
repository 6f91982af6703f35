import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import type { StubbornClient } from '../support/stubborn-client.ts'
import { connect } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound, type Verdict } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { isLongRun } from './long-run.ts'

const LIMIT = 20
const FLOOD = 10 * LIMIT

it.runIf(isLongRun)('refuses who sends ten times what is allowed, and serves the others', async () => {
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', MESSAGE_RATE: `${LIMIT}/60` },
  })
  using flooder = await connect(`${server.url}/widget`, { auth: { locale: 'zh' } })
  const flood = Array.from({ length: FLOOD }, (_, n) =>
    flooder.ask('message:send', { clientId: `flood-${n}-12345678`, kind: 'text', text: '在吗' }),
  )

  const clients = await sendThrough(server.url, { clients: 20, messages: 5 })
  const refused = (await Promise.all(flood)).filter(({ ok }) => !ok)

  expect(refused.length).toBe(FLOOD - LIMIT)
  expect(refused.filter(({ code, retryAfter }) => code !== 'too_many' || !(Number(retryAfter) > 0))).toEqual([])
  expect(await verdictOn(server, clients)).toEqual(sound(100))
})

it.runIf(isLongRun)('takes five hundred back after a restart', { timeout: 180_000 }, async () => {
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
  const strike = () => server.kill().then(() => server.restart())

  const clients = await sendThrough(server.url, { clients: 500, messages: 3, at: [0.4], strike, patience: 170_000 })

  expect(await verdictOn(server, clients)).toEqual(sound(1500))
})

async function verdictOn(server: ServerProcess, clients: readonly StubbornClient[]): Promise<Verdict> {
  await server.stop()
  const { storage } = await openSqlite(join(server.dataDir, 'xiaoer.db'))
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  return verdict
}
