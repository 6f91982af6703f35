import { withoutCourtesies } from '../text/courtesies.ts'
import { chineseShare } from '../text/language.ts'
import type { Spelling } from '../text/spelling.ts'
import { type Token, toTokens } from '../text/tokens.ts'
import { emitConcepts, type Lexicon } from './concepts.ts'
import { emitEnglish } from './english-features.ts'
import type { FeatureBuffer } from './feature-buffer.ts'
import { emitHan, emitSounds } from './han-features.ts'
import { readMeaning } from './meaning.ts'

/** Numbers alone may be either language. */
const NO_LANGUAGE = 0.5

/** A text as the features see it: greeting and thanks aside, words as they were meant. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Reads a normalised text. A shop's own texts are read without spelling: they are the spelling. */
export function readText(normalised: string, spelling?: Spelling): Reading {
  const text = withoutCourtesies(normalised)
  const tokens = toTokens(text)
  const mended = spelling
    ? tokens.map((token) => (token.kind === 'word' ? { ...token, text: spelling.mend(token.text) } : token))
    : tokens
  return { text, tokens: mended }
}

/** Fills the buffer with the features of a text. A mixed text speaks in both languages, each by its share. */
export function extract(tokens: readonly Token[], lexicon: Lexicon | undefined, buffer: FeatureBuffer): void {
  buffer.count = 0
  buffer.tokens = tokens.length
  buffer.chineseShare = chineseShare(tokens) ?? NO_LANGUAGE

  if (buffer.chineseShare > 0) {
    emitHan(buffer, tokens)
    emitSounds(buffer, tokens)
  }
  if (buffer.chineseShare < 1) emitEnglish(buffer, tokens)
  if (lexicon) emitConcepts(buffer, tokens, lexicon)
  readMeaning(tokens, buffer.meaning, 0)
}
