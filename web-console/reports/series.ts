import type { AreaReport, FigureView } from '../../src/protocol/reports.ts'

/** A line to draw: one value for each label, with a hole where there is none. */
export interface Trend {
  readonly labels: readonly string[]
  readonly now: readonly (number | undefined)[]
  /** Laid over `now`, the first day over the first. */
  readonly before: readonly (number | undefined)[]
  /** What the point of the period before is called. */
  readonly beforeLabels: readonly string[]
}

type LabelOf = (row: Pick<AreaReport['rows'][number], 'key' | 'label'>) => string

export function trendOf(figure: string, now: AreaReport, before: AreaReport | undefined, labelOf: LabelOf): Trend {
  const old = before ? before.rows.slice(0, now.rows.length) : []
  return {
    labels: now.rows.map(labelOf),
    now: now.rows.map((row) => figureOf(row.figures, figure)),
    before: now.rows.map((_, index) => figureOf(old[index]?.figures ?? [], figure)),
    beforeLabels: now.rows.map((_, index) => {
      const row = old[index]
      return row ? labelOf(row) : ''
    }),
  }
}

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: number
}

/** The rows with the highest values first; what has none is left out. */
export function barsOf(figure: string, { rows }: AreaReport, labelOf: LabelOf, most: number): readonly Bar[] {
  return rows
    .flatMap((row) => {
      const value = figureOf(row.figures, figure)
      return value === undefined ? [] : [{ key: row.key, label: labelOf(row), value }]
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most)
}

export interface Sorting {
  /** A figure, or nothing: the order in which the rows came. */
  readonly figure: string | undefined
  readonly down: boolean
}

/** Rows without a value come last, whichever way it goes. */
export function sortRows(rows: AreaReport['rows'], { figure, down }: Sorting): AreaReport['rows'] {
  if (!figure) return down ? rows.toReversed() : rows
  const sign = down ? -1 : 1
  return rows.toSorted((one, other) => {
    const a = figureOf(one.figures, figure)
    const b = figureOf(other.figures, figure)
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * (a - b)
  })
}

/** A press on the head of a column: downwards first, then upwards, then as they came. */
export function nextSorting(sorting: Sorting, figure: string): Sorting {
  if (sorting.figure !== figure) return { figure, down: true }
  return sorting.down ? { figure, down: false } : { figure: undefined, down: false }
}

function figureOf(figures: readonly FigureView[], figure: string): number | undefined {
  return figures.find(({ id }) => id === figure)?.value
}

/** Whether anything was counted at all. */
export function isEmpty({ figures }: Pick<AreaReport, 'figures'>): boolean {
  return figures.every(({ numerator, denominator = 0 }) => numerator === 0 && denominator === 0)
}
