import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import type { StubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound, type Verdict } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { canCompile, compileDisk, createFragileDisk, NEEDS } from './disk.ts'
import { FAULT_TIMEOUT, isLongRun, PATIENCE } from './long-run.ts'

const LOAD = { clients: 20, messages: 10 }
const ALL = sound(LOAD.clients * LOAD.messages)
const TIMED = { timeout: FAULT_TIMEOUT }
const canMount = process.platform === 'linux' && process.getuid?.() === 0

it.runIf(isLongRun)('refuses on a full disk, lives, and goes on once there is room', TIMED, async ({ skip }) => {
  skip(!canMount, 'a tmpfs of 8 MB is mounted and filled: needs Linux and root')
  using disk = mountSmallDisk()
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', DATA_DIR: disk.folder },
  })
  const ballast = join(disk.folder, 'ballast')
  const strike = async () => {
    await emptyLog(join(disk.folder, 'xiaoer.db'))
    await fillUp(ballast)
    await expect.poll(() => server.log(), PATIENCE).toContain('refused because of a fault')
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    await rm(ballast)
  }

  const clients = await sendThrough(server.url, { ...LOAD, at: [0.3], strike })
  expect(await server.stop()).toBe(0)

  expect(await verdictIn(disk.folder, clients)).toEqual(ALL)
})

it.runIf(isLongRun)('acknowledges nothing that a failing disk did not take', TIMED, async ({ skip }) => {
  skip(!canCompile, NEEDS)
  using compiled = compileDisk()
  await using disk = await createFragileDisk(compiled.library)
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', ...disk.environment },
  })
  const strike = async () => {
    await disk.fail(true)
    await expect.poll(() => server.log(), PATIENCE).toContain('refused because of a fault')
    await wait(300)
    await disk.fail(false)
    await server.kill()
    await disk.losePower()
    await server.restart()
  }

  const clients = await sendThrough(server.url, { ...LOAD, at: [0.3, 0.7], strike })
  await server.kill()
  await disk.losePower()

  expect(await verdictIn(disk.dataDir, clients)).toEqual(ALL)
})

it.runIf(isLongRun)('still answers everyone on a disk that takes 10 ms for each sync', TIMED, async ({ skip }) => {
  skip(!canCompile, NEEDS)
  using compiled = compileDisk()
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', LD_PRELOAD: compiled.library, DISK_DELAY_MS: '10' },
  })

  const began = performance.now()
  const clients = await sendThrough(server.url, LOAD)
  const seconds = (performance.now() - began) / 1000
  console.log(JSON.stringify({ fault: 'slow disk', syncMs: 10, messages: ALL.attempted, seconds }))
  await server.stop()

  expect(await verdictIn(server.dataDir, clients)).toEqual(ALL)
})

async function verdictIn(dataDir: string, clients: readonly StubbornClient[]): Promise<Verdict> {
  const { storage } = await openSqlite(join(dataDir, 'xiaoer.db'))
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  return verdict
}

function mountSmallDisk(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
  return {
    folder,
    [Symbol.dispose]: () => {
      spawnSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Or the log's old pages would be room enough for the rest of the messages. */
async function emptyLog(file: string): Promise<void> {
  const other = new Database(file)
  while (other.pragma('wal_checkpoint(truncate)', { simple: true }) !== 0) await wait(5)
  other.close()
}

/** Writes until there is no room for one byte more. */
async function fillUp(path: string): Promise<void> {
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
    for (;;) {
      try {
        await writeFile(path, Buffer.alloc(size), { flag: 'a' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        break
      }
    }
  }
}
