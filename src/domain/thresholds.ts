import type { Thresholds } from './knowledge.ts'

/** A threshold outside of this answers nearly everything, or nothing at all. */
const LOWEST = 0.35
const HIGHEST = 0.97
/** A wrong refund or cancellation costs more: for risky intents a part of the accepted risk is left. */
const RISKY_PART = 0.5

/**
 * What the owner's accepted risk comes to. `answerAbove` is the matcher's word on it; where it knows too little,
 * or the owner chose no risk, the written thresholds stand.
 */
export function applyRisk(thresholds: Thresholds, answerAbove: (risk: number) => number | undefined): Thresholds {
  const { risk } = thresholds
  if (risk === undefined) return thresholds

  const within = (threshold: number | undefined) =>
    threshold === undefined ? undefined : Math.min(HIGHEST, Math.max(LOWEST, threshold))
  const answer = within(answerAbove(risk)) ?? thresholds.answer
  const risky = within(answerAbove(risk * RISKY_PART)) ?? thresholds.risky
  return { ...thresholds, answer, risky: Math.max(answer, risky), clarify: Math.min(thresholds.clarify, answer) }
}
