import {
  areaUnderCurve,
  type Confusion,
  type CurvePoint,
  drawCurve,
  type IntentScore,
  isInScope,
  isRight,
  listConfusions,
  type Outcome,
  percentile,
  scoreIntents,
  share,
} from '../../domain/evaluation/metrics.ts'
import type { LabelledRow } from '../../domain/evaluation/parse-labelled.ts'
import type { Understood } from '../../domain/understanding.ts'
import type { Understanding } from '../../ports/world.ts'
import { expectedCalibrationError, type ReliabilityBin, toBins, toReliability } from '../confidence/reliability.ts'
import { detectLanguage } from '../text/language.ts'

export type Verdict = Outcome['verdict']

export interface StyleScore {
  readonly total: number
  readonly top1: number
  readonly answered: number
}

/** What `xiaoer eval` prints. Shares are 0 to 1. */
export interface Evaluation {
  readonly total: number
  readonly inScope: number
  readonly outOfScope: number
  /** The first candidate is right, thresholds aside; in-scope rows only, as are the next two. */
  readonly top1: number
  readonly top3: number
  readonly macroF1: number
  /** Share of the in-scope rows that are answered. */
  readonly answered: number
  /** Of all that is answered, the share that is right. */
  readonly answeredPrecision: number
  /** Share of the out-of-scope rows that are answered. */
  readonly falseAnswers: number
  /** The verdict "none", against the truth. */
  readonly oosRecall: number
  readonly oosPrecision: number
  /** In scope against out of scope by the first candidate's confidence; absent where one of them is empty. */
  readonly auroc: number | undefined
  /** Expected calibration error of the first candidate's confidence, 0 to 1; what is out of scope is never right. */
  readonly ece: number
  readonly reliability: readonly ReliabilityBin[]
  /** What other thresholds would have done. */
  readonly thresholdCurve: readonly CurvePoint[]
  /** What was taken for what, the most frequent first; in-scope rows only. */
  readonly confusions: readonly Confusion[]
  readonly byStyle: Readonly<Record<string, StyleScore>>
  readonly byIntent: Readonly<Record<string, IntentScore>>
  readonly trainMs: number
  readonly latencyUs: { readonly mean: number; readonly p50: number; readonly p99: number }
  readonly rssMb: number
}

export interface EvaluationOptions {
  /** Called with every row and what was made of it, for lists of errors. */
  readonly onRow?: (row: LabelledRow, understood: Understood, verdict: Verdict) => void
  readonly trainMs?: number
}

/** Runs labelled messages through a matcher; `decide` is the shop's policy, handed in by the caller. */
export function evaluate(
  understanding: Pick<Understanding, 'understand' | 'answerAbove'>,
  rows: readonly LabelledRow[],
  decide: (understood: Understood) => Verdict,
  { onRow, trainMs = 0 }: EvaluationOptions = {},
): Evaluation {
  return summarise(observe(understanding, rows, decide, onRow), trainMs)
}

/** What becomes of each row. */
export function observe(
  understanding: Pick<Understanding, 'understand' | 'answerAbove'>,
  rows: readonly LabelledRow[],
  decide: (understood: Understood) => Verdict,
  onRow?: EvaluationOptions['onRow'],
): readonly Outcome[] {
  return rows.map((row): Outcome => {
    const locale = detectLanguage(row.utterance.toLowerCase(), 'zh')
    const since = performance.now()
    const understood = understanding.understand({ text: row.utterance, locale, at: 0 })
    const micros = (performance.now() - since) * 1000
    const verdict = decide(understood)
    onRow?.(row, understood, verdict)
    const { candidates } = understood
    return {
      intent: row.intent,
      style: row.style,
      ranked: candidates.map((one) => one.intent),
      confidence: candidates[0]?.confidence ?? 0,
      verdict,
      micros,
    }
  })
}

/** The arithmetic of the evaluation, apart from any matcher. */
export function summarise(outcomes: readonly Outcome[], trainMs: number): Evaluation {
  const inside = outcomes.filter(isInScope)
  const outside = outcomes.filter((one) => !isInScope(one))
  const answered = outcomes.filter(isAnswered)
  const byIntent = scoreIntents(inside)
  const scores = Object.values(byIntent)
  const reliability = toReliability(
    outcomes.map((one) => ({ confidence: one.confidence, right: isInScope(one) && isRight(one), weight: 1 })),
  )

  return {
    total: outcomes.length,
    inScope: inside.length,
    outOfScope: outside.length,
    top1: share(inside, isRight),
    top3: share(inside, ({ intent, ranked }) => ranked.slice(0, 3).includes(intent)),
    macroF1: scores.reduce((sum, { f1 }) => sum + f1, 0) / (scores.length || 1),
    answered: share(inside, isAnswered),
    answeredPrecision: share(answered, isRight),
    falseAnswers: share(outside, isAnswered),
    oosRecall: share(outside, isRefused),
    oosPrecision: share(outcomes.filter(isRefused), (one) => !isInScope(one)),
    auroc: areaUnderCurve(
      inside.map(({ confidence }) => confidence),
      outside.map(({ confidence }) => confidence),
    ),
    ece: expectedCalibrationError(reliability),
    reliability: toBins(reliability),
    thresholdCurve: drawCurve(outcomes),
    confusions: listConfusions(inside),
    byStyle: scoreStyles(outcomes),
    byIntent,
    trainMs,
    latencyUs: timesOf(outcomes),
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  }
}

function isAnswered({ verdict }: Outcome): boolean {
  return verdict === 'answer'
}

function isRefused({ verdict }: Outcome): boolean {
  return verdict === 'none'
}

function scoreStyles(outcomes: readonly Outcome[]): Readonly<Record<string, StyleScore>> {
  const styles = [...new Set(outcomes.flatMap(({ style }) => (style ? [style] : [])))].sort()
  return Object.fromEntries(
    styles.map((style) => {
      const own = outcomes.filter((one) => one.style === style)
      const inside = own.filter(isInScope)
      return [style, { total: own.length, top1: share(inside, isRight), answered: share(own, isAnswered) }]
    }),
  )
}

function timesOf(outcomes: readonly Outcome[]): Evaluation['latencyUs'] {
  const times = outcomes.map(({ micros }) => micros).sort((a, b) => a - b)
  const sum = times.reduce((total, one) => total + one, 0)
  const round = (micros: number) => Math.round(micros * 10) / 10
  return {
    mean: round(sum / (times.length || 1)),
    p50: round(percentile(times, 0.5)),
    p99: round(percentile(times, 0.99)),
  }
}
