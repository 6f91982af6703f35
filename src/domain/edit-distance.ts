/** How far what was sent is from what was proposed. */
export interface Edit {
  /** Characters that were put in, taken out or exchanged, at the least. */
  readonly distance: number
  /** That, as a share of the longer of both texts: 0 is the same, 1 shares nothing. */
  readonly share: number
}

/** Messages hold two thousand characters at most; what is longer is compared as far as that. */
const LONGEST = 2000

/** Compares by characters as people see them, so that an emoji counts once. */
export function editBetween(proposed: string, sent: string): Edit {
  const a = [...proposed].slice(0, LONGEST)
  const b = [...sent].slice(0, LONGEST)
  const longer = Math.max(a.length, b.length)
  const distance = countEdits(a, b)
  return { distance, share: longer === 0 ? 0 : distance / longer }
}

/**
 * Levenshtein's distance by Wagner and Fischer's table ("The String-to-String Correction Problem", JACM 21(1), 1974), of which one
 * row at a time is kept. `natural` has it too, but lives in `understanding` alone; a test holds both to the same figures.
 */
function countEdits(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, mine] of a.entries()) {
    const current = [row + 1]
    for (const [column, theirs] of b.entries()) {
      const exchanged = (above[column] ?? 0) + (mine === theirs ? 0 : 1)
      const takenOut = (above[column + 1] ?? 0) + 1
      const putIn = (current[column] ?? 0) + 1
      current.push(Math.min(exchanged, takenOut, putIn))
    }
    above = current
  }
  return above[b.length] ?? 0
}
