import { expect, it } from 'vitest'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import type { StubbornClient } from '../support/stubborn-client.ts'
import { connect } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound, type Verdict } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { ENGINE_SETS, type Ground, onSqlite } from './engines.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const LIMIT = 20
const FLOOD = 10 * LIMIT
const TIMED = { timeout: FAULT_TIMEOUT }

it.runIf(isLongRun)('refuses who sends ten times what is allowed, and serves the others', TIMED, async () => {
  const ground = await onSqlite.prepare()
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { ...ground.environment, MESSAGE_RATE: `${LIMIT}/3600` },
  })
  using flooder = await connect(`${server.url}/widget`, { auth: { locale: 'zh' } })
  const flood = Array.from({ length: FLOOD }, (_, n) =>
    flooder.ask('message:send', { clientId: `flood-${n}-12345678`, kind: 'text', text: '在吗' }),
  )

  const clients = await sendThrough(server.url, { clients: 20, messages: 5 })
  const refused = (await Promise.all(flood)).filter(({ ok }) => !ok)

  expect(refused.length).toBe(FLOOD - LIMIT)
  expect(refused.filter(({ code, retryAfter }) => code !== 'too_many' || !(Number(retryAfter) > 0))).toEqual([])
  expect(await verdictOn(server, ground, clients)).toEqual(sound(100))
})

it.runIf(isLongRun).for(ENGINE_SETS)(
  'takes five hundred back after a restart on $name',
  TIMED,
  async ({ missing, prepare }, { skip }) => {
    skip(missing !== undefined, missing)
    const ground = await prepare()
    await using server = await startServer({ knowledge: TEST_SHOP, environment: ground.environment })
    const strike = () => server.kill().then(() => server.restart())

    const clients = await sendThrough(server.url, { clients: 500, messages: 3, at: [0.4], strike })
    const verdict = await verdictOn(server, ground, clients)
    await ground.drop()

    expect(verdict).toEqual(sound(1500))
  },
)

async function verdictOn(server: ServerProcess, ground: Ground, clients: readonly StubbornClient[]): Promise<Verdict> {
  await server.stop()
  const { storage } = await ground.open(server.dataDir)
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  return verdict
}
