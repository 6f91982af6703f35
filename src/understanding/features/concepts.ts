import { normalise } from '../text/normalise.ts'
import { stem } from '../text/stem.ts'
import { type Token, toTokens } from '../text/tokens.ts'
import { CONCEPTS, emit, type FeatureBuffer } from './feature-buffer.ts'
import { finish, hashText, mix } from './hash.ts'
import { createHashTable, enter, type HashTable, lookUp } from './hash-table.ts'

const CONCEPT = 0x31
const PAIR = 0x32
const WORD = 0x33
const SOUNDS = 0x34

/**
 * The synonym lexicon, over tokens: Chinese words match anywhere, English ones as whole stemmed words. Every beginning of a
 * word is an entry, so that a search ends where no word goes on: the concept that it names, or `BEGINNING`.
 */
export type Lexicon = HashTable

const EMPTY = 0x35
const BEGINNING = 1

export function toLexicon(
  synonyms: readonly { readonly concept: string; readonly words: readonly string[] }[],
): Lexicon {
  const entries = new Map<number, number>()
  for (const { concept, words } of synonyms) {
    for (const word of words) addWord(entries, toTokens(normalise(word)), hashText(CONCEPT, concept))
  }
  const lexicon = createHashTable(entries.size)
  for (const [hash, concept] of entries) enter(lexicon, finish(hash), concept)
  return lexicon
}

function addWord(entries: Map<number, number>, tokens: readonly Token[], concept: number): void {
  let hash = EMPTY
  for (const [at, token] of tokens.entries()) {
    hash = mix(hash, keyOf(token))
    if (at === tokens.length - 1) entries.set(hash, concept)
    else if (!entries.has(hash)) entries.set(hash, BEGINNING)
  }
}

/** Emits each concept that is named, and each two that follow one another. A word inside a longer one is not named. */
export function emitConcepts(buffer: FeatureBuffer, tokens: readonly Token[], lexicon: Lexicon): void {
  let covered = 0
  let before = 0
  let beforeFrom = 0
  for (let from = 0; from < tokens.length; from++) {
    const found = findLongest(tokens, from, lexicon)
    if (!found || found.end <= covered) continue

    const last = found.end - 1
    emit(buffer, CONCEPTS, found.concept, from, last)
    if (before !== 0) emit(buffer, CONCEPTS, finish(mix(mix(PAIR, before), found.concept)), beforeFrom, last)
    before = found.concept
    beforeFrom = from
    covered = found.end
  }
}

function findLongest(
  tokens: readonly Token[],
  from: number,
  lexicon: Lexicon,
): { concept: number; end: number } | undefined {
  let hash = EMPTY
  let found: { concept: number; end: number } | undefined
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    hash = mix(hash, keyOf(token))
    const concept = lookUp(lexicon, finish(hash))
    if (concept === 0) break
    if (concept !== BEGINNING) found = { concept, end: at + 1 }
  }
  return found
}

function keyOf(token: Token): number {
  if (token.kind === 'han') return token.code
  if (token.kind === 'pinyin') return token.syllables.reduce(mix, SOUNDS)
  return hashText(WORD, token.kind === 'word' ? stem(token.text) : token.text)
}
