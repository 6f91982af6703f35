import type { Lanes } from '../ports/world.ts'

/** Lanes within one process: a lane exists while something runs or waits in it. `settled` resolves when all are empty. */
export function createLanes(): Lanes & { settled(): Promise<void> } {
  const tails = new Map<string, Promise<unknown>>()

  return {
    settled: async () => {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
    run: (key, work) => {
      const before = tails.get(key)
      const mine = before === undefined ? work() : before.then(work, work)
      tails.set(key, mine)
      const leave = () => {
        if (tails.get(key) === mine) tails.delete(key)
      }
      mine.then(leave, leave)
      return mine
    },
  }
}
