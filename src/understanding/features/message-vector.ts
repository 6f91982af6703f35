import type { Lexicon } from './concepts.ts'
import { extract } from './extract.ts'
import { createFeatureBuffer, type FeatureBuffer } from './feature-buffer.ts'
import { type Space, weigh } from './space.ts'
import { findId, type Vocabulary } from './vocabulary.ts'

/** A message as a sparse vector. One is filled again for every message: no garbage on the hot path. */
export interface MessageVector {
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly from: 0
  to: number
  /** The share of the message that is known, by inverse document frequency. */
  coverage: number
  /** Characters and words. */
  length: number
  readonly buffer: FeatureBuffer
  /** The message in which a feature was last seen, so that none counts twice. */
  readonly seenIn: Int32Array
  messages: number
}

export function createMessageVector({ size }: Vocabulary): MessageVector {
  const buffer = createFeatureBuffer()
  return {
    ids: new Int32Array(buffer.hashes.length),
    values: new Float32Array(buffer.hashes.length),
    from: 0,
    to: 0,
    coverage: 0,
    length: 0,
    buffer,
    seenIn: new Int32Array(size),
    messages: 0,
  }
}

/** Reads a normalised text into the vector. */
export function readMessage(
  vector: MessageVector,
  by: { readonly vocabulary: Vocabulary; readonly space: Space; readonly lexicon: Lexicon | undefined },
  normalised: string,
): void {
  const { buffer, ids, values, seenIn } = vector
  extract(normalised, by.lexicon, buffer)
  vector.messages++
  let to = 0
  let unknown = 0
  for (let at = 0; at < buffer.count; at++) {
    const id = findId(by.vocabulary, buffer.hashes[at] ?? 0)
    if (id < 0) {
      unknown++
    } else if (seenIn[id] !== vector.messages) {
      seenIn[id] = vector.messages
      ids[to++] = id
    }
  }
  vector.to = to
  vector.length = buffer.tokens
  vector.coverage = weigh(by.space, ids, values, 0, to, buffer.chineseShare, unknown)
}
