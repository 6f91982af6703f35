import type { FactKind } from './fact.ts'

export const FIGURE_AREAS = ['bot', 'desk', 'quality', 'sales'] as const
export type FigureArea = (typeof FIGURE_AREAS)[number]
export const FIGURE_DIMENSIONS = ['day', 'hour', 'weekday', 'agent', 'group', 'intent', 'channel', 'tier'] as const
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number]
/** `share` 0 to 1, `time` milliseconds, `money` minor units. */
export type FigureUnit = 'count' | 'share' | 'time' | 'money' | 'ratio' | 'score'

export interface InBoth {
  readonly zh: string
  readonly en: string
}

/** Which facts count: those for which all of it holds. Without an amount they are counted, with one it is added up. */
export interface Counted {
  /** Columns that must have this value; 1 is true, and a column that may be true holds nothing but 0 and 1. */
  readonly is?: Readonly<Record<string, number | string>>
  /** A column in which something must be known. */
  readonly known?: string
  /** A moment that must have passed. */
  readonly past?: string
  readonly amount?: string
  /** The amount is kept in so many parts of one: 0.5 as 5000 ten-thousandths. */
  readonly parts?: number
}

/**
 * A figure as data. The same `numerator` and `denominator` are what is counted, what is listed when it is drilled into, and what
 * docs/metrics.md says in words.
 */
export interface Figure {
  readonly id: string
  readonly area: FigureArea
  readonly unit: FigureUnit
  readonly good?: 'more' | 'less'
  readonly of: FactKind
  readonly name: InBoth
  readonly formula: InBoth
  readonly numerator: Counted & { readonly words: InBoth }
  readonly denominator?: Counted & { readonly words: InBoth }
  readonly by: readonly FigureDimension[]
}

/** Everything but who served: the bot has no agent. */
export const BY_WITHOUT_AGENTS: readonly FigureDimension[] = ['day', 'hour', 'weekday', 'intent', 'channel', 'tier']
export const BY_ALL: readonly FigureDimension[] = FIGURE_DIMENSIONS

export function words(zh: string, en: string): InBoth {
  return { zh, en }
}

/** What the figure comes to; undefined where there is nothing to divide by. */
export function figureValue(
  { denominator: divides }: Pick<Figure, 'denominator'>,
  numerator: number,
  denominator: number | undefined,
): number | undefined {
  if (!divides) return numerator
  return denominator ? numerator / denominator : undefined
}
