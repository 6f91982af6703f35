import { fits, type Phrase, type Token, tokenise, toPhrases } from './tokens.ts'

/** From the first character to the one after the last. */
export type Range = readonly [from: number, to: number]

/** A piece of a text around what was found in it. */
export interface Excerpt {
  readonly text: string
  readonly ranges: readonly Range[]
  /** How many of the phrases stand in the whole text. */
  readonly phrases: number
}

const BEFORE = 24
const LENGTH = 110

/** Where the phrases of a query stand in a text, in order, none across another. */
export function findRanges(text: string, query: string): readonly Range[] {
  return joinRanges(rangesOf(tokenise(text), toPhrases(query)).flat())
}

/** The stretch of a text that shows best why it was found. */
export function toExcerpt(text: string, phrases: readonly Phrase[]): Excerpt {
  const found = rangesOf(tokenise(text), phrases)
  const ranges = joinRanges(found.flat())
  const from = startOf(text, ranges[0]?.[0] ?? 0)
  const to = endOf(text, from + LENGTH)
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  return {
    text: `${head}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
    phrases: found.filter((one) => one.length > 0).length,
  }
}

function rangesOf(tokens: readonly Token[], phrases: readonly Phrase[]): readonly (readonly Range[])[] {
  return phrases.map((phrase) =>
    tokens.flatMap((first, at): readonly Range[] => {
      const last = tokens[at + phrase.tokens.length - 1]
      const whole = last && phrase.tokens.every((_, place) => fits(phrase, place, tokens[at + place]?.text ?? ''))
      return whole ? [[first.start, endInside(last, phrase)]] : []
    }),
  )
}

/** Of a token that is only begun, so much as was asked for; of a pair, its first character. */
function endInside(last: Token, phrase: Phrase): number {
  const wanted = phrase.tokens.at(-1) ?? ''
  const asWritten = last.end - last.start === last.text.length
  return phrase.open && asWritten ? last.start + wanted.length : last.end
}

function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = joined.at(-1)
    if (before && from <= before[1]) before[1] = Math.max(before[1], to)
    else joined.push([from, to])
  }
  return joined
}

function startOf(text: string, hit: number): number {
  const from = hit <= BEFORE ? 0 : hit - BEFORE
  return isHalf(text, from) ? from - 1 : from
}

function endOf(text: string, to: number): number {
  return isHalf(text, to) ? to + 1 : Math.min(to, text.length)
}

/** Whether a cut here would go through an emoji. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
