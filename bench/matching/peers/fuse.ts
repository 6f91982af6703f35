import Fuse from 'fuse.js'
import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import { type Match, toRanked } from './peer.ts'

/** Fuzzy search over the raw examples, in either language; the intent of the closest one wins. */
export function trainFuse(rows: readonly LabelledRow[]): Match {
  const fuse = new Fuse(rows, { keys: ['utterance'], includeScore: true, ignoreLocation: true, threshold: 0.9 })
  return (text) => {
    const hits = fuse.search(text, { limit: 25 })
    return { ranked: toRanked(hits.map(({ item }) => item.intent)), confidence: 1 - (hits[0]?.score ?? 1) }
  }
}
