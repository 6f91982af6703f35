import { createMetrics } from '../../src/metrics/create-metrics.ts'

/** Metrics of a server at rest that has everything to show. */
export function createWatchedMetrics(): ReturnType<typeof createMetrics> {
  const metrics = createMetrics()
  metrics.watch({
    waiting: async () => 0,
    assigned: async () => 0,
    sockets: () => ({ widget: 0, console: 0 }),
    knowledge: () => ({ version: 'v1', problems: 0 }),
    lastTick: () => 1,
    lastBackup: async () => 1,
    loopLag: () => ({ p99: 0, max: 0 }),
  })
  return metrics
}
