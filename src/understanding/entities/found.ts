import type { Entity } from '../../domain/entities.ts'

type WithoutText<T> = T extends unknown ? Omit<T, 'text'> : never
/** What was meant, before it is known where it stands. */
export type Meaning = WithoutText<Entity>

/** A stretch of the text that a reader lays claim to. */
export interface Found {
  readonly start: number
  readonly end: number
  /** Where two claims overlap, the lower rank wins, then the longer one. */
  readonly rank: number
  readonly meaning: Meaning
}

/** From the most to the least telling form: what has a format of its own beats what is a bare number or word. */
export const RANK = {
  tracking: 0,
  namedOrder: 1,
  phone: 2,
  product: 3,
  order: 4,
  size: 5,
  build: 6,
  time: 7,
  money: 8,
  place: 9,
  quantity: 10,
  color: 11,
} as const

/** Claims for every match; `mean` may refuse by returning nothing. */
export function findAll(
  text: string,
  pattern: RegExp,
  rank: number,
  mean: (match: RegExpExecArray) => Meaning | undefined,
): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(pattern)) {
    const meaning = mean(match)
    const length = match[0].trimEnd().length
    if (meaning && length > 0) found.push({ start: match.index, end: match.index + length, rank, meaning })
  }
  return found
}

/** The claims that stand, in order of appearance; none overlap. */
export function settle(claims: readonly Found[]): readonly Found[] {
  const byRight = claims.toSorted((a, b) => a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Found[] = []
  for (const claim of byRight) {
    if (kept.every((other) => claim.end <= other.start || claim.start >= other.end)) kept.push(claim)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
