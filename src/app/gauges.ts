import type { Deps } from '../actions/deps.ts'
import type { Gauges } from '../ports/metrics.ts'

/** What the metrics look at when somebody asks. */
export function gaugesOf(deps: Deps, parts: Pick<Gauges, 'sockets' | 'loopLag' | 'lastTick'>): Gauges {
  return {
    ...parts,
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
  }
}
