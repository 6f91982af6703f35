/** One labelled message; `intent` is `none` when it is none of the shop's business. */
export interface LabelledRow {
  readonly utterance: string
  readonly intent: string
  readonly style?: string
}

export const OUT_OF_SCOPE = 'none'

/** What a first line may call its columns; such a line is no message. */
const HEADS = /^(?:utterance|text|said|message|顾客说|问题|话术)$/i

/** What is wrong with a line. */
export const LABEL_FAULTS = ['no_utterance', 'no_intent', 'columns'] as const
export type LabelFault = (typeof LABEL_FAULTS)[number]

/** Lines count from 1. */
export type Labelled =
  | { readonly ok: true; readonly rows: readonly LabelledRow[] }
  | { readonly ok: false; readonly line: number; readonly fault: LabelFault }

/**
 * Reads `utterance<TAB>intent[<TAB>style]` lines, or the same with commas and quotes as spreadsheets write them; a line of heads and
 * empty lines are passed over, the first wrong one is named.
 */
export function readLabelled(text: string): Labelled {
  const rows: LabelledRow[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  // A message may hold commas, an intent's id never does: one tab anywhere says that tabs part the columns.
  const split = text.includes('\t') ? (line: string) => line.split('\t') : splitCommas
  let first = true
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue

    const [utterance = '', intent = '', style, ...more] = split(line).map((cell) => cell.trim())
    const isHead = first && HEADS.test(utterance)
    first = false
    if (isHead) continue
    const fault = faultOf(utterance, intent, more)
    if (fault) return { ok: false, line: at + 1, fault }
    rows.push({ utterance, intent, ...(style ? { style } : {}) })
  }
  return { ok: true, rows }
}

const CAUSES: Readonly<Record<LabelFault, string>> = {
  no_utterance: 'the utterance is empty',
  no_intent: 'the intent is missing',
  columns: 'more than 3 columns',
}

/** The same; throws for a wrong line. */
export function parseLabelled(text: string): readonly LabelledRow[] {
  const read = readLabelled(text)
  if (read.ok) return read.rows
  throw new Error(`Line ${read.line}: ${CAUSES[read.fault]}. Write \`utterance<TAB>intent[<TAB>style]\`.`)
}

/** A cell in quotes may hold commas, and quotes that are doubled. */
function splitCommas(line: string): readonly string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []
  return cells.map((cell) =>
    cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )
}

function faultOf(utterance: string, intent: string, more: readonly string[]): LabelFault | undefined {
  if (utterance === '') return 'no_utterance'
  if (intent === '') return 'no_intent'
  return more.length > 0 ? 'columns' : undefined
}
