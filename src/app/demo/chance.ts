import { hashText } from '../../understanding/features/hash.ts'
import { createRandom } from '../../understanding/learner/random.ts'

/** Draws that are the same every time: each name has a stream of its own, so that a change in one place moves nothing elsewhere. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A number from `from` to below `until`. */
  between(from: number, until: number): number
  /** A whole number, both ends included. */
  int(from: number, until: number): number
  happens(share: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** One of them, in proportion to its weight; undefined where nothing weighs anything. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T | undefined
}

const SEED = 20_261_111

export function createChance(name: string): Chance {
  const next = createRandom(hashText(SEED, name))
  const int = (from: number, until: number) => from + Math.floor(next() * (until - from + 1))
  return {
    next,
    between: (from, until) => from + next() * (until - from),
    int,
    happens: (share) => next() < share,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (items, weightOf) => {
      const weights = items.map(weightOf)
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const at = weights.findIndex((weight) => {
        left -= weight
        return weight > 0 && left < 0
      })
      return items[at]
    },
  }
}

/** Some of them, heavier ones sooner (Efraimidis and Spirakis, 2006), in the order in which they were. */
export function draw<T>(chance: Chance, items: readonly T[], count: number, weightOf: (item: T) => number): T[] {
  const keyed = items.map((item, at) => ({ item, at, key: -Math.log(1 - chance.next()) / weightOf(item) }))
  return keyed
    .toSorted((one, other) => one.key - other.key)
    .slice(0, count)
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
