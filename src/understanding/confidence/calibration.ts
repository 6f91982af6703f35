import { BACKGROUND } from '../learner/labels.ts'
import { DEFAULT_CALIBRATION } from './defaults.ts'
import { drawFolds } from './folds.ts'
import { SIGNALS } from './judge.ts'
import { fitLogistic, type Logistic, probability, type Sample } from './logistic.ts'
import { type Reliability, toReliability } from './reliability.ts'
import { type Origin, type Outcome, type TrialSetup, tryFold } from './trial.ts'

/** Two questions on the same signals: is the best class right, and is the message the shop's business at all. */
export interface Calibration {
  readonly right: Logistic
  readonly inScope: Logistic
  /** What the first of them was worth on the folds. */
  readonly reliability: Reliability
}

/** What the folds taught. */
export interface CrossValidation {
  readonly calibration: Calibration
  /** Whether the synonym lexicon helps this shop. */
  readonly conceptsPay: boolean
}

const FEWEST_CLASSES = 8
const FEWEST_EXAMPLES = 150
const FOLDS = 3
const MOST_PER_FOLD = { learnt: 280, 'left-out': 150, background: 120 }
/** Whether the lexicon pays is seen from what was learnt alone. */
const MOST_COMPARED = { ...MOST_PER_FOLD, learnt: 700 }
/** How many of the messages that reach a shop are none of its business; the folds alone would say a half. */
const OUT_OF_SCOPE_SHARE = 0.3
/** Of these, the part that left-out intents stand for where a shop wrote down enough of what is none of its business. */
const LEFT_OUT_PART = 0.25
const ENOUGH_BACKGROUND = 60

/**
 * Learns what the signals are worth from folds in which some intents are left out entirely: their examples
 * stand for what shoppers ask that nobody wrote down. No out-of-scope example is needed, though those that
 * exist are used. A knowledge base that is too small gets the shipped weights.
 */
export function crossValidate(setup: TrialSetup, isKept: (row: number) => boolean): CrossValidation {
  const { labels, seed, corpus } = setup
  const examples = labels.labels.reduce((sum, label) => sum + (label > BACKGROUND ? 1 : 0), 0)
  if (labels.classes < FEWEST_CLASSES || examples < FEWEST_EXAMPLES) {
    return { calibration: DEFAULT_CALIBRATION, conceptsPay: true }
  }
  const [first, ...others] = drawFolds(labels, FOLDS, isKept, seed)
  if (!first) return { calibration: DEFAULT_CALIBRATION, conceptsPay: true }
  let outcomes = tryFold(setup, first, true, MOST_COMPARED)
  let conceptsPay = true
  if (corpus.hasConcepts) {
    const without = tryFold(setup, first, false, MOST_COMPARED)
    conceptsPay = countRight(outcomes) >= countRight(without)
    if (!conceptsPay) outcomes = without
  }
  const all = [...outcomes]
  for (const fold of others) all.push(...tryFold(setup, fold, conceptsPay, MOST_PER_FOLD))
  return { calibration: fitCalibration(all), conceptsPay }
}

function countRight(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { right }) => sum + (right ? 1 : 0), 0)
}

function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const weights = toWeights(outcomes)
  const samplesFor = (yes: (outcome: Outcome) => boolean): Sample[] =>
    outcomes.map((o) => ({ signals: o.signals, yes: yes(o), weight: weights[o.origin] }))

  const right = fitLogistic(
    samplesFor((outcome) => outcome.right),
    SIGNALS,
  )
  const inScope = fitLogistic(
    samplesFor(({ origin }) => origin === 'learnt'),
    SIGNALS,
  )
  const trials = samplesFor((outcome) => outcome.right).map(({ signals, yes, weight }) => ({
    confidence: probability(right, signals),
    right: yes,
    weight,
  }))
  return { right, inScope, reliability: toReliability(trials) }
}

/** What one outcome of each origin counts, so that the origins stand to each other as in what reaches a shop. */
function toWeights(outcomes: readonly Outcome[]): Readonly<Record<Origin, number>> {
  const counts = { learnt: 0, 'left-out': 0, background: 0 }
  for (const { origin } of outcomes) counts[origin]++
  const leftOutPart = counts.background >= ENOUGH_BACKGROUND ? LEFT_OUT_PART : 1
  const weightOf = (origin: Origin, share: number) => (share * outcomes.length) / Math.max(counts[origin], 1)
  return {
    learnt: weightOf('learnt', 1 - OUT_OF_SCOPE_SHARE),
    'left-out': weightOf('left-out', OUT_OF_SCOPE_SHARE * leftOutPart),
    background: weightOf('background', OUT_OF_SCOPE_SHARE * (1 - leftOutPart)),
  }
}

/** Probability that the best class is right, and that the message is in scope; the second is never the smaller. */
export function weighSignals(
  by: Calibration,
  signals: Float64Array,
): { readonly right: number; readonly inScope: number } {
  const right = probability(by.right, signals)
  return { right, inScope: Math.max(right, probability(by.inScope, signals)) }
}
