import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { breakServer, DOES_NOT_SYNC } from './broken-server.ts'
import { judgeFrom, sound, type Verdict } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { canCompile, compileDisk, createFragileDisk, NEEDS } from './disk.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const LOAD = { clients: 40, messages: 10 }
const LOSSES = [0.2, 0.4, 0.6, 0.8]

it.runIf(isLongRun)('keeps what it acknowledged when the power fails', { timeout: FAULT_TIMEOUT }, async ({ skip }) => {
  skip(!canCompile, NEEDS)

  expect(await sendThroughPowerLosses()).toEqual(sound(LOAD.clients * LOAD.messages))
})

it.runIf(isLongRun)('finds lost what a server did not sync', { timeout: FAULT_TIMEOUT }, async ({ skip }) => {
  skip(!canCompile, NEEDS)
  await using broken = await breakServer(DOES_NOT_SYNC)

  expect((await sendThroughPowerLosses(broken.main)).lost).toBeGreaterThan(0)
})

async function sendThroughPowerLosses(main?: string): Promise<Verdict> {
  using compiled = compileDisk()
  await using disk = await createFragileDisk(compiled.library)
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', LOG_LEVEL: 'silent', ...disk.environment },
    ...(main !== undefined && { main }),
  })
  const strike = async () => {
    await server.kill()
    await disk.losePower()
    await server.restart()
  }

  const clients = await sendThrough(server.url, {
    ...LOAD,
    at: LOSSES,
    strike,
    settle: main === undefined,
  })
  await server.kill()
  await disk.losePower()

  const { storage } = await openSqlite(join(disk.dataDir, 'xiaoer.db'))
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  return verdict
}
