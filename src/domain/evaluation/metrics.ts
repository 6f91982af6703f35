import { OUT_OF_SCOPE } from './parse-labelled.ts'

/** What became of one labelled row. */
export interface Outcome {
  readonly intent: string
  readonly style: string | undefined
  /** Candidates, best first. */
  readonly ranked: readonly string[]
  readonly confidence: number
  readonly verdict: 'answer' | 'clarify' | 'none'
  readonly micros: number
}

export interface IntentScore {
  readonly total: number
  readonly top1: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function isInScope({ intent }: Outcome): boolean {
  return intent !== OUT_OF_SCOPE
}

export function isRight({ intent, ranked }: Outcome): boolean {
  return ranked[0] === intent
}

/** The share of outcomes of which something holds; 0 of none. */
export function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 0 : outcomes.filter(holds).length / outcomes.length
}

/** Precision, recall and F1 per intent over the in-scope rows, thresholds aside. */
export function scoreIntents(inside: readonly Outcome[]): Readonly<Record<string, IntentScore>> {
  const intents = [...new Set(inside.map(({ intent }) => intent))].sort()
  return Object.fromEntries(intents.map((intent) => [intent, scoreIntent(inside, intent)]))
}

function scoreIntent(inside: readonly Outcome[], intent: string): IntentScore {
  const own = inside.filter((one) => one.intent === intent)
  const claimed = inside.filter(({ ranked }) => ranked[0] === intent)
  const recall = share(own, isRight)
  const precision = share(claimed, isRight)
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { total: own.length, top1: recall, precision, recall, f1 }
}

/**
 * Probability that a random in-scope row is surer than a random out-of-scope row, ties counting half
 * (the Mann–Whitney form of the area under the ROC curve); undefined where one side is empty.
 */
export function areaUnderCurve(inside: readonly number[], outside: readonly number[]): number | undefined {
  if (inside.length === 0 || outside.length === 0) return undefined

  const all = [...inside.map((value) => ({ value, in: true })), ...outside.map((value) => ({ value, in: false }))]
  all.sort((a, b) => a.value - b.value)
  let rankSum = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to++
    const rank = (from + 1 + to) / 2
    for (let at = from; at < to; at++) if (all[at]?.in) rankSum += rank
    from = to
  }
  return (rankSum - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length)
}

/** The value that `part` of the sorted values do not exceed (nearest rank). */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
}

/** What one threshold, the same for all intents, would do. */
export interface CurvePoint {
  readonly threshold: number
  readonly answered: number
  readonly answeredPrecision: number
  readonly falseAnswers: number
}

const CURVE = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

export function drawCurve(outcomes: readonly Outcome[]): readonly CurvePoint[] {
  const inside = outcomes.filter(isInScope)
  const outside = outcomes.filter((one) => !isInScope(one))
  return CURVE.map((threshold) => {
    const isAbove = ({ confidence }: Outcome) => confidence >= threshold
    return {
      threshold,
      answered: share(inside, isAbove),
      answeredPrecision: share(outcomes.filter(isAbove), isRight),
      falseAnswers: share(outside, isAbove),
    }
  })
}

export interface Confusion {
  readonly intent: string
  readonly found: string
  readonly count: number
}

const MOST_CONFUSIONS = 25

export function listConfusions(inside: readonly Outcome[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const outcome of inside) {
    if (isRight(outcome)) continue
    const found = outcome.ranked[0] ?? OUT_OF_SCOPE
    const key = `${outcome.intent}\t${found}`
    counts.set(key, { intent: outcome.intent, found, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_CONFUSIONS)
}

/** Whether a row turned out as it is labelled: what is none of the shop's business must not be answered. */
export function isAsLabelled(outcome: Pick<Outcome, 'intent' | 'ranked' | 'verdict'>): boolean {
  return outcome.intent === OUT_OF_SCOPE ? outcome.verdict !== 'answer' : outcome.ranked[0] === outcome.intent
}
