import { isInScope, isRight, type Outcome, share } from '../../src/domain/evaluation/metrics.ts'

/** What is left of the right answers when one confidence decides what is refused. */
export interface Refusal {
  /** In-scope messages answered right while 80 % (90 %) of what is out of scope is refused. */
  readonly rightAt80: number
  readonly rightAt90: number
  /** The largest share of out-of-scope messages refused while 90 % in scope are answered right; absent where it never is. */
  readonly refusedAt90Right: number | undefined
}

/** Undefined where nothing is out of scope. */
export function measureRefusal(outcomes: readonly Outcome[]): Refusal | undefined {
  const inside = outcomes.filter(isInScope)
  const outside = outcomes
    .filter((one) => !isInScope(one))
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b)
  if (inside.length === 0 || outside.length === 0) return undefined

  return {
    rightAt80: rightAbove(inside, floorFor(outside, 0.8)),
    rightAt90: rightAbove(inside, floorFor(outside, 0.9)),
    refusedAt90Right: refusedAt(inside, outside, 0.9),
  }
}

function rightAbove(inside: readonly Outcome[], floor: number): number {
  return share(inside, (one) => isRight(one) && one.confidence > floor)
}

/** The lowest confidence that refuses at least this part; whatever ties with it is refused too. */
function floorFor(sorted: readonly number[], part: number): number {
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0
}

function refusedAt(inside: readonly Outcome[], sorted: readonly number[], right: number): number | undefined {
  const sure = inside
    .filter(isRight)
    .map(({ confidence }) => confidence)
    .sort((a, b) => b - a)
  // So many right answers must stay above the floor.
  const weakest = sure[Math.ceil(right * inside.length) - 1]
  if (weakest === undefined) return undefined
  return sorted.filter((confidence) => confidence < weakest).length / sorted.length
}
