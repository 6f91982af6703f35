import type { Corpus } from '../features/corpus.ts'
import { fitSpace, rowOf, toMatrix } from '../features/space.ts'
import { BACKGROUND, type Labels } from '../learner/labels.ts'
import { createNearestIndex } from '../learner/nearest.ts'
import { createRandom, shuffle } from '../learner/random.ts'
import { TRIAL_EFFORT, trainLinear } from '../learner/train-linear.ts'
import type { Fold } from './folds.ts'
import { createJudge, judge } from './judge.ts'

/** Where a text comes from: an intent that was learnt, one that was left out, or what belongs to none. */
export type Origin = 'learnt' | 'left-out' | 'background'

/** What a matcher that never saw a text made of it. */
export interface Outcome {
  readonly signals: Float64Array
  readonly origin: Origin
  readonly right: boolean
}

/** All that a fold is tried with. */
export interface TrialSetup {
  readonly corpus: Corpus
  readonly labels: Labels
  readonly seed: number
}

/** Trains on a fold and tries texts that the fold holds back, at most so many of each origin. */
export function tryFold(
  { corpus, labels, seed }: TrialSetup,
  fold: Fold,
  withConcepts: boolean,
  most: Readonly<Record<Origin, number>>,
): readonly Outcome[] {
  const features = corpus.vocabulary.size
  const space = fitSpace(corpus, fold.train, labels.classes, withConcepts)
  const matrix = toMatrix(corpus, space)
  const linear = trainLinear({ matrix, rows: fold.train, labels, features, seed }, TRIAL_EFFORT)
  const by = createJudge(linear, createNearestIndex(matrix, fold.train, labels, features))
  const tried = fold.test.slice()
  shuffle(tried, tried.length, createRandom(seed))
  const left = { ...most }
  const outcomes: Outcome[] = []
  for (const row of tried) {
    const label = labels.labels[row] ?? BACKGROUND
    const origin = label < 0 ? 'background' : fold.leftOut[label] === 1 ? 'left-out' : 'learnt'
    if (left[origin] === 0) continue

    left[origin]--
    const vector = rowOf(matrix, row)
    const { classIds, signals } = judge(by, vector, matrix.coverages[row] ?? 0, corpus.lengths[row] ?? 0)
    outcomes.push({ signals, origin, right: origin === 'learnt' && classIds[0] === label })
  }
  return outcomes
}
