import { BACKGROUND } from '../learner/labels.ts'
import { DEFAULT_CALIBRATION } from './defaults.ts'
import { drawFolds, type Fold, thinned } from './folds.ts'
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
/** A shop of so many texts has trials enough in one fold. */
const MANY_ROWS = 40_000
const MOST_PER_FOLD = { learnt: 400, 'left-out': 300, background: 120 }
/** More examples of a class than this would hardly change what the signals are worth, but cost their time. */
const MOST_LEARNT = 40
/** Whether the lexicon pays is seen with less, and from what was learnt alone. */
const MOST_LEARNT_TO_COMPARE = 24
const MOST_COMPARED = { learnt: 700, 'left-out': 0, background: 0 }
/** How many of the messages that reach a shop are none of its business; the folds alone would say a half. */
const OUT_OF_SCOPE_SHARE = 0.3
/** Of these, the part that left-out intents stand for where a shop wrote down enough of what is none of its business. */
const LEFT_OUT_PART = 0.25
const ENOUGH_BACKGROUND = 60
/**
 * Owners write examples to differ, so an example that was held back is asked anew in every word. Shoppers repeat themselves:
 * for each such message one is taken to come that is asked as the shop has it. Only the mapping of risk to thresholds rests on this.
 */
const KNOWN_TO_NEW = 1

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
  const folds = drawFolds(labels, FOLDS, isKept, seed).slice(0, corpus.rows > MANY_ROWS ? 1 : FOLDS)
  const [first] = folds
  if (!first) return { calibration: DEFAULT_CALIBRATION, conceptsPay: true }
  const conceptsPay = corpus.hasConcepts && doConceptsPay(setup, first)
  const outcomes = folds.flatMap((fold) =>
    tryFold(setup, thinned(fold, labels, MOST_LEARNT), conceptsPay, MOST_PER_FOLD),
  )
  return { calibration: fitCalibration(outcomes), conceptsPay }
}

function doConceptsPay(setup: TrialSetup, fold: Fold): boolean {
  const small = thinned(fold, setup.labels, MOST_LEARNT_TO_COMPARE)
  const [withThem, without] = [true, false].map((use) => countRight(tryFold(setup, small, use, MOST_COMPARED)))
  return (withThem ?? 0) >= (without ?? 0)
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
  const learnt = outcomes.reduce((sum, { origin }) => sum + (origin === 'learnt' ? weights.learnt : 0), 0)
  return { right, inScope, reliability: toReliability(trials, learnt * KNOWN_TO_NEW) }
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
