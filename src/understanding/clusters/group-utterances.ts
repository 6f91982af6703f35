import type { Lexicon } from '../features/concepts.ts'
import { readCorpus } from '../features/corpus.ts'
import { fitSpace, toMatrix } from '../features/space.ts'
import { withoutCourtesies } from '../text/courtesies.ts'
import { normalise } from '../text/normalise.ts'
import { joinAlike } from './average-linkage.ts'
import { type Confidence, type Likeness, placeOf, toLikeness } from './likeness.ts'
import { withNeighbours } from './shared-neighbours.ts'

/** An utterance, and the intents that were weighed for it. */
export interface Weighed {
  readonly text: string
  readonly candidates: readonly Confidence[]
}

export interface GroupingOrder {
  readonly utterances: readonly Weighed[]
  readonly lexicon: Lexicon | undefined
}

/** Members of a group are on average at least so alike. Chosen by bench/clusters.ts: groups may be small, but must be of one kind. */
export const ALIKE = 0.36
/** About so many wordings of one question weigh meanings against words as examples of one intent would. */
const WORDINGS = 8

/**
 * Puts utterances that ask the same into one group: places in the list, the most typical one first. The largest group comes first. The
 * same utterances in another order make the same groups; those that differ in greeting, case or marks only always go together.
 */
export function groupUtterances({ utterances, lexicon }: GroupingOrder, alike = ALIKE): readonly (readonly number[])[] {
  const placesOf = gather(
    utterances.entries(),
    ([, { text }]) => toKey(text),
    ([at]) => at,
  )
  const keys = [...placesOf.keys()].sort()
  const places = keys.map((key) => placesOf.get(key) ?? [])
  if (keys.length === 0) return []

  const weighed = places.map((ones) => surest(ones.map((at) => utterances[at]?.candidates ?? [])))
  const likeness = weigh(keys, weighed, lexicon)
  const members = gather(
    joinAlike(likeness, alike).entries(),
    ([, group]) => group,
    ([row]) => row,
  )
  return [...members.values()]
    .map((group) => byTypicality(likeness, group, places))
    .map((rows) => ({ rows, at: rows.flatMap((row) => places[row] ?? []) }))
    .sort((a, b) => b.at.length - a.at.length || compareText(keys[a.rows[0] ?? 0], keys[b.rows[0] ?? 0]))
    .map(({ at }) => at)
}

/** The words that make the question: one that is asked with another greeting or other marks is the same. */
export function toKey(text: string): string {
  const words = withoutCourtesies(normalise(text))
  const key = words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return key === '' ? words : key
}

function gather<T, K, V>(ones: Iterable<T>, keyOf: (one: T) => K, read: (one: T) => V): Map<K, V[]> {
  const gathered = new Map<K, V[]>()
  for (const one of ones) {
    const key = keyOf(one)
    const values = gathered.get(key)
    if (values) values.push(read(one))
    else gathered.set(key, [read(one)])
  }
  return gathered
}

/** The same words may have been weighed by several versions of the knowledge. */
function surest(profiles: readonly (readonly Confidence[])[]): readonly Confidence[] {
  const [first = []] = profiles
    .map((candidates) => ({
      candidates,
      key: JSON.stringify(candidates.map(({ intent, confidence }) => [confidence, intent])),
    }))
    .sort((a, b) => compareText(b.key, a.key))
    .map(({ candidates }) => candidates)
  return first
}

function weigh(keys: readonly string[], weighed: readonly (readonly Confidence[])[], lexicon: Lexicon | undefined) {
  const corpus = readCorpus(keys, lexicon)
  const rows = Int32Array.from(keys.keys())
  const matrix = toMatrix(corpus, fitSpace(corpus, rows, keys.length / WORDINGS, true))
  return withNeighbours(toLikeness(matrix, corpus.vocabulary.size, weighed))
}

/** Whoever is most like all the others stands for them; what was asked often counts as often. */
function byTypicality(
  { values }: Likeness,
  rows: readonly number[],
  places: readonly (readonly number[])[],
): readonly number[] {
  const typical = new Map(
    rows.map((row) => {
      const of = (other: number) => (other === row ? 1 : (values[placeOf(row, other)] ?? 0))
      return [row, rows.reduce((sum, other) => sum + of(other) * (places[other]?.length ?? 1), 0)]
    }),
  )
  return rows.toSorted((a, b) => (typical.get(b) ?? 0) - (typical.get(a) ?? 0) || a - b)
}

function compareText(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
