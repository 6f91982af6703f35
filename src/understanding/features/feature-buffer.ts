import { MEANING } from './meaning.ts'

/** Features come in groups; each group is scaled to one length before the groups are weighed against each other. */
export const HAN = 0
export const PINYIN = 1
export const WORDS = 2
export const LETTERS = 3
export const CONCEPTS = 4
export const GROUPS = 5

const CAPACITY = 8192

/** What one text shows, as hashes: a pair of arrays that is filled again for every text. */
export interface FeatureBuffer {
  readonly hashes: Int32Array
  readonly groups: Uint8Array
  /** The first and the last token that show the feature. */
  readonly firsts: Uint16Array
  readonly lasts: Uint16Array
  count: number
  /** How Chinese the text is: weighs the Chinese groups against the English ones. */
  chineseShare: number
  /** Characters and words. */
  tokens: number
  readonly meaning: Float32Array
}

export function createFeatureBuffer(): FeatureBuffer {
  return {
    hashes: new Int32Array(CAPACITY),
    groups: new Uint8Array(CAPACITY),
    firsts: new Uint16Array(CAPACITY),
    lasts: new Uint16Array(CAPACITY),
    count: 0,
    chineseShare: 0,
    tokens: 0,
    meaning: new Float32Array(MEANING),
  }
}

/** A text that would overflow the buffer is cut: its beginning decides. */
export function emit(buffer: FeatureBuffer, group: number, hash: number, first: number, last: number): void {
  if (buffer.count >= CAPACITY) return

  buffer.hashes[buffer.count] = hash
  buffer.groups[buffer.count] = group
  buffer.firsts[buffer.count] = first
  buffer.lasts[buffer.count] = last
  buffer.count++
}
