const WORD = /[a-z0-9]/

/** Finds known phrases in a text by how they begin: the cost does not grow with their number. */
export interface Phrasebook<T> {
  /** Longest first at every place, from left to right, never overlapping. */
  find(text: string): readonly Hit<T>[]
}

export interface Hit<T> {
  readonly start: number
  readonly end: number
  readonly value: T
}

type Entries<T> = readonly (readonly [string, T])[]

/**
 * `plurals` lets an English phrase end in s or es. Where a phrase begins or ends in a letter, the word does too.
 * Phrases of fewer than two characters are left out: they are found by their first two.
 */
export function createPhrasebook<T>(phrases: ReadonlyMap<string, T>, plurals = false): Phrasebook<T> {
  const byStart = new Map<number, Entries<T>>()
  const longestFirst = [...phrases].filter(([phrase]) => phrase.length > 1).sort(([a], [b]) => b.length - a.length)
  for (const entry of longestFirst) {
    const key = keyAt(entry[0], 0)
    byStart.set(key, [...(byStart.get(key) ?? []), entry])
  }

  return {
    find(text) {
      const hits: Hit<T>[] = []
      for (let at = 0; at < text.length - 1; at++) {
        const entries = byStart.get(keyAt(text, at))
        const hit = entries && hitAt(text, at, entries, plurals)
        if (!hit) continue

        hits.push(hit)
        at = hit.end - 1
      }
      return hits
    },
  }
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

function hitAt<T>(text: string, start: number, entries: Entries<T>, plurals: boolean): Hit<T> | undefined {
  if (WORD.test(text.charAt(start)) && start > 0 && WORD.test(text.charAt(start - 1))) return undefined

  for (const [phrase, value] of entries) {
    if (!text.startsWith(phrase, start)) continue

    const end = wordEnd(text, start + phrase.length, plurals)
    if (end !== undefined) return { start, end, value }
  }
  return undefined
}

function wordEnd(text: string, end: number, plurals: boolean): number | undefined {
  const isInsideWord = (at: number) => WORD.test(text.charAt(at)) && WORD.test(text.charAt(at - 1))
  if (!isInsideWord(end)) return end
  if (!plurals) return undefined
  if (text.charAt(end) === 's' && !isInsideWord(end + 1)) return end + 1
  return text.startsWith('es', end) && !isInsideWord(end + 2) ? end + 2 : undefined
}
