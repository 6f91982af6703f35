import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import type { Language } from '../load-set.ts'

/** What a peer makes of one message: intents best first, and how sure it is of the first (any scale, higher is surer). */
export interface Guess {
  readonly ranked: readonly string[]
  readonly confidence: number
}

export type Match = (text: string) => Guess | Promise<Guess>

/** Learns from labelled rows and gives back what answers. */
export type Train = (rows: readonly LabelledRow[], language: Language) => Match | Promise<Match>

/** Every peer by the name `--peers` knows. A peer is imported only when it runs, so that missing packages hurt only itself. */
export const PEERS: Readonly<Record<string, () => Promise<Train>>> = {
  ours: async () => (await import('./ours.ts')).trainOurs,
  nlpjs: async () => (await import('./nlpjs.ts')).trainNlpjs,
  'node-nlp': async () => (await import('./node-nlp.ts')).trainNodeNlp,
  'natural-bayes': async () => (await import('./natural.ts')).trainBayes,
  'natural-lr': async () => (await import('./natural.ts')).trainLogisticRegression,
  fasttext: async () => (await import('./fasttext.ts')).trainFastText,
  minisearch: async () => (await import('./minisearch.ts')).trainMiniSearch,
  fuse: async () => (await import('./fuse.ts')).trainFuse,
}

/** Why a peer is not even tried on so much, if it is not. */
export function findRefusal(peer: string, rows: readonly LabelledRow[]): string | undefined {
  const intents = new Set(rows.map(({ intent }) => intent)).size
  // It took 59 s for 600 examples of 28 intents and did not finish 841 of 79 in 300 s.
  if (peer === 'natural-lr' && (rows.length > 600 || intents > 30))
    return 'only tried up to 600 examples and 30 intents'
  return undefined
}

/** The intents of hits that are best first, each once. */
export function toRanked(intents: Iterable<string>): readonly string[] {
  const ranked = new Set<string>()
  for (const intent of intents) {
    ranked.add(intent)
    if (ranked.size === 5) break
  }
  return [...ranked]
}
