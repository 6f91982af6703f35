/** So that a spreadsheet reads Chinese as Chinese. */
export const BOM = '\uFEFF'

/** A spreadsheet runs what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

export type Cell = string | number | undefined

/** One line of CSV (RFC 4180). What a shopper has written stays words, whatever it begins with. */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)

  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
