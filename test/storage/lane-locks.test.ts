import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { createLaneLocks } from '../../src/storage/lane-locks.ts'
import { createLanes } from '../../src/storage/lanes.ts'
import { keepLog } from '../support/kept-log.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'

/** Pino's. */
const WARNING = 40

const TURN_MILLISECONDS = 5

describe.skipIf(!POSTGRES_URL)('lanes of several nodes', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>
  beforeAll(async () => {
    database = await createDatabase()
  })
  afterAll(() => database.drop())

  const startNode = () => {
    const locks = createLaneLocks(database.url, createLog('silent'))
    return { lanes: createLanes(locks), close: locks.close }
  }

  it('let one turn at a time into a lane, and other lanes go on meanwhile', async () => {
    const nodes = [startNode(), startNode(), startNode()]
    const inside = new Map<string, number>()
    let most = 0
    let together = 0
    let busiest = 0
    const turn = (lane: string) => async () => {
      const now = (inside.get(lane) ?? 0) + 1
      inside.set(lane, now)
      together += 1
      most = Math.max(most, now)
      busiest = Math.max(busiest, together)
      await new Promise((resolve) => setTimeout(resolve, TURN_MILLISECONDS))
      inside.set(lane, (inside.get(lane) ?? 0) - 1)
      together -= 1
    }

    const turns = nodes.flatMap(({ lanes }) =>
      Array.from({ length: 10 }, () => ['a', 'b', 'c'].map((lane) => lanes.run(lane, turn(lane)))).flat(),
    )
    await Promise.all(turns)
    for (const { close } of nodes) await close()

    expect(most).toBe(1)
    expect(busiest).toBeGreaterThan(1)
  })

  it('free the lanes of a node whose connection is gone, and let that one in again', async () => {
    const [dead, living] = [startNode(), startNode()]
    let end: () => void = () => undefined
    const work = new Promise<void>((resolve) => {
      end = resolve
    })
    const entered = new Promise<void>((resolve) => {
      void dead.lanes.run('a', () => {
        resolve()
        return work
      })
    })
    await entered
    let isIn = false
    const waiting = living.lanes.run('a', async () => {
      isIn = true
    })
    await living.lanes.run('b', async () => undefined)
    expect(isIn).toBe(false)

    await terminateAll(database.url)
    await waiting
    end()

    expect(await dead.lanes.run('a', async () => 'again')).toBe('again')
    await dead.close()
    await living.close()
  })

  it('go on without the locks where the database cannot be asked for them', async () => {
    const nowhere = new URL(database.url)
    nowhere.port = '1'
    const { log, lines } = keepLog()
    const locks = createLaneLocks(nowhere.href, log)
    const lanes = createLanes(locks)

    expect(await lanes.run('a', async () => 'done')).toBe('done')
    expect(await lanes.run('a', async () => 'again')).toBe('again')
    expect(lines().filter(({ level }) => level === WARNING)).toHaveLength(2)
    const connect = vi.spyOn(pg.Client.prototype, 'connect')
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    // With nobody waiting, a database that is down is left in peace.
    expect(connect).not.toHaveBeenCalled()
    connect.mockRestore()
    await locks.close()
  })
})

async function terminateAll(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}
