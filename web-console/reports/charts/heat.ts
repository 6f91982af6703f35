import type { HeatMap } from '../../../src/protocol/reports.ts'

export type HeatOf = 'sessions' | 'queued'

/** Hours across, weekdays down, Monday first; an hour of which nothing is known was quiet. */
export function heatGrid({ cells }: HeatMap, of: HeatOf): readonly (readonly number[])[] {
  const grid = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const cell of cells) {
    const row = grid[cell.weekday]
    if (row && cell.hour in row) row[cell.hour] = cell[of]
  }
  return grid
}

/** The busiest cell; undefined where nothing happened. */
export function busiest(
  grid: readonly (readonly number[])[],
): { weekday: number; hour: number; count: number } | undefined {
  let found: { weekday: number; hour: number; count: number } | undefined
  for (const [weekday, row] of grid.entries()) {
    for (const [hour, count] of row.entries()) {
      if (count > (found?.count ?? 0)) found = { weekday, hour, count }
    }
  }
  return found
}
