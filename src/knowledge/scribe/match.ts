import { diffArrays } from 'diff'

/** For each entry that a list is to have, the place of the one that it is now; undefined: it is new. */
export type Match = readonly (number | undefined)[]

/** Lists that differ more than this are new lists; to look for what has stayed would take too long. */
const MOST_CHANGES = 8000

/** Finds again what has stayed, what was moved (where `moves`), and of the rest what was changed rather than replaced. */
export function matchLists(
  before: readonly unknown[],
  after: readonly unknown[],
  { moves }: { moves: boolean },
): Match {
  const match: (number | undefined)[] = after.map(() => undefined)
  const old = before.map((one) => JSON.stringify(one))
  const wanted = after.map((one) => JSON.stringify(one))
  keepEqual(match, old, wanted)
  if (moves) {
    pairFree(match, before, after, (a, b) => old[a] === wanted[b])
    pairFree(match, before, after, (a, b) => {
      const id = idOf(before[a])
      return id !== undefined && id === idOf(after[b])
    })
  }
  pairInGaps(match, before, after)
  return match
}

function keepEqual(match: (number | undefined)[], before: readonly string[], after: readonly string[]): void {
  let [a, b] = [0, 0]
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES }) ?? []
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let n = 0; n < count; n += 1) match[b + n] = a + n
    if (!added) a += count
    if (!removed) b += count
  }
}

function freeOf(match: Match, before: readonly unknown[]): readonly number[] {
  const taken = new Set(match)
  return before.flatMap((_, n) => (taken.has(n) ? [] : [n]))
}

function pairFree(
  match: (number | undefined)[],
  before: readonly unknown[],
  after: readonly unknown[],
  fits: (a: number, b: number) => boolean,
): void {
  const free = new Set(freeOf(match, before))
  for (const b of after.keys()) {
    if (free.size === 0) return
    if (match[b] !== undefined) continue
    const a = [...free].find((one) => fits(one, b))
    if (a === undefined) continue
    match[b] = a
    free.delete(a)
  }
}

/** Between two that have stayed, the first that went became the first that came, if both are of one kind. */
function pairInGaps(match: (number | undefined)[], before: readonly unknown[], after: readonly unknown[]): void {
  const free = freeOf(match, before)
  let last = -1
  for (const b of after.keys()) {
    if (match[b] !== undefined) {
      last = match[b]
      continue
    }
    const end = match.slice(b).find((one) => one !== undefined) ?? before.length
    const a = free.find((one) => one > last && one < end)
    if (a === undefined || kindOf(before[a]) !== kindOf(after[b])) continue
    // Whoever has a name of its own does not become somebody else.
    if (idOf(before[a]) !== idOf(after[b])) continue
    match[b] = a
    last = a
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}
