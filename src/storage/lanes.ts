import type { Lanes } from '../ports/world.ts'

/** Keeps other processes out of a lane. */
export interface LaneGuard {
  /** Resolves when this process is in it, with what leaves it. Never rejects. */
  enter(key: string): Promise<() => void>
}

/**
 * Lanes within one process, and with a guard between several: a lane exists while something runs or waits in it. `settled` resolves
 * when all are empty.
 */
export function createLanes(guard?: LaneGuard): Lanes & { settled(): Promise<void> } {
  const tails = new Map<string, Promise<unknown>>()

  return {
    settled: async () => {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
    run: (key, work) => {
      const before = tails.get(key)
      const guarded = guard ? () => runGuarded(guard, key, work) : work
      const mine = before === undefined ? guarded() : before.then(guarded, guarded)
      tails.set(key, mine)
      const leave = () => {
        if (tails.get(key) === mine) tails.delete(key)
      }
      mine.then(leave, leave)
      return mine
    },
  }
}

async function runGuarded<T>(guard: LaneGuard, key: string, work: () => Promise<T>): Promise<T> {
  const leave = await guard.enter(key)
  try {
    return await work()
  } finally {
    leave()
  }
}
