import type { Clock } from '../../ports/world.ts'

const OPENS_AFTER = 5
const REST_MILLISECONDS = 15_000

/** Leaves a shop that is down in peace: after some failures running, one call now and then tries whether it is back. */
export interface Breaker {
  /** Does the work, or answers with `rest` while the shop is left in peace. */
  run<T>(work: () => Promise<T>, rest: () => T): Promise<T>
}

/** `isOutage` tells a shop that is down from one that answers something unwelcome. */
export function createBreaker(clock: Clock, isOutage: (error: unknown) => boolean): Breaker {
  let failures = 0
  let restUntil = 0

  return {
    run: async (work, rest) => {
      if (failures >= OPENS_AFTER) {
        if (clock.now() < restUntil) return rest()
        // This call is the trial: who comes while it is out still rests.
        restUntil = clock.now() + REST_MILLISECONDS
      }
      try {
        const result = await work()
        failures = 0
        return result
      } catch (error) {
        failures = isOutage(error) ? failures + 1 : 0
        restUntil = clock.now() + REST_MILLISECONDS
        throw error
      }
    },
  }
}
