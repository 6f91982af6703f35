import type { Deps } from '../actions/deps.ts'
import type { Config } from '../config/config.ts'
import type { Brain, Clock, LiveKnowledge } from '../ports/world.ts'
import type { App, Parts } from './app.ts'
import { createLog } from './log.ts'
import { openMemory } from './open-storage.ts'

/** How an app is made; handed in, for the app itself opens stages. */
export type CreateApp = (config: Config, parts: Parts) => Promise<App>

/** A shop in memory where knowledge is played with. What happens there stays there, and is gone when it closes. */
export interface Stage {
  readonly deps: Deps
  /** Sets its clock, which stands still between. */
  setClock(at: number): void
  close(): Promise<void>
}

/** Opens a shop of its own in memory, alone and asking nobody: what is tried out must not reach the shop's own system. */
export async function openStage(
  createApp: CreateApp,
  config: Config,
  current: LiveKnowledge['current'],
): Promise<Stage> {
  let now = 0
  const clock: Clock = { now: () => now }
  const app = await createApp(
    { ...config, demo: false, databaseUrl: undefined, redisUrl: undefined, shopApi: undefined },
    { opened: await openMemory(), log: createLog('silent'), clock, watch: false, live: standStill(current) },
  )
  return {
    deps: app.deps,
    setClock: (at) => {
      now = at
    },
    close: () => app.stop(),
  }
}

function standStill(current: () => Brain) {
  return {
    current,
    report: () => ({ loadedAt: 0, problems: [], warnings: [], tests: { total: 0, failed: [] } }),
    // Nothing is pushed there, so what serves is what was written.
    written: () => current().knowledge,
    refreshProducts: async () => undefined,
    stop: async () => undefined,
  }
}
