import type { Corpus } from './corpus.ts'
import { CONCEPTS, GROUPS, HAN, LETTERS, PINYIN, WORDS } from './feature-buffer.ts'
import { MEANING, placeMeaning } from './meaning.ts'

/** Measured on validation parts: how much each group says, and how much rarity counts in it. */
const GROUP_WEIGHT = Float32Array.of(1, 0.8, 1, 1, 0.6)
/** Words with one meaning and many spellings are rarer in Chinese, whose characters are shared among synonyms. */
const CONCEPTS_AMONG_HAN = 0.5
/** The length of a text's meaning against that of all its features together: where wordings are few, meanings must carry them. */
function weighMeaning(examplesPerClass: number): number {
  // Measured on validation parts: 0.7 or more up to ten examples a class, 0.5 from forty on.
  return 0.45 + Math.min(0.3, 2.5 / Math.max(1, examplesPerClass))
}
const IDF_POWER = Float32Array.of(0.3, 0.3, 0.5, 0.5, 0.3)

/** A feature that was never seen counts as if half a text had shown it. */
const UNSEEN = 0.5

/** How features become numbers. */
export interface Space {
  readonly groups: Uint8Array
  /** What a feature weighs within its group; 0 if no training text shows it. */
  readonly weights: Float32Array
  /** Plain inverse document frequency, for the share of a message that is known. */
  readonly masses: Float32Array
  /** The mass of a feature that was never seen. */
  readonly unknownMass: number
  /** The mean meaning: what all of a shop's texts speak of tells none of them apart. */
  readonly centre: Float32Array
  readonly meaningWeight: number
}

/** Rows of sparse vectors of length 1, and how much of each row is known to the space. */
export interface Matrix {
  readonly offsets: Int32Array
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly coverages: Float32Array
  /** `MEANING` numbers a row. */
  readonly meanings: Float32Array
}

/** Sounds, parts of words and concepts are read from what was counted already, and parts of words are always known. */
export function countsAsKnown(group: number): boolean {
  return group === HAN || group === WORDS
}

/** Weighs features by the given rows. Without concepts the synonym lexicon is as if it were empty. */
export function fitSpace(corpus: Corpus, rows: Int32Array, classes: number, withConcepts: boolean): Space {
  const { vocabulary, offsets, ids } = corpus
  const seenIn = new Int32Array(vocabulary.size)
  for (const row of rows) {
    const end = offsets[row + 1] ?? 0
    for (let at = offsets[row] ?? 0; at < end; at++) {
      const id = ids[at] ?? 0
      seenIn[id] = (seenIn[id] ?? 0) + 1
    }
  }
  const groups = vocabulary.groups.slice(0, vocabulary.size)
  const masses = new Float32Array(vocabulary.size)
  const weights = new Float32Array(vocabulary.size)
  for (let id = 0; id < vocabulary.size; id++) {
    const group = groups[id] ?? 0
    const seen = seenIn[id] ?? 0
    const mass = Math.log(1 + rows.length / Math.max(seen, UNSEEN))
    masses[id] = countsAsKnown(group) ? mass : 0
    weights[id] = seen === 0 || (group === CONCEPTS && !withConcepts) ? 0 : mass ** (IDF_POWER[group] ?? 0)
  }
  return {
    groups,
    weights,
    masses,
    unknownMass: Math.log(1 + rows.length / UNSEEN),
    centre: centreOf(corpus, rows),
    meaningWeight: weighMeaning(rows.length / Math.max(1, classes)),
  }
}

function centreOf({ meanings }: Corpus, rows: Int32Array): Float32Array {
  const sum = new Float64Array(MEANING)
  for (const row of rows) {
    for (let at = 0; at < MEANING; at++) sum[at] = (sum[at] ?? 0) + (meanings[row * MEANING + at] ?? 0)
  }
  return Float32Array.from(sum, (value) => value / Math.max(1, rows.length))
}

/** All rows of a corpus as vectors of the space, also those the space was not fitted on. */
export function toMatrix(corpus: Corpus, space: Space): Matrix {
  const values = new Float32Array(corpus.ids.length)
  const coverages = new Float32Array(corpus.rows)
  const meanings = new Float32Array(corpus.meanings.length)
  for (let row = 0; row < corpus.rows; row++) {
    const from = corpus.offsets[row] ?? 0
    const to = corpus.offsets[row + 1] ?? 0
    const share = placeBeside(space, corpus.meanings, row * MEANING, meanings, row * MEANING)
    coverages[row] = weigh(space, corpus.ids, values, from, to, corpus.chineseShares[row] ?? 0, 0, share)
  }
  return { offsets: corpus.offsets, ids: corpus.ids, values, coverages, meanings }
}

/** One row, as messages are read. */
export function rowOf({ offsets, ids, values, meanings }: Matrix, row: number): SparseVector {
  return { ids, values, from: offsets[row] ?? 0, to: offsets[row + 1] ?? 0, meanings, meaningFrom: row * MEANING }
}

/** Writes a text's meaning, and returns the length that is left for its features. */
export function placeBeside(
  { centre, meaningWeight }: Space,
  source: Float32Array,
  sourceFrom: number,
  into: Float32Array,
  from: number,
): number {
  const rest = 1 / Math.sqrt(1 + meaningWeight ** 2)
  const hasMeaning = placeMeaning(source, sourceFrom, centre, meaningWeight * rest, into, from)
  return hasMeaning ? rest : 1
}

/** A part of two arrays and of a third: rows of a matrix and live messages are read the same way. */
export interface SparseVector {
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly from: number
  readonly to: number
  readonly meanings: Float32Array
  readonly meaningFrom: number
}

const squares = new Float64Array(GROUPS)
const scales = new Float64Array(GROUPS)

/** Writes the values of one vector, `length` long, and returns the share of its mass that the space knows. */
export function weigh(
  { groups, weights, masses, unknownMass }: Space,
  ids: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  chineseShare: number,
  unknown: number,
  length: number,
): number {
  squares.fill(0)
  let known = 0
  let mass = unknown * unknownMass
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? 0
    const weight = weights[id] ?? 0
    const group = groups[id] ?? 0
    squares[group] = (squares[group] ?? 0) + weight * weight
    mass += masses[id] ?? 0
    if (weight > 0) known += masses[id] ?? 0
  }
  balance(chineseShare, length)
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? 0
    values[at] = (weights[id] ?? 0) * (scales[groups[id] ?? 0] ?? 0)
  }
  return mass === 0 ? 0 : known / mass
}

/** Turns the groups' squared lengths into scales, so that groups stand in proportion and the whole has the given length. */
function balance(chineseShare: number, whole: number): void {
  let total = 0
  for (let group = 0; group < GROUPS; group++) {
    const square = squares[group] ?? 0
    const weight = square > 0 ? (GROUP_WEIGHT[group] ?? 0) * languageShare(group, chineseShare) : 0
    scales[group] = square > 0 ? weight / Math.sqrt(square) : 0
    total += weight * weight
  }
  const length = total > 0 ? whole / Math.sqrt(total) : 0
  for (let group = 0; group < GROUPS; group++) scales[group] = (scales[group] ?? 0) * length
}

function languageShare(group: number, chineseShare: number): number {
  if (group === HAN || group === PINYIN) return chineseShare
  if (group === WORDS || group === LETTERS) return 1 - chineseShare
  return CONCEPTS_AMONG_HAN * chineseShare + (1 - chineseShare)
}
