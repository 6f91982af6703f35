import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { type Day, openShop } from './day-at-shop.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'
import { countOwnerless, countStale } from './ownerless.ts'

const MINUTES = 120
const LOOK_EVERY = 20
/** Caches are full by then, and as many leave as come. */
const WARM = 3
/** Server and clients together, in one process. A leaked socket is several times as much. */
const BYTES_PER_VISIT = 5000

interface Look {
  readonly visits: number
  readonly heap: number
  /** What keeps the process alive, by its kind. */
  readonly resources: Readonly<Record<string, number>>
  readonly ownerless: Readonly<Record<string, number>>
  readonly stale: Readonly<Record<string, number>>
}

it.runIf(isLongRun)('leaves nothing behind after two hours of a shop', { timeout: FAULT_TIMEOUT }, async () => {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-day-'))
  const day = await openShop(dataDir)
  const looks: Look[] = []
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    await day.passMinute()
    if (minute % LOOK_EVERY === 0) looks.push(await look(day, collect))
  }
  await day.closeShop()
  const evening = await look(day, collect)
  const unnamed = await day.listUnnamedUploads()
  const sessions = await countSessions(day)
  await day[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })

  const warm = looks[WARM - 1]
  const last = looks.at(-1)
  if (!warm || !last) throw new Error('nobody looked')
  const bytesPerVisit = Math.round((last.heap - warm.heap) / (last.visits - warm.visits))
  console.log(JSON.stringify({ fault: 'simulated day', visits: last.visits, bytesPerVisit, resources: last.resources }))
  expect(looks.map(({ ownerless, stale }) => ({ ...ownerless, ...stale }))).toEqual(looks.map(() => ({})))
  expect({ ...evening.ownerless, ...evening.stale }).toEqual({})
  expect(unnamed).toEqual([])
  expect(sessions).toBe(0)
  expect(last.resources).toEqual(warm.resources)
  expect(bytesPerVisit).toBeLessThan(BYTES_PER_VISIT)
})

async function look(day: Day, collect: () => void): Promise<Look> {
  // Rate limits forget after a second; connections say farewell.
  await pause(1500)
  collect()
  const resources: Record<string, number> = {}
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1
  const { heapUsed: heap } = process.memoryUsage()
  const database = new Database(day.database, { readonly: true })
  const ownerless = countOwnerless(database)
  const stale = countStale(database, day.now())
  database.close()
  return { visits: day.visits(), heap, resources, ownerless, stale }
}

async function countSessions(day: Day): Promise<number> {
  const database = new Database(day.database, { readonly: true })
  const count = database.prepare('select count(*) from sessions').pluck().get() as number
  database.close()
  return count
}
