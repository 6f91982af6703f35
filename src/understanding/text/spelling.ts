import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js'
import { isKnownWord } from '../features/meaning.ts'

/** Short words have too many neighbours: four letters and fewer cost 0.2 points on clean text. */
const SHORTEST = 5
const REMEMBERED = 20_000

/** Mends slips of the pen: an unknown word that is one edit away from a word of the shop's own texts. */
export interface Spelling {
  mend(word: string): string
}

/** `counts` says how often each word occurs; of two neighbours the more frequent one is meant. */
export function createSpelling(counts: ReadonlyMap<string, number>): Spelling {
  let index: ReadonlyMap<string, readonly string[]> | undefined
  const mended = new Map<string, string>()
  return {
    mend: (word) => {
      if (word.length < SHORTEST || counts.has(word)) return word
      const known = mended.get(word)
      if (known !== undefined) return known

      index ??= indexByDeletion(counts)
      const right = isKnownWord(word) ? word : (findNeighbour(word, index, counts) ?? word)
      if (mended.size >= REMEMBERED) mended.clear()
      mended.set(word, right)
      return right
    },
  }
}

/** Two words one edit apart share a form with at most one letter deleted from each (Garbe's symmetric delete, 2012). */
function indexByDeletion(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const word of counts.keys()) {
    if (word.length < SHORTEST - 1) continue
    for (const form of deletions(word)) {
      const words = index.get(form)
      if (words) words.push(word)
      else index.set(form, [word])
    }
  }
  return index
}

function findNeighbour(
  word: string,
  index: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  let best: string | undefined
  for (const form of deletions(word)) {
    for (const candidate of index.get(form) ?? []) {
      if ((counts.get(candidate) ?? 0) <= (best === undefined ? 0 : (counts.get(best) ?? 0))) continue
      if (DamerauLevenshteinDistance(word, candidate, { restricted: true }) === 1) best = candidate
    }
  }
  return best
}

function deletions(word: string): ReadonlySet<string> {
  const forms = new Set([word])
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1))
  return forms
}
