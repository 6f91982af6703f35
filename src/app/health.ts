import { statfs } from 'node:fs/promises'
import type { Health, HealthReport, HealthStatus } from '../ports/health.ts'
import type { LoopLag } from '../ports/metrics.ts'
import type { Storage } from '../ports/storage.ts'
import type { LiveKnowledge } from '../ports/world.ts'

/** A shopper's message waits for the same write: what takes longer is no service. */
const WRITE_MILLISECONDS = 1000
/** Below this SQLite may not be able to write its log, and no picture can be kept. */
const LEAST_FREE_BYTES = 100 * 1024 * 1024
/** The clock ticks twice a second; a long job may hold it up for a while. */
const TICK_MILLISECONDS = 30_000
const LAG_MILLISECONDS = 1000
/** Anybody may ask, and each answer costs a durable write: one answer serves all who ask within this time. */
const FRESH_MILLISECONDS = 1000

export interface HealthParts {
  readonly storage: Pick<Storage, 'proveWritable' | 'listPendingMigrations'>
  readonly live: Pick<LiveKnowledge, 'current' | 'report'>
  readonly dataDir: string
  readonly version: string
  readonly loopLag: () => LoopLag
  /** When the clock last ran. */
  readonly lastTick: () => number | undefined
  readonly stopping: () => boolean
}

/** Looks at everything that serving needs. */
export function createHealth(parts: HealthParts): Health {
  const startedAt = Date.now()
  let latest: { readonly report: Promise<HealthReport>; readonly at: number } | undefined
  const look = async (): Promise<HealthReport> => {
    const checks = await readChecks(parts)
    return { status: statusOf(parts, checks), version: parts.version, startedAt, at: Date.now(), checks }
  }
  return {
    read: async () => {
      if (!latest || performance.now() - latest.at > FRESH_MILLISECONDS) {
        latest = { report: look(), at: performance.now() }
      }
      const report = await latest.report
      // A stop is told at once, whatever was found a moment ago.
      return parts.stopping() ? { ...report, status: 'draining' } : report
    },
  }
}

function statusOf(parts: HealthParts, checks: HealthReport['checks']): HealthStatus {
  if (parts.stopping()) return 'draining'
  const { clock, ...others } = checks
  if (Object.values(others).some(({ ok }) => !ok)) return 'failing'
  if (clock.lastTickAt === undefined) return 'starting'
  return clock.ok ? 'ok' : 'failing'
}

async function readChecks(parts: HealthParts): Promise<HealthReport['checks']> {
  const [database, migrations, disk] = await Promise.all([
    checkDatabase(parts),
    checkMigrations(parts),
    checkDisk(parts.dataDir),
  ])
  const { p99, max } = parts.loopLag()
  const lastTickAt = parts.lastTick()
  const { problems, loadedAt } = parts.live.report()
  return {
    database,
    migrations,
    disk,
    knowledge: { ok: true, version: parts.live.current().knowledge.version, loadedAt, problems: problems.length },
    clock: {
      ok: lastTickAt !== undefined && Date.now() - lastTickAt < TICK_MILLISECONDS,
      ...(lastTickAt !== undefined && { lastTickAt }),
    },
    eventLoop: { ok: p99 < LAG_MILLISECONDS, p99Milliseconds: Math.round(p99), maxMilliseconds: Math.round(max) },
  }
}

async function checkDatabase({ storage }: HealthParts): Promise<HealthReport['checks']['database']> {
  const begun = performance.now()
  const written = await within(WRITE_MILLISECONDS, storage.proveWritable(Date.now()))
  const milliseconds = Math.round((performance.now() - begun) * 10) / 10
  return written === undefined ? { ok: false } : { ok: true, milliseconds }
}

async function checkMigrations({ storage }: HealthParts): Promise<HealthReport['checks']['migrations']> {
  const found = await within(WRITE_MILLISECONDS, storage.listPendingMigrations())
  return found === undefined ? { ok: false } : { ok: found.value.length === 0, pending: found.value }
}

async function checkDisk(folder: string): Promise<HealthReport['checks']['disk']> {
  const found = await within(WRITE_MILLISECONDS, statfs(folder))
  if (!found) return { ok: false }

  const { bavail, blocks, bsize } = found.value
  const freeBytes = bavail * bsize
  return { ok: freeBytes >= LEAST_FREE_BYTES, freeBytes, totalBytes: blocks * bsize }
}

/** What it came to; undefined where it failed or took longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<{ readonly value: T } | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  const done = work.then(
    (value) => ({ value }),
    () => undefined,
  )
  const result = await Promise.race([done, late])
  clearTimeout(timer)
  return result
}
