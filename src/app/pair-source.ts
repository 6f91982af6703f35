import { findPairs, type Pairs } from '../domain/skills/pairs.ts'
import type { OrderStore } from '../ports/commerce.ts'
import type { Clock, PairSource } from '../ports/world.ts'

const DAY = 86_400_000
/** What sold together longer ago than this says little of what does now. */
const LOOKED_BACK = 365 * DAY
const ORDERS_READ = 20_000
const KEPT_FOR = 3_600_000

/** Reads the orders on the first question, and again when the answer is an hour old. */
export function createPairSource(orders: OrderStore, clock: Clock): PairSource {
  let pairs: Promise<Pairs> | undefined
  let readAt = 0
  return {
    current: () => {
      const now = clock.now()
      if (!pairs || now - readAt > KEPT_FOR) {
        readAt = now
        const reading = orders.listBaskets(now - LOOKED_BACK, ORDERS_READ).then(findPairs)
        pairs = reading
        // A read that failed is tried again by the next question.
        reading.catch(() => {
          pairs = undefined
        })
      }
      return pairs
    },
  }
}
