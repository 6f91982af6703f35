import { createEntityReader } from '../entities/entity-reader.ts'
import { createMatcher } from '../matcher.ts'
import { trainModel } from '../train-model.ts'
import type { TrainingSource } from '../training-source.ts'
import { holdOut } from './hold-out.ts'

const FOLDS = 4

/** So many examples of an intent are taken for another. */
export interface ConfusedExamples {
  readonly intent: string
  readonly taken: string
  readonly count: number
}

/** Counts what is taken for what: each quarter of the examples is read by a matcher that has not seen it. */
export function countConfusion(
  source: TrainingSource,
  onProgress: (done: number, total: number) => void,
): readonly ConfusedExamples[] {
  const counts = new Map<string, ConfusedExamples>()
  for (let fold = 0; fold < FOLDS; fold++) {
    onProgress(fold, FOLDS)
    const { learnt, heldBack } = holdOut(source, fold, FOLDS)
    const { understand } = createMatcher(trainModel(learnt), createEntityReader([]), 'UTC')
    for (const { utterance, intent, style } of heldBack) {
      const locale = style === 'en' ? 'en' : 'zh'
      const taken = understand({ text: utterance, locale, at: 0 }).candidates[0]?.intent
      if (taken === undefined || taken === intent) continue
      const key = `${intent}\t${taken}`
      counts.set(key, { intent, taken, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()]
}
