import { isHan } from '../tables/han.ts'
import { toSyllables } from './pinyin.ts'

/**
 * One Han character, one word of Chinese typed as pinyin, one run of other letters, or one run of digits.
 * Marks and spaces leave no token.
 */
export type Token = Place &
  (
    | { readonly kind: 'han'; readonly code: number }
    | { readonly kind: 'pinyin'; readonly text: string; readonly syllables: readonly number[] }
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'digits'; readonly text: string }
  )

/** Where a token stands in the normalised text. */
interface Place {
  readonly from: number
  readonly to: number
}

/** Splits a normalised text. Chinese is not segmented: character n-grams need no dictionary and few-shot do better than words. */
export function toTokens(normalised: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < normalised.length) {
    const code = normalised.charCodeAt(at)
    if (isHan(code)) {
      tokens.push({ kind: 'han', code, from: at, to: at + 1 })
      at++
      continue
    }
    const member = isDigit(code) ? isDigit : isLetter(code) ? isLetter : undefined
    if (!member) {
      at++
      continue
    }
    const start = at
    while (at < normalised.length && member(normalised.charCodeAt(at))) at++
    const text = normalised.slice(start, at)
    tokens.push({ kind: member === isDigit ? 'digits' : 'word', text, from: start, to: at })
  }
  return readPinyin(tokens)
}

/** Among Han every word that splits into syllables is pinyin; without Han it takes the whole message. */
function readPinyin(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'word')) return tokens

  const read = tokens.map((token): Token => {
    if (token.kind !== 'word') return token

    const syllables = toSyllables(token.text)
    return syllables ? { ...token, kind: 'pinyin', syllables } : token
  })
  return tokens.some(({ kind }) => kind === 'han') || !read.some(({ kind }) => kind === 'word') ? read : tokens
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLetter(code: number): boolean {
  if (code >= 0x61 && code <= 0x7a) return true
  // Outside ASCII: letters of other scripts, without general punctuation, CJK marks and private areas.
  return (code >= 0xc0 && code < 0x2000) || (code >= 0x3041 && code < 0x3400) || (code >= 0xac00 && code < 0xd7a4)
}
