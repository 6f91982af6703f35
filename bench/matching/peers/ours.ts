import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import { createEntityReader } from '../../../src/understanding/entities/entity-reader.ts'
import { toTsvSource } from '../../../src/understanding/evaluation/tsv-source.ts'
import { createMatcher } from '../../../src/understanding/matcher.ts'
import { trainModel } from '../../../src/understanding/train-model.ts'
import type { Language } from '../load-set.ts'
import type { Match } from './peer.ts'

/** Our matcher, learning from a TSV as `xiaoer eval --train` does. */
export async function trainOurs(rows: readonly LabelledRow[], locale: Language): Promise<Match> {
  const understanding = createMatcher(trainModel(toTsvSource(rows)), createEntityReader([]), 'UTC')
  return (text) => {
    const { candidates } = understanding.understand({ text, locale, at: 0 })
    return { ranked: candidates.map(({ intent }) => intent), confidence: candidates[0]?.confidence ?? 0 }
  }
}
