import { structuredPatch } from 'diff'

export type DiffRow =
  | { readonly kind: 'gap'; readonly hidden: number }
  | { readonly kind: 'same'; readonly before: Line; readonly after: Line }
  | { readonly kind: 'changed'; readonly before?: Line; readonly after?: Line }

interface Line {
  readonly number: number
  readonly text: string
}

const CONTEXT = 3

export interface Diff {
  readonly rows: readonly DiffRow[]
  readonly added: number
  readonly removed: number
}

/** Two texts line by line, what was taken away beside what came in its place; stretches that are the same are left out. */
export function diffRows(before: string, after: string): Diff {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT })
  const rows: DiffRow[] = []
  let shown = 1
  let added = 0
  let removed = 0
  for (const { oldStart, newStart, oldLines, lines } of hunks) {
    if (oldStart > shown) rows.push({ kind: 'gap', hidden: oldStart - shown })
    shown = oldStart + oldLines
    const pairs = pairLines(lines, oldStart, newStart)
    rows.push(...pairs)
    added += lines.filter((line) => line.startsWith('+')).length
    removed += lines.filter((line) => line.startsWith('-')).length
  }
  return { rows, added, removed }
}

function pairLines(lines: readonly string[], oldStart: number, newStart: number): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let gone: Line[] = []
  let come: Line[] = []
  let left = oldStart
  let right = newStart
  const flush = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      const before = gone[at]
      const after = come[at]
      rows.push({ kind: 'changed', ...(before && { before }), ...(after && { after }) })
    }
    gone = []
    come = []
  }
  for (const line of lines) {
    const text = line.slice(1)
    if (line.startsWith('-')) gone.push({ number: left++, text })
    else if (line.startsWith('+')) come.push({ number: right++, text })
    else if (!line.startsWith('\\')) {
      flush()
      rows.push({ kind: 'same', before: { number: left++, text }, after: { number: right++, text } })
    }
  }
  flush()
  return rows
}
