import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { scheduleBackups } from '../../src/actions/upkeep/back-up.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startTestApp } from '../support/test-app.ts'

const HOUR = 3_600_000
const homes: string[] = []
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

/** A server that backs up its file every six hours and keeps two. */
async function startShop({ folder = 'backups' } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'xiaoer-backups-'))
  homes.push(home)
  const dataDir = join(home, 'data')
  const backups = join(home, folder)
  const opened = await openSqlite(join(dataDir, 'xiaoer.db'))
  const environment = { DATA_DIR: dataDir, BACKUP_DIR: backups, BACKUP_EVERY_HOURS: '6', BACKUP_KEEP: '2' }
  const app = await startTestApp({ opened, environment })
  // What is stored in the file names is the real time: the app's clock follows it here.
  app.clock.advance(Date.now() - app.clock.now())
  const figure = async (line: string) => {
    const { text } = await app.app.metrics.render()
    return Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${line} `))
        ?.slice(line.length + 1) ?? 0,
    )
  }
  return {
    app,
    dueAt: async () =>
      (await opened.storage.jobs.claimDue(app.clock.now() + 1000 * HOUR, 0, 10)).map((one) => one.dueAt),
    made: () => readdirSync(backups).filter((name) => name.startsWith('xiaoer-')),
    done: () => expect.poll(() => figure('xiaoer_backups_total{result="done"}'), { timeout: 15_000 }),
    failed: () => expect.poll(() => figure('xiaoer_backups_total{result="failed"}'), { timeout: 15_000 }),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await opened.storage.close()
    },
  }
}

describe('backups by the server itself', () => {
  it('begin at once where there is none, and put the next on the clock', async () => {
    await using shop = await startShop()
    const { app } = shop
    await scheduleBackups(app.deps)
    const begun = app.clock.now()

    await runDueJobs(app.deps)
    await shop.done().toBe(1)

    expect(shop.made()).toHaveLength(1)
    await expect.poll(() => shop.dueAt()).toEqual([begun + 6 * HOUR])
  })

  it('are counted from the newest one that there is: a restart neither hurries nor forgets', async () => {
    await using shop = await startShop()
    const { app } = shop
    await scheduleBackups(app.deps)
    await runDueJobs(app.deps)
    await shop.done().toBe(1)
    const newest = await app.deps.backups?.newestAt()

    await scheduleBackups(app.deps)

    expect(await shop.dueAt()).toEqual([(newest ?? 0) + 6 * HOUR])
    await runDueJobs(app.deps)
    expect(shop.made()).toHaveLength(1)
  })

  it('are tried again soon where one failed', async () => {
    await using shop = await startShop({ folder: 'data/xiaoer.db/backups' })
    const { app } = shop
    await app.deps.storage.jobs.schedule({ key: 'back-up', kind: 'back-up', payload: {}, dueAt: 0 })

    await runDueJobs(app.deps)
    await shop.failed().toBe(1)

    expect(await shop.dueAt()).toEqual([app.clock.now() + HOUR / 4])
  })
})
