import { addDays } from '../calendar.ts'
import type { Period } from '../report-days.ts'
import { type Figure, type FigureDimension, figureValue } from './figure.ts'

/** What a figure came to; without a value where there was nothing to divide by. */
export interface FigureValue {
  readonly id: string
  readonly value?: number
  readonly numerator: number
  readonly denominator?: number
}

/** A figure's sums as they were counted: the numerator's, and the denominator's where it has one. */
export interface FigureSums {
  readonly numerator: number
  readonly denominator: number
}

export function toFigureValue(figure: Figure, sums: FigureSums): FigureValue {
  const numerator = sums.numerator / (figure.numerator.parts ?? 1)
  const value = figureValue(figure, numerator, sums.denominator)
  return {
    id: figure.id,
    numerator,
    ...(figure.denominator && { denominator: sums.denominator }),
    ...(value !== undefined && { value }),
  }
}

/** The keys that a report shows also where nothing happened; undefined where only what happened is shown. */
export function keysOf(by: FigureDimension, { from, until }: Period): readonly string[] | undefined {
  if (by === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour))
  if (by === 'weekday') return Array.from({ length: 7 }, (_, weekday) => String(weekday))
  if (by !== 'day') return undefined

  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}
