import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { Matrix } from '../features/space.ts'
import { type ClassRows, rowsOf } from './class-rows.ts'
import { highest } from './highest.ts'

/** Each class's mean example: class `c` owns cells `offsets[c]` to `offsets[c + 1]`. */
export interface Centres {
  readonly offsets: Int32Array
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly meanings: Float32Array
}

export function findCentres(matrix: Matrix, classRows: ClassRows, features: number): Centres {
  const { classes } = classRows
  const sums = new Float32Array(features)
  const offsets = new Int32Array(classes + 1)
  const meanings = new Float32Array(classes * MEANING)
  const columns: { ids: Int32Array; values: Float32Array }[] = []
  for (let classId = 0; classId < classes; classId++) {
    const rows = rowsOf(classRows, classId)
    const touched: number[] = []
    for (const row of rows) addRow(matrix, row, sums, touched, meanings, classId, 1 / rows.length)
    columns.push({ ids: Int32Array.from(touched), values: Float32Array.from(touched, (id) => sums[id] ?? 0) })
    offsets[classId + 1] = (offsets[classId] ?? 0) + touched.length
    for (const id of touched) sums[id] = 0
  }
  const ids = new Int32Array(offsets[classes] ?? 0)
  const values = new Float32Array(ids.length)
  for (const [classId, column] of columns.entries()) {
    ids.set(column.ids, offsets[classId])
    values.set(column.values, offsets[classId])
  }
  return { offsets, ids, values, meanings }
}

function addRow(
  matrix: Matrix,
  row: number,
  sums: Float32Array,
  touched: number[],
  meanings: Float32Array,
  classId: number,
  share: number,
): void {
  const end = matrix.offsets[row + 1] ?? 0
  for (let cell = matrix.offsets[row] ?? 0; cell < end; cell++) {
    const id = matrix.ids[cell] ?? 0
    const value = matrix.values[cell] ?? 0
    if (value === 0) continue
    if (sums[id] === 0) touched.push(id)
    sums[id] = (sums[id] ?? 0) + share * value
  }
  for (let at = 0; at < MEANING; at++) {
    const to = classId * MEANING + at
    meanings[to] = (meanings[to] ?? 0) + share * (matrix.meanings[row * MEANING + at] ?? 0)
  }
}

/** A feature that more classes show than this is passed over: it makes no two of them rivals. */
const MOST_SHARING = 2500
/** So many are weighed by meaning too, for each that is kept. */
const WEIGHED_PER_KEPT = 3

/** For each of some classes those most like it, the likest first: their examples are what it must be told apart from. */
export function findRivals(
  centres: Centres,
  classes: number,
  features: number,
  classIds: readonly number[],
  most: number,
): ReadonlyMap<number, Int32Array> {
  const postings = invert(centres, classes, features)
  const likeness = new Float32Array(classes)
  const rivals = new Map<number, Int32Array>()
  for (const classId of classIds) {
    likeness.fill(0)
    const end = centres.offsets[classId + 1] ?? 0
    for (let cell = centres.offsets[classId] ?? 0; cell < end; cell++) {
      const id = centres.ids[cell] ?? 0
      const first = postings.offsets[id] ?? 0
      const last = postings.offsets[id + 1] ?? 0
      if (last - first > MOST_SHARING) continue
      const value = centres.values[cell] ?? 0
      for (let at = first; at < last; at++) {
        const other = postings.classIds[at] ?? 0
        likeness[other] = (likeness[other] ?? 0) + value * (postings.values[at] ?? 0)
      }
    }
    likeness[classId] = 0
    const near = highest(likeness, most * WEIGHED_PER_KEPT)
    for (const other of near) {
      const meant = dotMeanings(centres.meanings, classId * MEANING, centres.meanings, other * MEANING)
      likeness[other] = (likeness[other] ?? 0) + meant
    }
    const likest = near.toSorted((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0))
    rivals.set(classId, Int32Array.from(likest.slice(0, most)))
  }
  return rivals
}

/** Feature → the classes that show it. */
function invert({ offsets, ids, values }: Centres, classes: number, features: number) {
  const starts = new Int32Array(features + 1)
  for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)

  const next = starts.slice()
  const classIds = new Int32Array(ids.length)
  const weights = new Float32Array(ids.length)
  for (let classId = 0; classId < classes; classId++) {
    for (let cell = offsets[classId] ?? 0; cell < (offsets[classId + 1] ?? 0); cell++) {
      const id = ids[cell] ?? 0
      const at = next[id] ?? 0
      classIds[at] = classId
      weights[at] = values[cell] ?? 0
      next[id] = at + 1
    }
  }
  return { offsets: starts, classIds, values: weights }
}
