import type { IntentRow } from '../../../src/protocol/editing.ts'
import type { IntentHeat } from '../../../src/protocol/reports.ts'

export const MARKS = ['all', 'on', 'off', 'changed', 'warned'] as const
export type Mark = (typeof MARKS)[number]

export interface IntentFilters {
  readonly category: string
  readonly autonomy: string
  readonly mark: Mark
}

export const SORTS = ['file', 'title', 'yesterday', 'week', 'answered', 'disliked', 'examples'] as const
export type Sort = (typeof SORTS)[number]

export type Heat = IntentHeat['intents'][number]

export const NO_FILTERS: IntentFilters = { category: '', autonomy: '', mark: 'all' }

export function fits(row: IntentRow, { category, autonomy, mark }: IntentFilters): boolean {
  if (category !== '' && row.category !== category) return false
  if (autonomy !== '' && row.autonomy !== autonomy) return false
  return isMarked(row, mark)
}

function isMarked(row: IntentRow, mark: Mark): boolean {
  switch (mark) {
    case 'all':
      return true
    case 'on':
      return row.enabled
    case 'off':
      return !row.enabled
    case 'changed':
      return row.changed
    case 'warned':
      return row.warnings.length > 0
  }
}

/** Titles go up, figures down; what has no figure comes last. `file` leaves the order of the files, or of what was found. */
export function sortIntents(
  rows: readonly IntentRow[],
  sort: Sort,
  heat: ReadonlyMap<string, Heat> | undefined,
): readonly IntentRow[] {
  if (sort === 'file') return rows
  if (sort === 'title') return [...rows].sort((a, b) => a.title.localeCompare(b.title, 'zh-Hans-CN'))

  const figure = (row: IntentRow) => (sort === 'examples' ? row.examples : heat?.get(row.id)?.[sort]) ?? -1
  return [...rows].sort((a, b) => figure(b) - figure(a))
}
