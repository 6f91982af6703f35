import { diff3Merge } from 'node-diff3'

interface Texts {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

interface Region {
  readonly ok?: readonly string[]
  readonly conflict?: { readonly a: readonly string[]; readonly b: readonly string[] }
}

/** What both have made of `base`, line by line; contradictions stand between marks, the draft's first. */
export function mergeTexts({ base, mine, theirs }: Texts): { readonly text: string; readonly conflicts: number } {
  const regions: readonly Region[] = diff3Merge(toLines(mine), toLines(base), toLines(theirs), {
    excludeFalseConflicts: true,
  })
  const eol = mine.includes('\r\n') ? '\r\n' : '\n'
  let conflicts = 0
  const pieces = regions.flatMap(({ ok = [], conflict }) => {
    if (!conflict) return ok
    conflicts += 1
    const { a, b } = conflict
    return [`<<<<<<< 草稿${eol}`, ...closed(a, eol), `=======${eol}`, ...closed(b, eol), `>>>>>>> 文件夹${eol}`]
  })
  return { text: pieces.join(''), conflicts }
}

/** With their line breaks, so that how a file ends is merged too. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

/** A mark stands on a line of its own, whatever comes before. */
function closed(lines: readonly string[], eol: string): readonly string[] {
  return lines.map((line) => (line.endsWith('\n') ? line : line + eol))
}
