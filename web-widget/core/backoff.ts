const FIRST_MS = 100
const FIRST_SPREAD_MS = 900
const LONGEST_MS = 30_000

/** Milliseconds before the attempt after `failures` failed ones: 0.1–1 s at first, twice that each time, 30 s at most. */
export function toBackoff(failures: number, random: () => number): number {
  const doubled = (FIRST_MS + random() * FIRST_SPREAD_MS) * 2 ** Math.min(failures, 10)
  // At the top the jitter is kept too: a thousand shoppers must not come back in the same second.
  return Math.min(doubled, LONGEST_MS * (0.75 + random() * 0.25))
}
