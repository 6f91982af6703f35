import { expect, it } from 'vitest'
import { startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { ENGINE_SETS } from './engines.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

/** A few shoppers in every run; hundreds in the long one. */
const LOAD = isLongRun ? { clients: 300, messages: 12 } : { clients: 20, messages: 15 }
const KILLS = [0.2, 0.5, 0.8]

it.for(ENGINE_SETS)(
  'loses nothing, doubles nothing and answers each question once on $name',
  { timeout: FAULT_TIMEOUT },
  async ({ missing, prepare }, { skip }) => {
    skip(missing !== undefined, missing)
    const ground = await prepare()
    await using server = await startServer({ knowledge: TEST_SHOP, environment: ground.environment })
    const strike = () => server.kill().then(() => server.restart())

    const clients = await sendThrough(server.url, { ...LOAD, at: KILLS, strike })
    const code = await server.stop()

    const { storage } = await ground.open(server.dataDir)
    const verdict = await judgeFrom(storage, clients)
    await storage.close()
    await ground.drop()
    close(clients)
    expect(code).toBe(0)
    expect(verdict).toEqual(sound(LOAD.clients * LOAD.messages))
  },
)
