import { type Likeness, placeOf } from './likeness.ts'

const GONE = 0
const OPEN = 1
/** Nothing joins it any more. */
const DONE = 2

interface Work {
  readonly likeness: Float32Array
  readonly state: Uint8Array
  readonly mass: Float64Array
  readonly group: Int32Array
}

/**
 * Joins the groups that are most alike, two at a time, as long as their members are on average at least `least` alike; returns for each
 * thing the number of its group, which is its lowest member. Follows chains of nearest neighbours: the time grows with the square of the size.
 */
export function joinAlike({ size, values }: Likeness, least: number): Int32Array {
  const work: Work = {
    likeness: values.slice(),
    state: new Uint8Array(size).fill(OPEN),
    mass: new Float64Array(size).fill(1),
    group: Int32Array.from({ length: size }, (_, at) => at),
  }
  const chain: number[] = []
  for (let next = 0; next < size; next++) {
    if (work.state[next] !== OPEN) continue
    chain.push(next)
    while (chain.length > 0) follow(work, chain, least)
  }
  // A group's number is lower than its members', so that one pass downwards finds it.
  for (let at = 0; at < size; at++) work.group[at] = work.group[work.group[at] ?? at] ?? at
  return work.group
}

/** One step along the chain: a nearer neighbour, a join, or the end. */
function follow(work: Work, chain: number[], least: number): void {
  const top = chain.at(-1) ?? 0
  const before = chain.at(-2)
  const nearest = findNearest(work, top, before)
  if (nearest < 0 || (work.likeness[placeOf(top, nearest)] ?? 0) < least) {
    // Joining never brings an average above the nearest: whoever has nobody near enough now has nobody later.
    work.state[top] = DONE
    chain.pop()
    return
  }
  if (nearest !== before) {
    chain.push(nearest)
    return
  }
  chain.length -= 2
  join(work, Math.min(top, nearest), Math.max(top, nearest))
}

/** The likest that may still be joined; the one before in the chain where none is liker. */
function findNearest({ likeness, state }: Work, top: number, before: number | undefined): number {
  let best = before ?? -1
  let most = before === undefined ? Number.NEGATIVE_INFINITY : (likeness[placeOf(top, before)] ?? 0)
  for (let other = 0; other < state.length; other++) {
    if (state[other] !== OPEN || other === top) continue
    const value = likeness[placeOf(top, other)] ?? 0
    if (value > most) {
      most = value
      best = other
    }
  }
  return best
}

/** Lays `gone` into `kept`: what they have in common with the others is averaged by how many they are. */
function join({ likeness, state, mass, group }: Work, kept: number, gone: number): void {
  const [a, b] = [mass[kept] ?? 0, mass[gone] ?? 0]
  state[gone] = GONE
  group[gone] = kept
  mass[kept] = a + b
  for (let other = 0; other < state.length; other++) {
    if (other === kept || state[other] !== OPEN) continue
    const place = placeOf(kept, other)
    likeness[place] = ((likeness[place] ?? 0) * a + (likeness[placeOf(gone, other)] ?? 0) * b) / (a + b)
  }
}
