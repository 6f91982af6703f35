import { stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { emit, type FeatureBuffer, LETTERS, WORDS } from './feature-buffer.ts'
import { finish, hashText, mix } from './hash.ts'

const UNIGRAM = 0x21
const BIGRAM = 0x22
const IN_WORD = 0x23
const NUMBER = 0x24
const EDGE = 0x2fffff
const WORD_START = 0x5e
const WORD_END = 0x24

/** Porter stems and their bigrams with the sentence's ends, and 2–4-grams inside the words as they were typed. */
export function emitEnglish(buffer: FeatureBuffer, tokens: readonly Token[]): void {
  let before = EDGE
  let beforeAt = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'han' || token.kind === 'pinyin') continue

    const key = token.kind === 'digits' ? finish(mix(NUMBER, token.text.length)) : hashText(UNIGRAM, stem(token.text))
    emit(buffer, WORDS, key, at, at)
    emit(buffer, WORDS, finish(mix(mix(BIGRAM, before), key)), beforeAt, at)
    if (token.kind === 'word') emitInWord(buffer, token.text, at)
    before = key
    beforeAt = at
  }
  emit(buffer, WORDS, finish(mix(mix(BIGRAM, before), EDGE)), beforeAt, beforeAt)
}

/** A word's edges count as letters, so that beginnings and endings are features of their own. */
function emitInWord(buffer: FeatureBuffer, word: string, at: number): void {
  const length = word.length + 2
  for (let from = 0; from + 2 <= length; from++) {
    let hash = mix(IN_WORD, letterAt(word, from))
    for (let size = 2; size <= 4 && from + size <= length; size++) {
      hash = mix(hash, letterAt(word, from + size - 1))
      emit(buffer, LETTERS, finish(hash), at, at)
    }
  }
}

function letterAt(word: string, at: number): number {
  if (at === 0) return WORD_START
  return at <= word.length ? word.charCodeAt(at - 1) : WORD_END
}
