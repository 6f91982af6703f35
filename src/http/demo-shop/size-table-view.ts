import { MEASURES, type SizeTable } from '../../domain/knowledge.ts'
import { read, type Shelf } from './page-view.ts'
import type { SizeTableView } from './view-types.ts'
import { WORDS } from './words.ts'

/** What each size measures. */
export function toSizeTable(shelf: Shelf, table: SizeTable): SizeTableView {
  const words = WORDS[shelf.locale]
  const keys = Object.keys(table.columns)

  return {
    caption: words.measuredIn(table.unit),
    columns: [words.size, ...Object.values(table.columns).map((text) => read(shelf, text))],
    rows: table.rows.map((row) => [row.size, ...keys.map((key) => String(row.cells[key] ?? '–'))]),
  }
}

/** Whom each size fits, where that is written down and the measures do not say so already. */
export function toFitTable(shelf: Shelf, table: SizeTable): SizeTableView | undefined {
  const words = WORDS[shelf.locale]
  const measures = MEASURES.filter(
    (measure) => !(measure in table.columns && measure === 'foot') && table.rows.some(({ fits }) => fits[measure]),
  )
  if (measures.length === 0) return undefined

  return {
    caption: words.fitTable,
    columns: [words.size, ...measures.map((measure) => words.fits[measure])],
    rows: table.rows.map(({ size, fits }) => [size, ...measures.map((measure) => fits[measure]?.join('–') ?? '–')]),
  }
}
