import type { Deps } from '../actions/deps.ts'
import { type Config, VERSION } from '../config/config.ts'
import type { createMetrics } from '../metrics/create-metrics.ts'
import { watchLoopLag } from '../metrics/loop-lag.ts'
import type { Health } from '../ports/health.ts'
import type { Gauges } from '../ports/metrics.ts'
import { createHealth } from './health.ts'

export interface SelfWatch {
  readonly health: Health
  /** The clock has run. */
  ticked(at: number): void
  stop(): void
}

/** What a serving process knows of itself, for /health and the metrics. */
export function watchSelf(
  { dataDir }: Pick<Config, 'dataDir'>,
  deps: Deps,
  parts: {
    readonly metrics: ReturnType<typeof createMetrics>
    readonly sockets: Gauges['sockets']
    readonly stopping: () => boolean
  },
): SelfWatch {
  const lag = watchLoopLag()
  let ticked: number | undefined
  const lastTick = () => ticked
  parts.metrics.watch({
    waiting: () => deps.storage.queue.count(),
    assigned: async () => {
      const held = await deps.storage.conversations.countAssigned()
      return [...held.values()].reduce((sum, count) => sum + count, 0)
    },
    lastBackup: async () => deps.backups?.newestAt(),
    knowledge: () => ({
      version: deps.live.current().knowledge.version,
      problems: deps.live.report().problems.length,
    }),
    sockets: parts.sockets,
    loopLag: lag.read,
    lastTick,
  })
  return {
    health: createHealth({
      ...{ storage: deps.storage, live: deps.live, dataDir, version: VERSION },
      ...{ loopLag: lag.read, lastTick, stopping: parts.stopping },
    }),
    ticked: (at) => {
      ticked = at
    },
    stop: lag.stop,
  }
}
