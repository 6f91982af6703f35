import { chineseShare } from '../text/language.ts'
import { toTokens } from '../text/tokens.ts'
import { emitConcepts, type Lexicon } from './concepts.ts'
import { emitEnglish } from './english-features.ts'
import type { FeatureBuffer } from './feature-buffer.ts'
import { emitHan, emitSounds } from './han-features.ts'

/** Numbers alone may be either language. */
const NO_LANGUAGE = 0.5

/** Fills the buffer with the features of a normalised text. A mixed text speaks in both languages, each by its share. */
export function extract(normalised: string, lexicon: Lexicon | undefined, buffer: FeatureBuffer): void {
  const tokens = toTokens(normalised)
  buffer.count = 0
  buffer.tokens = tokens.length
  buffer.chineseShare = chineseShare(tokens) ?? NO_LANGUAGE

  if (buffer.chineseShare > 0) {
    emitHan(buffer, tokens)
    emitSounds(buffer, tokens)
  }
  if (buffer.chineseShare < 1) emitEnglish(buffer, tokens)
  if (lexicon) emitConcepts(buffer, tokens, lexicon)
}
