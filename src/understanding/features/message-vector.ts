import type { Spelling } from '../text/spelling.ts'
import type { Lexicon } from './concepts.ts'
import { extract, type Reading, readText } from './extract.ts'
import { createFeatureBuffer, type FeatureBuffer } from './feature-buffer.ts'
import { MEANING } from './meaning.ts'
import { countsAsKnown, placeBeside, type Space, weigh } from './space.ts'
import { findId, type Vocabulary } from './vocabulary.ts'

/** A message as a sparse vector. One is filled again for every message: no garbage on the hot path. */
export interface MessageVector {
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly from: 0
  to: number
  readonly meanings: Float32Array
  readonly meaningFrom: 0
  /** The share of the message that is known, by inverse document frequency. */
  coverage: number
  /** Characters and words. */
  length: number
  readonly buffer: FeatureBuffer
  /** By position in `ids`: where in the buffer the feature was first shown. */
  readonly shown: Int32Array
  reading: Reading
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
    meanings: new Float32Array(MEANING),
    meaningFrom: 0,
    coverage: 0,
    length: 0,
    buffer,
    shown: new Int32Array(buffer.hashes.length),
    reading: { text: '', tokens: [] },
    seenIn: new Int32Array(size),
    messages: 0,
  }
}

/** Reads a normalised text into the vector. */
export function readMessage(
  vector: MessageVector,
  by: {
    readonly vocabulary: Vocabulary
    readonly space: Space
    readonly lexicon: Lexicon | undefined
    readonly spelling: Spelling
  },
  normalised: string,
): void {
  const { buffer, ids, values, seenIn } = vector
  vector.reading = readText(normalised, by.spelling)
  extract(vector.reading.tokens, by.lexicon, buffer)
  vector.messages++
  let to = 0
  let unknown = 0
  for (let at = 0; at < buffer.count; at++) {
    const id = findId(by.vocabulary, buffer.hashes[at] ?? 0)
    if (id < 0) {
      if (countsAsKnown(buffer.groups[at] ?? 0)) unknown++
    } else if (seenIn[id] !== vector.messages) {
      seenIn[id] = vector.messages
      vector.shown[to] = at
      ids[to++] = id
    }
  }
  vector.to = to
  vector.length = buffer.tokens
  const share = placeBeside(by.space, buffer.meaning, 0, vector.meanings, 0)
  vector.coverage = weigh(by.space, ids, values, 0, to, buffer.chineseShare, unknown, share)
}
