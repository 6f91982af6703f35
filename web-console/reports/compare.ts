import type { FigureDefinition, FigureView } from '../../src/protocol/reports.ts'

/** How a figure has moved since the period before. */
export interface Change {
  readonly way: 'up' | 'down' | 'same'
  /** Absent where the figure is neither good nor bad, or has not moved. */
  readonly tone: 'good' | 'bad' | undefined
  /** Of a share: the difference, in shares. Else: the part of the old value by which it moved. */
  readonly by: number
  readonly kind: 'points' | 'relative' | 'absolute'
}

/** Less than this nobody would see in the shown figures. */
const UNSEEN = 0.0005

/** Undefined where there is nothing to compare with. */
export function compare(
  { unit, good }: Pick<FigureDefinition, 'unit' | 'good'>,
  now: Pick<FigureView, 'value'>,
  before: Pick<FigureView, 'value'> | undefined,
): Change | undefined {
  if (now.value === undefined || before?.value === undefined) return undefined

  const difference = now.value - before.value
  const { kind, by } = sizeOf(unit, difference, before.value)
  if (Math.abs(by) < UNSEEN) return { way: 'same', tone: undefined, by: 0, kind }

  const way = difference > 0 ? 'up' : 'down'
  return { way, tone: toneOf(good, way), by, kind }
}

function sizeOf(unit: FigureDefinition['unit'], difference: number, before: number): Pick<Change, 'kind' | 'by'> {
  if (unit === 'share') return { kind: 'points', by: difference }
  // Of nothing there is no part; and a score of 4.5 is compared as people say it: 0.2 better.
  if (unit === 'score' || unit === 'ratio' || before === 0) return { kind: 'absolute', by: difference }
  return { kind: 'relative', by: difference / before }
}

function toneOf(good: FigureDefinition['good'], way: 'up' | 'down'): Change['tone'] {
  if (!good) return undefined
  return (good === 'more') === (way === 'up') ? 'good' : 'bad'
}
