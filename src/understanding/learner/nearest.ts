import type { Matrix } from '../features/space.ts'
import type { Labels } from './labels.ts'
import type { SparseVector } from './linear-model.ts'

/** More examples of one class make an answer slower, not better. */
const MOST_PER_CLASS = 40

/** The examples of each class: class `c` owns `rows[offsets[c]]` to `rows[offsets[c + 1]]`. */
export interface NearestIndex {
  readonly matrix: Matrix
  readonly offsets: Int32Array
  readonly rows: Int32Array
  /** The message that is compared, spread out over all features; zero between two calls. */
  readonly spread: Float32Array
}

export interface Neighbour {
  readonly row: number
  readonly similarity: number
}

export function createNearestIndex(matrix: Matrix, rows: Int32Array, labels: Labels, features: number): NearestIndex {
  const byClass = Array.from({ length: labels.classes }, (): number[] => [])
  for (const row of rows) byClass[labels.labels[row] ?? -1]?.push(row)

  const offsets = new Int32Array(labels.classes + 1)
  const kept = byClass.map((all) => evenly(all))
  for (const [classId, some] of kept.entries()) offsets[classId + 1] = (offsets[classId] ?? 0) + some.length
  return { matrix, offsets, rows: Int32Array.from(kept.flat()), spread: new Float32Array(features) }
}

/** Owners write examples in runs of a kind, so an even choice keeps the variety. */
function evenly(rows: readonly number[]): readonly number[] {
  if (rows.length <= MOST_PER_CLASS) return rows

  const stride = rows.length / MOST_PER_CLASS
  return Array.from({ length: MOST_PER_CLASS }, (_, at) => rows[Math.floor(at * stride)] ?? 0)
}

/** For each of the classes its examples that are most like the message, best first. */
export function listNearest(
  index: NearestIndex,
  vector: SparseVector,
  classIds: readonly number[],
  most: number,
): readonly (readonly Neighbour[])[] {
  const { ids, values, from, to } = vector
  for (let at = from; at < to; at++) index.spread[ids[at] ?? 0] = values[at] ?? 0

  const nearest = classIds.map((classId) => nearestOf(index, classId, most))
  for (let at = from; at < to; at++) index.spread[ids[at] ?? 0] = 0
  return nearest
}

function nearestOf({ matrix, offsets, rows, spread }: NearestIndex, classId: number, most: number): Neighbour[] {
  const best: Neighbour[] = []
  const last = offsets[classId + 1] ?? 0
  for (let at = offsets[classId] ?? 0; at < last; at++) {
    const row = rows[at] ?? 0
    const end = matrix.offsets[row + 1] ?? 0
    let similarity = 0
    for (let cell = matrix.offsets[row] ?? 0; cell < end; cell++) {
      similarity += (spread[matrix.ids[cell] ?? 0] ?? 0) * (matrix.values[cell] ?? 0)
    }
    if (best.length === most && similarity <= (best[most - 1]?.similarity ?? 0)) continue

    const place = best.findIndex((one) => similarity > one.similarity)
    best.splice(place < 0 ? best.length : place, 0, { row, similarity })
    if (best.length > most) best.pop()
  }
  return best
}
