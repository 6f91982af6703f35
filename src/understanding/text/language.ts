import type { Locale } from '../../domain/localized-text.ts'
import { type Token, toTokens } from './tokens.ts'

/** A Latin word says about as much as two Han characters. */
const WORD = 2

/** How Chinese a message is, 0 to 1, typed pinyin included; undefined when it has no letters at all. */
export function chineseShare(tokens: readonly Token[]): number | undefined {
  let chinese = 0
  let latin = 0
  for (const token of tokens) {
    if (token.kind === 'han') chinese++
    if (token.kind === 'pinyin') chinese += token.syllables.length
    if (token.kind === 'word') latin += WORD
  }
  return chinese + latin === 0 ? undefined : chinese / (chinese + latin)
}

/** A brand name does not make a Chinese message English: a third of it is enough. */
export function detectLanguage(normalised: string, fallback: Locale): Locale {
  const share = chineseShare(toTokens(normalised))
  if (share === undefined) return fallback

  return share >= 1 / 3 ? 'zh' : 'en'
}
