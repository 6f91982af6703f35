import { verdictOf } from '../domain/decide-reply.ts'
import type { Outcome } from '../domain/evaluation/metrics.ts'
import { applyRisk } from '../domain/thresholds.ts'
import { createEntityReader } from '../understanding/entities/entity-reader.ts'
import { type Evaluation, observe, summarise } from '../understanding/evaluation/evaluate.ts'
import { holdOut } from '../understanding/evaluation/hold-out.ts'
import { createMatcher } from '../understanding/matcher.ts'
import { trainModel } from '../understanding/train-model.ts'
import type { Exam } from './evaluate-file.ts'

const FOLDS = 4

/**
 * Judges a shop by its own examples: each quarter of them is held back once and read by a matcher that never saw it. Owners
 * write examples to differ, so this is harder than what shoppers ask; it is for comparing, not for promising.
 */
export async function crossValidateExam({ source, thresholds }: Exam): Promise<Evaluation> {
  const outcomes: Outcome[] = []
  let trainMs = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const { learnt, heldBack } = holdOut(source, fold, FOLDS)
    const since = process.cpuUsage()
    const understanding = createMatcher(trainModel(learnt), createEntityReader([]), 'UTC')
    const { user, system } = process.cpuUsage(since)
    trainMs += (user + system) / 1000
    const applied = applyRisk(thresholds, understanding.answerAbove)
    outcomes.push(...observe(understanding, heldBack, ({ candidates }) => verdictOf(candidates, applied)))
  }
  return summarise(outcomes, trainMs)
}
