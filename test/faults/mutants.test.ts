import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import {
  ACKNOWLEDGES_EARLY,
  ANSWERS_AGAIN,
  breakServer,
  FORGETS_CLIENT_IDS,
  type Patch,
  PUBLISHES_EARLY,
} from './broken-server.ts'
import { judgeFrom, type Verdict } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const KILLS = [0.25, 0.45, 0.65, 0.85]

it('finds lost what a server acknowledged before it was stored', { timeout: FAULT_TIMEOUT }, async () => {
  expect((await verdictOn(ACKNOWLEDGES_EARLY)).lost).toBeGreaterThan(0)
})

it.runIf(isLongRun)(
  'finds doubled what a server stores again when it is resent',
  { timeout: FAULT_TIMEOUT },
  async () => {
    expect((await verdictOn(FORGETS_CLIENT_IDS, 60)).duplicated).toBeGreaterThan(0)
  },
)

it.runIf(isLongRun)(
  'finds unexpected what a server told before it was stored',
  { timeout: FAULT_TIMEOUT },
  async () => {
    expect((await verdictOn(PUBLISHES_EARLY)).unexpected).toBeGreaterThan(0)
  },
)

it.runIf(isLongRun)(
  'finds misanswered what a server answers again after a restart',
  { timeout: FAULT_TIMEOUT },
  async () => {
    expect((await verdictOn(ANSWERS_AGAIN)).misanswered).toBeGreaterThan(0)
  },
)

/** What the shoppers of `kill.test.ts` end with on a server that was broken so. */
async function verdictOn(patches: readonly Patch[], clients = 20): Promise<Verdict> {
  await using broken = await breakServer(patches)
  await using server = await startServer({
    main: broken.main,
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', LOG_LEVEL: 'silent' },
  })
  const strike = () => server.kill().then(() => server.restart())

  // A client whose message is lost would wait for its answer for ever.
  const all = await sendThrough(server.url, { clients, messages: 6, at: KILLS, strike, settle: false })
  await server.stop()

  const { storage } = await openSqlite(join(server.dataDir, 'xiaoer.db'))
  const verdict = await judgeFrom(storage, all)
  await storage.close()
  close(all)
  return verdict
}
