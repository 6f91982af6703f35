/** Numbers in [0, 1) that the seed alone decides (mulberry32, Tommy Ettinger, public domain). */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Shuffles in place (Fisher–Yates), the first `count` items. */
export function shuffle(items: Int32Array, count: number, random: Random): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = items[at] ?? 0
    items[at] = items[other] ?? 0
    items[other] = held
  }
}
