import type { AssistReportView, MessageFiguresView, SuggestionFiguresView } from '../../src/protocol/assist.ts'
import type { Texts } from '../texts/zh.ts'

type Figures = SuggestionFiguresView & Partial<Pick<MessageFiguresView, 'messages' | 'covered' | 'coverage'>>

const COLUMNS = [
  ...['messages', 'covered', 'coverage', 'offered', 'shown', 'adopted', 'edited', 'meanEdit', 'ignored', 'passed'],
  ...['expired', 'sent', 'open', 'acceptance'],
] as const satisfies readonly (keyof MessageFiguresView)[] as readonly (keyof MessageFiguresView)[]

/** The report as a table that spreadsheets read: one row for the whole, each intent, each agent and each day. */
export function toCsv(report: AssistReportView, { reports, assist }: Texts): string {
  const { figures } = reports
  const row = (group: string, name: string, of: Figures) => [group, name, ...COLUMNS.map((column) => of[column] ?? '')]
  const rows: readonly (readonly (string | number)[])[] = [
    [reports.assist, `${report.from} – ${report.until}`, ...COLUMNS.map((column) => figures[column])],
    row('', '', report.total),
    ...report.intents.map((one) => row(reports.intent, one.title, one.figures)),
    ...report.agents.map((one) => row(reports.agent, one.agent?.name ?? reports.nobody, one.figures)),
    ...report.days.map((one) => row(reports.day, one.day, one.figures)),
    ...report.reasons.map(({ reason, count }) => [reports.byReason, reasonText(reason, assist), count]),
  ]
  // The mark in front tells Excel that this is UTF-8.
  return `\uFEFF${rows.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`
}

/** The words of a reason for ignoring; one that was written freely stands for itself. */
export function reasonText(reason: string, { reasons, noReason }: Texts['assist']): string {
  return reasons[reason] ?? (reason || noReason)
}

/** Quoted where it must be; what a spreadsheet would take for a formula is kept from being one. */
function toCell(value: string | number): string {
  const text = typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : value
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
