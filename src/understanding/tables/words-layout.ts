import { finish, mix } from '../features/hash.ts'

/**
 * The file of word vectors, all little-endian: four 32-bit numbers (dimensions, words, slots, 0); then per slot the hash of a word
 * (Int32) and its row + 1, 0 if free (Int32); then per row its weight (Float32), and its vector (Int8, 127 = the largest value).
 */
export interface WordTable {
  readonly dimensions: number
  readonly hashes: Int32Array
  readonly slots: Int32Array
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
  const slotCount = 2 ** Math.ceil(Math.log2(spellingCount * 1.6))
  const hashes = new Int32Array(slotCount)
  const slots = new Int32Array(slotCount)
  const weights = new Float32Array(words.length)
  const vectors = new Int8Array(words.length * dimensions)
  for (const [row, { spellings, vector, weight }] of words.entries()) {
    for (const spelling of spellings) place(hashes, slots, hashWord(spelling), row)
    weights[row] = weight
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
    for (let d = 0; d < dimensions; d++) vectors[row * dimensions + d] = Math.round(((vector[d] ?? 0) / largest) * 127)
  }
  const parts = [Int32Array.of(dimensions, words.length, slotCount, 0), hashes, slots, weights, vectors]
  return Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)))
}

function place(hashes: Int32Array, slots: Int32Array, hash: number, row: number): void {
  let at = hash & (slots.length - 1)
  while (slots[at] !== 0) {
    if (hashes[at] === hash) return
    at = (at + 1) & (slots.length - 1)
  }
  hashes[at] = hash
  slots[at] = row + 1
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
    hashes: new Int32Array(buffer, take(slotCount * 4), slotCount),
    slots: new Int32Array(buffer, take(slotCount * 4), slotCount),
    weights: new Float32Array(buffer, take(words * 4), words),
    vectors: new Int8Array(buffer, take(words * dimensions), words * dimensions),
  }
}

/** The row of a hashed word, -1 if it is not known. */
export function findRow({ hashes, slots }: WordTable, hash: number): number {
  const mask = slots.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const slot = slots[at] ?? 0
    if (slot === 0) return -1
    if (hashes[at] === hash) return slot - 1
  }
}
