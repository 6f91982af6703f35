import { syllableOf } from '../tables/han.ts'
import type { Token } from '../text/tokens.ts'
import { emit, type FeatureBuffer, HAN, PINYIN } from './feature-buffer.ts'
import { finish, hashText, mix } from './hash.ts'

const UNIGRAM = 0x11
const BIGRAM = 0x12
const IN_WORD = 0x13
const SYLLABLE = 0x14
const SYLLABLES = 0x15
const LATIN = 0x16
const DIGITS = 0x17
const EDGE = 0x1fffff
const UNKNOWN = 0x1ffffe

/** Han 1–2-grams that run on across punctuation, with Latin words and lengths of numbers among them. */
export function emitHan(buffer: FeatureBuffer, tokens: readonly Token[]): void {
  let before = EDGE
  for (const [at, token] of tokens.entries()) {
    // Which characters pinyin stands for is not known; its sounds speak for it.
    if (token.kind === 'pinyin') {
      before = UNKNOWN
      continue
    }
    const key = keyOf(token)
    emit(buffer, HAN, finish(mix(UNIGRAM, key)), at, at)
    if (before !== UNKNOWN) emit(buffer, HAN, finish(mix(mix(BIGRAM, before), key)), Math.max(0, at - 1), at)
    if (token.kind === 'word') emitInWord(buffer, token.text, at)
    before = key
  }
  const last = tokens.length - 1
  if (before !== UNKNOWN) emit(buffer, HAN, finish(mix(mix(BIGRAM, before), EDGE)), last, last)
}

function keyOf(token: Exclude<Token, { kind: 'pinyin' }>): number {
  if (token.kind === 'han') return token.code
  if (token.kind === 'digits') return finish(mix(DIGITS, token.text.length))
  return hashText(LATIN, token.text)
}

/** The same by sound, without tones, so that homophones, dialect spellings and typed pinyin still meet. */
export function emitSounds(buffer: FeatureBuffer, tokens: readonly Token[]): void {
  let before = EDGE
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'han') before = emitSound(buffer, syllableOf(token.code), before, at)
    if (token.kind === 'digits') before = EDGE
    if (token.kind !== 'pinyin') continue

    for (const syllable of token.syllables) before = emitSound(buffer, syllable, before, at)
  }
}

function emitSound(buffer: FeatureBuffer, syllable: number, before: number, at: number): number {
  emit(buffer, PINYIN, finish(mix(SYLLABLE, syllable)), at, at)
  const first = before === EDGE ? at : Math.max(0, at - 1)
  emit(buffer, PINYIN, finish(mix(mix(SYLLABLES, before), syllable)), first, at)
  return syllable
}

/** 3–4-grams of a Latin word among Han, so that `iphone15` and `iphon` meet. */
function emitInWord(buffer: FeatureBuffer, word: string, at: number): void {
  for (let size = 3; size <= 4; size++) {
    for (let from = 0; from + size <= word.length; from++) {
      emit(buffer, HAN, hashText(IN_WORD, word, from, from + size), at, at)
    }
  }
}
