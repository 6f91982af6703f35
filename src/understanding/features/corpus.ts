import { normalise } from '../text/normalise.ts'
import type { Lexicon } from './concepts.ts'
import { extract, readText } from './extract.ts'
import { CONCEPTS, createFeatureBuffer, type FeatureBuffer } from './feature-buffer.ts'
import { MEANING } from './meaning.ts'
import { createVocabulary, learnId, type Vocabulary } from './vocabulary.ts'

/** The features of all texts, each once per text: row `r` owns `ids[offsets[r]]` to `ids[offsets[r + 1]]`. */
export interface Corpus {
  readonly vocabulary: Vocabulary
  readonly offsets: Int32Array
  readonly ids: Int32Array
  readonly chineseShares: Float32Array
  readonly lengths: Uint16Array
  /** What each text means: `MEANING` numbers a row. */
  readonly meanings: Float32Array
  readonly rows: number
  /** Whether any text shows a concept of the lexicon. */
  readonly hasConcepts: boolean
  /** How often each Latin word occurs. */
  readonly words: ReadonlyMap<string, number>
}

/** Reads every text once. Weights come later, because each calibration fold weighs by its own texts. */
export function readCorpus(texts: readonly string[], lexicon: Lexicon | undefined): Corpus {
  const vocabulary = createVocabulary()
  const buffer = createFeatureBuffer()
  const offsets = new Int32Array(texts.length + 1)
  const chineseShares = new Float32Array(texts.length)
  const lengths = new Uint16Array(texts.length)
  const meanings = new Float32Array(texts.length * MEANING)
  const words = new Map<string, number>()
  let lastRow = new Int32Array(0)
  let ids = new Int32Array(texts.length * 64 + 64)
  let count = 0

  for (const [row, text] of texts.entries()) {
    const { tokens } = readText(normalise(text))
    for (const token of tokens) {
      if (token.kind === 'word') words.set(token.text, (words.get(token.text) ?? 0) + 1)
    }
    extract(tokens, lexicon, buffer)
    if (count + buffer.count > ids.length) ids = grown(ids, (count + buffer.count) * 2)
    if (vocabulary.size + buffer.count > lastRow.length) lastRow = grown(lastRow, (vocabulary.size + buffer.count) * 2)
    count = readRow(buffer, vocabulary, lastRow, row, ids, count)
    offsets[row + 1] = count
    chineseShares[row] = buffer.chineseShare
    lengths[row] = buffer.tokens
    meanings.set(buffer.meaning, row * MEANING)
  }
  const hasConcepts = vocabulary.groups.subarray(0, vocabulary.size).includes(CONCEPTS)
  return {
    vocabulary,
    offsets,
    ids: ids.slice(0, count),
    chineseShares,
    lengths,
    meanings,
    rows: texts.length,
    hasConcepts,
    words,
  }
}

function readRow(
  { hashes, groups, count }: FeatureBuffer,
  vocabulary: Vocabulary,
  lastRow: Int32Array,
  row: number,
  ids: Int32Array,
  start: number,
): number {
  let end = start
  for (let at = 0; at < count; at++) {
    const id = learnId(vocabulary, hashes[at] ?? 0, groups[at] ?? 0)
    if (lastRow[id] === row + 1) continue

    lastRow[id] = row + 1
    ids[end++] = id
  }
  return end
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(numbers)
  return larger
}
