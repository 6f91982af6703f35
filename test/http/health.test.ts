import { Agent, get } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createHealth, type HealthParts } from '../../src/app/health.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import type { HealthReport } from '../../src/ports/health.ts'
import { startTestApp } from '../support/test-app.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function readHealth(url: string): Promise<{ status: number; report: HealthReport }> {
  return new Promise((resolve, reject) => {
    get(`${url}/health`, { agent }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, report: JSON.parse(text) as HealthReport }))
    }).on('error', reject)
  })
}

describe('GET /health', () => {
  it('is 200 once the clock runs, and says what was looked at', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()

    await expect.poll(async () => (await readHealth(url)).status, { timeout: 10_000 }).toBe(200)
    const { report } = await readHealth(url)

    expect(report).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      checks: {
        database: { ok: true, milliseconds: expect.any(Number) },
        migrations: { ok: true, pending: [] },
        disk: { ok: true, freeBytes: expect.any(Number), totalBytes: expect.any(Number) },
        knowledge: { ok: true, version: app.deps.live.current().knowledge.version, problems: 0 },
        clock: { ok: true, lastTickAt: expect.any(Number) },
        eventLoop: { ok: true },
      },
    })
  })

  it('is 503, draining, from the moment that the process is told to stop', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    await expect.poll(async () => (await readHealth(url)).status, { timeout: 10_000 }).toBe(200)
    let finish = () => {}
    const answering = new Promise<void>((resolve) => {
      finish = resolve
    })
    void app.deps.lanes.run('somebody', () => answering)

    const stopped = app.app.stop()
    const { status, report } = await readHealth(url)
    finish()
    await stopped

    expect(status).toBe(503)
    expect(report.status).toBe('draining')
  })
})

describe('health', () => {
  /** Everything well, but for what a test changes. */
  async function healthBut(changes: (parts: HealthParts) => Partial<HealthParts>) {
    const { storage } = await openMemory()
    const parts: HealthParts = {
      storage,
      live: {
        current: () => ({ knowledge: { version: 'v1' } }) as ReturnType<HealthParts['live']['current']>,
        report: () => ({ loadedAt: 1, problems: [], warnings: [], tests: { total: 0, failed: [] } }),
      },
      dataDir: '/',
      version: '0.1.0',
      loopLag: () => ({ p99: 1, max: 20 }),
      lastTick: () => Date.now(),
      stopping: () => false,
    }
    return createHealth({ ...parts, ...changes(parts) })
  }

  it('is well where everything is', async () => {
    expect(await (await healthBut(() => ({}))).read()).toMatchObject({ status: 'ok' })
  })

  it.each<[what: string, status: string, check: string, changes: (parts: HealthParts) => Partial<HealthParts>]>([
    [
      'a database that takes nothing',
      'failing',
      'database',
      ({ storage }) => ({
        storage: {
          listPendingMigrations: storage.listPendingMigrations,
          proveWritable: () => Promise.reject(new Error('database or disk is full')),
        },
      }),
    ],
    [
      'a database that does not answer within a second',
      'failing',
      'database',
      ({ storage }) => ({
        storage: {
          listPendingMigrations: storage.listPendingMigrations,
          proveWritable: () => new Promise(() => undefined),
        },
      }),
    ],
    [
      'a migration that is missing',
      'failing',
      'migrations',
      ({ storage }) => ({
        storage: { proveWritable: storage.proveWritable, listPendingMigrations: async () => ['0099-later'] },
      }),
    ],
    ['a data folder that is gone', 'failing', 'disk', () => ({ dataDir: '/no/such/folder' })],
    ['a clock that stands still', 'failing', 'clock', () => ({ lastTick: () => Date.now() - 31_000 })],
    ['a clock that never ran', 'starting', 'clock', () => ({ lastTick: () => undefined })],
    ['an event loop that is late', 'failing', 'eventLoop', () => ({ loopLag: () => ({ p99: 1500, max: 3000 }) })],
  ])('sees %s', async (_, status, check, changes) => {
    const report = await (await healthBut(changes)).read()

    expect(report.status).toBe(status)
    expect(Object.entries(report.checks).flatMap(([name, { ok }]) => (ok ? [] : [name]))).toEqual([check])
  })

  it('writes once for all who ask at the same moment', async () => {
    let writes = 0
    const health = await healthBut(({ storage }) => ({
      storage: {
        listPendingMigrations: storage.listPendingMigrations,
        proveWritable: async (at) => {
          writes += 1
          await storage.proveWritable(at)
        },
      },
    }))

    await Promise.all(Array.from({ length: 50 }, () => health.read()))

    expect(writes).toBe(1)
  })
})
