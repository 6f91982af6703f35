import { dotMeanings, MEANING } from '../features/meaning.ts'
import { type Matrix, pickRows, type SparseVector } from '../features/space.ts'
import { groupByClass, rowsOf } from './class-rows.ts'
import { backgroundClass, type Labels } from './labels.ts'

/** More examples of one class make an answer slower, not better. */
const MOST_PER_CLASS = 40
const MOST_OF_BACKGROUND = 400

/** The examples of each class, the background's too: class `c` owns the index's own rows `offsets[c]` to `offsets[c + 1]`. */
export interface NearestIndex {
  readonly cells: Matrix
  readonly offsets: Int32Array
  /** The index's own row → the row of the lesson. */
  readonly rows: Int32Array
}

export interface Neighbour {
  readonly row: number
  readonly similarity: number
}

export function createNearestIndex(matrix: Matrix, rows: Int32Array, labels: Labels): NearestIndex {
  const grouped = groupByClass(rows, labels)
  const background = backgroundClass(labels)
  const offsets = new Int32Array(grouped.classes + 1)
  const kept: number[] = []
  for (let classId = 0; classId < grouped.classes; classId++) {
    kept.push(...evenly(rowsOf(grouped, classId), classId === background ? MOST_OF_BACKGROUND : MOST_PER_CLASS))
    offsets[classId + 1] = kept.length
  }
  return { cells: pickRows(matrix, kept), offsets, rows: Int32Array.from(kept) }
}

/** Owners write examples in runs of a kind, so an even choice keeps the variety. */
function evenly(rows: Int32Array, most: number): Int32Array {
  if (rows.length <= most) return rows

  const stride = rows.length / most
  return Int32Array.from({ length: most }, (_, at) => rows[Math.floor(at * stride)] ?? 0)
}

/**
 * For each of the classes its examples that are most like the message, best first.
 * `spread` is scratch space, one number a feature: zero before and after.
 */
export function listNearest(
  index: NearestIndex,
  spread: Float32Array,
  vector: SparseVector,
  classIds: readonly number[],
  most: number,
): readonly (readonly Neighbour[])[] {
  const { ids, values, from, to } = vector
  for (let at = from; at < to; at++) spread[ids[at] ?? 0] = values[at] ?? 0

  const nearest = classIds.map((classId) => nearestOf(index, spread, vector, classId, most))
  for (let at = from; at < to; at++) spread[ids[at] ?? 0] = 0
  return nearest
}

function nearestOf(
  { cells, offsets, rows }: NearestIndex,
  spread: Float32Array,
  vector: SparseVector,
  classId: number,
  most: number,
): Neighbour[] {
  const best: Neighbour[] = []
  const last = offsets[classId + 1] ?? 0
  for (let at = offsets[classId] ?? 0; at < last; at++) {
    const similarity = likeness(cells, at, spread, vector)
    if (best.length === most && similarity <= (best[most - 1]?.similarity ?? 0)) continue

    const place = best.findIndex((one) => similarity > one.similarity)
    best.splice(place < 0 ? best.length : place, 0, { row: rows[at] ?? 0, similarity })
    if (best.length > most) best.pop()
  }
  return best
}

function likeness({ offsets, ids, values, meanings }: Matrix, row: number, spread: Float32Array, vector: SparseVector) {
  const end = offsets[row + 1] ?? 0
  let sum = dotMeanings(vector.meanings, vector.meaningFrom, meanings, row * MEANING)
  for (let cell = offsets[row] ?? 0; cell < end; cell++) sum += (spread[ids[cell] ?? 0] ?? 0) * (values[cell] ?? 0)
  return sum
}
