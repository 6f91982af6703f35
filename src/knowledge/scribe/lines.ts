/** A piece of a text, and what it becomes. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Carries out splices that do not overlap; of those at one place, the earlier comes first. Undefined where they do overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  let done = ''
  let at = 0
  for (const { from, to, text: instead } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) return undefined
    done += text.slice(at, from) + instead
    at = to
  }
  return done + text.slice(at)
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The beginning of the next line. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** Nothing but blanks before it on its line. */
export function isFirst(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === ''
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** Where the comment lines begin that stand directly above a line; with `blanks`, the empty lines above those too. */
export function leadStart(text: string, line: number, floor: number, { blanks = false } = {}): number {
  const climb = (from: number, fits: (line: string) => boolean) => {
    let at = from
    while (at > floor) {
      const above = lineStart(text, at - 1)
      if (above < floor || !fits(text.slice(above, at).trim())) break
      at = above
    }
    return at
  }
  const comments = climb(line, (one) => one.startsWith('#'))
  return blanks ? climb(comments, (one) => one === '') : comments
}
