import { type LabelledRow, OUT_OF_SCOPE } from '../../domain/evaluation/parse-labelled.ts'
import { chineseShare } from '../text/language.ts'
import { normalise } from '../text/normalise.ts'
import { toTokens } from '../text/tokens.ts'
import type { TrainingSource } from '../training-source.ts'

/**
 * Labelled rows as something to learn from; rows of intent `none` are the background. An intent's name is its title, as in a
 * shop (`card_arrival` → "card arrival"), where it is a word of the examples' own language.
 */
export function toTsvSource(rows: readonly LabelledRow[]): TrainingSource {
  const byIntent = new Map<string, string[]>()
  for (const { utterance, intent } of rows) {
    const examples = byIntent.get(intent)
    if (examples) examples.push(utterance)
    else byIntent.set(intent, [utterance])
  }
  const outOfScope = byIntent.get(OUT_OF_SCOPE) ?? []
  byIntent.delete(OUT_OF_SCOPE)

  const isChinese = rows.filter(({ utterance }) => speaksChinese(utterance)).length * 2 > rows.length
  const intents = [...byIntent].map(([id, examples]) => {
    const name = id.replaceAll(/[_.:-]+/g, ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    return { id, titles: speaksChinese(name) === isChinese ? [name] : [], examples, not: [] }
  })
  return { intents, outOfScope, synonyms: [] }
}

function speaksChinese(text: string): boolean {
  return (chineseShare(toTokens(normalise(text))) ?? 0) >= 1 / 3
}
