import type { Corpus } from '../features/corpus.ts'
import { fitSpace, rowOf, toMatrix } from '../features/space.ts'
import { BACKGROUND, type Labels } from '../learner/labels.ts'
import { createNearestIndex } from '../learner/nearest.ts'
import { createRandom, shuffle } from '../learner/random.ts'
import { TRIAL_EFFORT, trainLinear } from '../learner/train-linear.ts'
import type { Fold } from './folds.ts'
import { createJudge, judge } from './judge.ts'

/** What a matcher that never saw a text made of it. */
export interface Outcome {
  readonly signals: Float64Array
  readonly inScope: boolean
  readonly right: boolean
}

/** All that a fold is tried with. */
export interface TrialSetup {
  readonly corpus: Corpus
  readonly labels: Labels
  readonly seed: number
}

/** Trains on a fold and tries at most `most` of the texts that the fold holds back. */
export function tryFold(
  { corpus, labels, seed }: TrialSetup,
  fold: Fold,
  withConcepts: boolean,
  most: number,
): readonly Outcome[] {
  const features = corpus.vocabulary.size
  const space = fitSpace(corpus, fold.train, withConcepts)
  const matrix = toMatrix(corpus, space)
  const linear = trainLinear(matrix, fold.train, labels, features, seed, TRIAL_EFFORT)
  const by = createJudge(linear, createNearestIndex(matrix, fold.train, labels))
  const tried = fold.test.slice()
  shuffle(tried, tried.length, createRandom(seed))
  const outcomes: Outcome[] = []
  for (const row of tried.subarray(0, most)) {
    const vector = rowOf(matrix, row)
    const { classIds, signals } = judge(by, vector, matrix.coverages[row] ?? 0, corpus.lengths[row] ?? 0)
    const label = labels.labels[row] ?? BACKGROUND
    const inScope = label >= 0 && fold.leftOut[label] === 0
    outcomes.push({ signals, inScope, right: inScope && classIds[0] === label })
  }
  return outcomes
}
