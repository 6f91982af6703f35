import { wordTable } from '../tables/words.ts'
import { EMPTY_WORD, findRow, hashWord } from '../tables/words-layout.ts'
import type { Token } from '../text/tokens.ts'
import { finish, mix } from './hash.ts'

/** The length of a meaning. */
export const MEANING = 64
const LONGEST_WORD = 4

/**
 * Adds up what the words of a text mean, each by how rare it is, into `into[from…from + MEANING]`, scaled to length 1;
 * all zeros if no word is known. Chinese is read word by word, the longest known one first; a single typed syllable may be anything.
 */
export function readMeaning(tokens: readonly Token[], into: Float32Array, from: number): void {
  into.fill(0, from, from + MEANING)
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (token?.kind === 'word' || (token?.kind === 'pinyin' && token.syllables.length > 1)) {
      addWord(findRow(wordTable(), hashWord(token.text)), into, from)
    }
    at += token?.kind === 'han' ? addLongest(tokens, at, into, from) : 1
  }
  scale(into, from, 1)
}

export function isKnownWord(word: string): boolean {
  return findRow(wordTable(), hashWord(word)) >= 0
}

/** Adds the longest known word that begins at `at`, and returns how many characters it takes. */
function addLongest(tokens: readonly Token[], at: number, into: Float32Array, from: number): number {
  let hash = EMPTY_WORD
  let longest = -1
  let length = 1
  for (let size = 1; size <= LONGEST_WORD; size++) {
    const token = tokens[at + size - 1]
    // A word does not run on across marks: 什么价？格子衫 holds no 价格.
    if (token?.kind !== 'han' || token.from !== (tokens[at]?.from ?? 0) + size - 1) break
    hash = mix(hash, token.code)
    const row = findRow(wordTable(), finish(hash))
    if (row < 0) continue
    longest = row
    length = size
  }
  addWord(longest, into, from)
  return length
}

function addWord(row: number, into: Float32Array, from: number): void {
  if (row < 0) return

  const { vectors, weights } = wordTable()
  const start = row * MEANING
  let square = 0
  for (let at = start; at < start + MEANING; at++) square += (vectors[at] ?? 0) ** 2
  const factor = (weights[row] ?? 0) / Math.sqrt(square || 1)
  for (let at = 0; at < MEANING; at++) into[from + at] = (into[from + at] ?? 0) + factor * (vectors[start + at] ?? 0)
}

/** Scales to a length, unless all is zero; returns whether anything is there. */
function scale(values: Float32Array, from: number, length: number): boolean {
  let square = 0
  for (let at = from; at < from + MEANING; at++) square += (values[at] ?? 0) ** 2
  if (square === 0) return false

  const factor = length / Math.sqrt(square)
  for (let at = from; at < from + MEANING; at++) values[at] = (values[at] ?? 0) * factor
  return true
}

/** Writes a meaning as seen from a centre, `length` long; returns whether there is one. */
export function placeMeaning(
  source: Float32Array,
  sourceFrom: number,
  centre: Float32Array,
  length: number,
  into: Float32Array,
  from: number,
): boolean {
  let any = false
  for (let at = 0; at < MEANING; at++) any ||= source[sourceFrom + at] !== 0
  for (let at = 0; at < MEANING; at++) into[from + at] = any ? (source[sourceFrom + at] ?? 0) - (centre[at] ?? 0) : 0
  return any && scale(into, from, length)
}

/** The inner product of two meanings, read straight from where they lie; four sums at once, as none need wait for another. */
export function dotMeanings(a: Float32Array, aFrom: number, b: Float32Array, bFrom: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = 0; at < MEANING; at += 4) {
    first += (a[aFrom + at] ?? 0) * (b[bFrom + at] ?? 0)
    second += (a[aFrom + at + 1] ?? 0) * (b[bFrom + at + 1] ?? 0)
    third += (a[aFrom + at + 2] ?? 0) * (b[bFrom + at + 2] ?? 0)
    fourth += (a[aFrom + at + 3] ?? 0) * (b[bFrom + at + 3] ?? 0)
  }
  return first + second + third + fourth
}
