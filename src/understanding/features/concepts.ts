import { normalise } from '../text/normalise.ts'
import { stem } from '../text/stem.ts'
import { type Token, toTokens } from '../text/tokens.ts'
import { CONCEPTS, emit, type FeatureBuffer } from './feature-buffer.ts'
import { finish, hashText, mix } from './hash.ts'

const CONCEPT = 0x31
const PAIR = 0x32
const WORD = 0x33
const SOUNDS = 0x34

interface Node {
  readonly next: Map<number, Node>
  concept: number
}

/** The synonym lexicon as a tree over tokens: Chinese words match anywhere, English ones as whole stemmed words. */
export interface Lexicon {
  readonly root: Node
}

export function toLexicon(
  synonyms: readonly { readonly concept: string; readonly words: readonly string[] }[],
): Lexicon {
  const root: Node = { next: new Map(), concept: 0 }
  for (const { concept, words } of synonyms) {
    for (const word of words) plant(root, toTokens(normalise(word)), hashText(CONCEPT, concept))
  }
  return { root }
}

function plant(root: Node, tokens: readonly Token[], concept: number): void {
  if (tokens.length === 0) return

  let node = root
  for (const token of tokens) {
    const key = keyOf(token)
    const known = node.next.get(key)
    const child = known ?? { next: new Map<number, Node>(), concept: 0 }
    if (!known) node.next.set(key, child)
    node = child
  }
  node.concept = concept
}

/** Emits each concept that is named, and each two that follow one another. A word inside a longer one is not named. */
export function emitConcepts(buffer: FeatureBuffer, tokens: readonly Token[], lexicon: Lexicon): void {
  let covered = 0
  let before = 0
  let beforeFrom = 0
  for (let from = 0; from < tokens.length; from++) {
    const found = findLongest(tokens, from, lexicon.root)
    if (!found || found.end <= covered) continue

    const last = found.end - 1
    emit(buffer, CONCEPTS, found.concept, from, last)
    if (before !== 0) emit(buffer, CONCEPTS, finish(mix(mix(PAIR, before), found.concept)), beforeFrom, last)
    before = found.concept
    beforeFrom = from
    covered = found.end
  }
}

function findLongest(tokens: readonly Token[], from: number, root: Node): { concept: number; end: number } | undefined {
  let node = root
  let found: { concept: number; end: number } | undefined
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    const next = token && node.next.get(keyOf(token))
    if (!next) break

    node = next
    if (node.concept !== 0) found = { concept: node.concept, end: at + 1 }
  }
  return found
}

function keyOf(token: Token): number {
  if (token.kind === 'han') return token.code
  if (token.kind === 'pinyin') return token.syllables.reduce(mix, SOUNDS)
  return hashText(WORD, token.kind === 'word' ? stem(token.text) : token.text)
}
