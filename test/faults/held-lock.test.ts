import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const LOAD = { clients: 15, messages: 8 }

it.runIf(isLongRun)(
  'waits for a lock that another process holds, and loses nothing',
  { timeout: FAULT_TIMEOUT },
  async () => {
    await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
    const file = join(server.dataDir, 'xiaoer.db')
    const alive: number[] = []
    const strike = async () => {
      const other = new Database(file)
      other.exec('begin immediate')
      await wait(1500)
      alive.push((await fetch(`${server.url}/health/live`)).status)
      other.exec('rollback')
      other.close()
    }

    const clients = await sendThrough(server.url, { ...LOAD, at: [0.3, 0.6], strike })
    await server.stop()

    const { storage } = await openSqlite(file)
    const verdict = await judgeFrom(storage, clients)
    await storage.close()
    close(clients)
    expect(alive).toEqual([200, 200])
    expect(verdict).toEqual(sound(LOAD.clients * LOAD.messages))
  },
)
