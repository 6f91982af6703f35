import type { ScoredRow } from '../../src/protocol/score-rows.ts'
import type { Texts } from '../texts/zh.ts'

/** The rows as a table that spreadsheets read. */
export function rowsToCsv(rows: readonly ScoredRow[], { tryOut }: Texts): string {
  const { columns, verdicts } = tryOut
  const heads = [columns.said, columns.expected, columns.found, columns.confidence, columns.verdict, columns.right]
  const lines = rows.map(({ said, expected, found, confidence, verdict, right }) => [
    said,
    expected,
    found,
    confidence.toFixed(3),
    verdicts[verdict],
    right ? tryOut.right : tryOut.wrong,
  ])
  // The mark in front tells Excel that this is UTF-8.
  return `\uFEFF${[heads, ...lines].map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`
}

/** Quoted where it must be; what a spreadsheet would take for a formula is kept from being one. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
