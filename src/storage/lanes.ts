import type { Lanes } from '../ports/world.ts'

/** Lanes within one process: a lane exists while something runs or waits in it. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()

  return {
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
