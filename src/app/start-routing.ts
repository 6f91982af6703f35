import type { Deps } from '../actions/deps.ts'
import { endLateOffers } from '../actions/queue/end-offers.ts'
import { routeQueue } from '../actions/queue/route-queue.ts'
import type { EventSource } from '../ports/world.ts'

/** Changes that come together are looked at once. */
const COALESCE_MILLISECONDS = 20

/** Finds an agent as soon as somebody waits or somebody is free; the clock looks besides. The returned function ends it. */
export function startRouting(deps: Deps, events: EventSource): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const run = async () => {
    try {
      await endLateOffers(deps)
      await routeQueue(deps)
    } catch (error) {
      deps.log.error({ error }, 'the queue could not be looked at')
    }
  }
  const stop = events.subscribe(({ type }, from) => {
    // The node that it happened at looks; if that one dies over it, the clock of any other does.
    if (from !== undefined) return
    if (type !== 'queue.changed' && type !== 'agents.changed') return
    timer ??= setTimeout(() => {
      timer = undefined
      running = running.then(run)
    }, COALESCE_MILLISECONDS)
  })
  return async () => {
    stop()
    clearTimeout(timer)
    await running
  }
}
