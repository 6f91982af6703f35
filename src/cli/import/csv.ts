import type { Line } from '../../protocol/lines.ts'

/** What makes a row unreadable. */
export type RowFault = 'encoding' | 'length' | 'quote' | 'unclosed'

/** One record of a CSV file and the line on which it begins. */
export type CsvRow = { readonly line: number } & ({ readonly cells: readonly string[] } | { readonly fault: RowFault })

/** A quote that is never closed must not swallow the memory together with the file. */
const MAX_LINES = 2000

/** Reads CSV (RFC 4180): cells in quotes may hold commas, line breaks and doubled quotes. Empty rows are left out. */
export async function* readCsv(lines: AsyncIterable<Line>): AsyncGenerator<CsvRow> {
  let open: { readonly line: number; readonly scan: Scan; lines: number } | undefined
  for await (const { number, text, fault } of lines) {
    if (text === undefined) {
      yield { line: number, fault: fault ?? 'encoding' }
      open = undefined
      continue
    }
    if (!open && text.trim() === '') continue
    open ??= { line: number, scan: startScan(), lines: 0 }
    open.lines += 1
    const state = open.scan.take(text)
    if (state === 'open' && open.lines < MAX_LINES) continue

    if (state === 'quote') yield { line: number, fault: 'quote' }
    else if (state === 'open') yield { line: open.line, fault: 'unclosed' }
    else if (open.scan.cells.some((cell) => cell.trim() !== '')) yield { line: open.line, cells: open.scan.cells }
    open = undefined
  }
  if (open) yield { line: open.line, fault: 'unclosed' }
}

interface Scan {
  readonly cells: readonly string[]
  /** `open`: the record goes on in the next line; `quote`: a quote stands where none may. */
  take(text: string): 'done' | 'open' | 'quote'
}

/** Takes the lines of one record apart. */
function startScan(): Scan {
  const cells: string[] = []
  let quoted: string | undefined

  const take = (text: string) => {
    let at = 0
    if (quoted !== undefined) quoted += '\n'
    for (;;) {
      if (quoted === undefined && text[at] === '"') {
        quoted = ''
        at += 1
      }
      const cell = quoted === undefined ? readPlain(text, at) : readQuoted(text, at)
      if (quoted !== undefined && cell.end === undefined) {
        quoted += cell.text
        return 'open'
      }
      if (cell.end === undefined || (cell.end < text.length && text[cell.end] !== ',')) return 'quote'
      cells.push((quoted ?? '') + cell.text)
      quoted = undefined
      if (cell.end >= text.length) return 'done'
      at = cell.end + 1
    }
  }
  return { cells, take }
}

/** Where a cell ends in this line; `undefined` where it does not, or may not hold what it holds. */
interface Piece {
  readonly text: string
  readonly end: number | undefined
}

function readPlain(text: string, from: number): Piece {
  const comma = text.indexOf(',', from)
  const end = comma < 0 ? text.length : comma
  const cell = text.slice(from, end)
  return { text: cell, end: cell.includes('"') ? undefined : end }
}

function readQuoted(text: string, from: number): Piece {
  let cell = ''
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { text: cell + text.slice(at), end: undefined }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { text: cell, end: quote + 1 }
    cell += '"'
    at = quote + 2
  }
}
