import { finish, mix } from '../features/hash.ts'
import { createHashTable, enter, type HashTable, lookUp } from '../features/hash-table.ts'

/**
 * The file of word vectors, all little-endian: four 32-bit numbers (dimensions, words, slots, 0); then per slot the hash of a word
 * (Int32) and its row + 1, 0 if free (Int32); then per row its weight (Float32), and its vector (Int8, 127 = the largest value).
 */
export interface WordTable {
  readonly dimensions: number
  /** Hash of a word → its row + 1. */
  readonly rows: HashTable
  readonly weights: Float32Array
  readonly vectors: Int8Array
}

const HEADER = 4
const WORD = 0x57

/** Hash of a word; letters are fed one by one, so that a longer word goes on where a shorter one ended. */
export const EMPTY_WORD = WORD

export function hashWord(word: string): number {
  let hash = EMPTY_WORD
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at))
  return finish(hash)
}

export function encodeWords(
  dimensions: number,
  words: readonly {
    /** The word, and other ways to write it; who comes first keeps a way that two words share. */
    readonly spellings: readonly string[]
    readonly vector: Float64Array
    readonly weight: number
  }[],
): Uint8Array {
  const spellingCount = words.reduce((sum, { spellings }) => sum + spellings.length, 0)
  const rows = createHashTable(spellingCount)
  const weights = new Float32Array(words.length)
  const vectors = new Int8Array(words.length * dimensions)
  for (const [row, { spellings, vector, weight }] of words.entries()) {
    for (const spelling of spellings) enter(rows, hashWord(spelling), row + 1)
    weights[row] = weight
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
    for (let d = 0; d < dimensions; d++) vectors[row * dimensions + d] = Math.round(((vector[d] ?? 0) / largest) * 127)
  }
  const header = Int32Array.of(dimensions, words.length, rows.hashes.length, 0)
  const parts = [header, rows.hashes, rows.values, weights, vectors]
  return Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)))
}

export function decodeWords(bytes: Uint8Array): WordTable {
  const { buffer } = new Uint8Array(bytes)
  const [dimensions = 0, words = 0, slotCount = 0] = new Int32Array(buffer, 0, HEADER)
  let at = HEADER * 4
  const take = (length: number) => {
    const from = at
    at += length
    return from
  }
  return {
    dimensions,
    rows: {
      hashes: new Int32Array(buffer, take(slotCount * 4), slotCount),
      values: new Int32Array(buffer, take(slotCount * 4), slotCount),
    },
    weights: new Float32Array(buffer, take(words * 4), words),
    vectors: new Int8Array(buffer, take(words * dimensions), words * dimensions),
  }
}

/** The row of a hashed word, -1 if it is not known. */
export function findRow({ rows }: WordTable, hash: number): number {
  return lookUp(rows, hash) - 1
}
