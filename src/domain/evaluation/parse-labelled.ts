/** One labelled message; `intent` is `none` when it is none of the shop's business. */
export interface LabelledRow {
  readonly utterance: string
  readonly intent: string
  readonly style?: string
}

export const OUT_OF_SCOPE = 'none'

/** Reads `utterance<TAB>intent[<TAB>style]` lines; empty lines are passed over, a wrong one is named by its number. */
export function parseLabelled(text: string): readonly LabelledRow[] {
  const rows: LabelledRow[] = []
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue

    const [utterance = '', intent = '', style, ...more] = line.split('\t').map((cell) => cell.trim())
    const wrong = faultOf(utterance, intent, more)
    if (wrong) throw new Error(`Line ${at + 1}: ${wrong}. Write \`utterance<TAB>intent[<TAB>style]\`.`)
    rows.push({ utterance, intent, ...(style ? { style } : {}) })
  }
  return rows
}

function faultOf(utterance: string, intent: string, more: readonly string[]): string | undefined {
  if (utterance === '') return 'the utterance is empty'
  if (intent === '') return 'the intent is missing'
  return more.length > 0 ? `${more.length + 3} columns, at most 3 are read` : undefined
}
