import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { Matrix, SparseVector } from '../features/space.ts'
import { groupByClass, rowsOf } from './class-rows.ts'
import { backgroundClass, type Labels } from './labels.ts'

/** More examples of one class make an answer slower, not better. */
const MOST_PER_CLASS = 40
const MOST_OF_BACKGROUND = 80

/**
 * The examples of each class, the background's too: class `c` owns the index's own rows `offsets[c]` to `offsets[c + 1]`.
 * Features are kept by what shows them, so that a message touches only what it shares with a class.
 */
export interface NearestIndex {
  readonly offsets: Int32Array
  /** The index's own row → the row of the lesson. */
  readonly rows: Int32Array
  /** `MEANING` numbers a row. */
  readonly meanings: Float32Array
  /** Feature `f` is shown by the rows `shownBy[starts[f]]` to `shownBy[starts[f + 1]]`, rising, with these values. */
  readonly starts: Int32Array
  readonly shownBy: Int32Array
  readonly values: Float32Array
}

export interface Neighbour {
  readonly row: number
  readonly similarity: number
}

export function createNearestIndex(matrix: Matrix, rows: Int32Array, labels: Labels, features: number): NearestIndex {
  const grouped = groupByClass(rows, labels)
  const background = backgroundClass(labels)
  const offsets = new Int32Array(grouped.classes + 1)
  const kept: number[] = []
  for (let classId = 0; classId < grouped.classes; classId++) {
    kept.push(...evenly(rowsOf(grouped, classId), classId === background ? MOST_OF_BACKGROUND : MOST_PER_CLASS))
    offsets[classId + 1] = kept.length
  }
  return { offsets, rows: Int32Array.from(kept), ...transpose(matrix, kept, features) }
}

function transpose({ offsets, ids, values, meanings }: Matrix, rows: readonly number[], features: number) {
  const starts = new Int32Array(features + 1)
  const cellsOf = (row: number) => ids.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0)
  for (const row of rows) for (const id of cellsOf(row)) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)

  const next = starts.slice()
  const shownBy = new Int32Array(starts[features] ?? 0)
  const transposed = new Float32Array(shownBy.length)
  const kept = new Float32Array(rows.length * MEANING)
  for (const [at, row] of rows.entries()) {
    const from = offsets[row] ?? 0
    for (const [cell, id] of cellsOf(row).entries()) {
      const place = next[id] ?? 0
      shownBy[place] = at
      transposed[place] = values[from + cell] ?? 0
      next[id] = place + 1
    }
    kept.set(meanings.subarray(row * MEANING, (row + 1) * MEANING), at * MEANING)
  }
  return { starts, shownBy, values: transposed, meanings: kept }
}

/** Owners write examples in runs of a kind, so an even choice keeps the variety. */
function evenly(rows: Int32Array, most: number): Int32Array {
  if (rows.length <= most) return rows

  const stride = rows.length / most
  return Int32Array.from({ length: most }, (_, at) => rows[Math.floor(at * stride)] ?? 0)
}

/** Shorter lists are walked, longer ones searched. */
const WALKED = 24
const MOST_CLASSES = 8

/** Scratch space, by place: the rows of the classes at hand lie one after the other. */
const likeness = new Float32Array(MOST_CLASSES * Math.max(MOST_PER_CLASS, MOST_OF_BACKGROUND))

/** For each of the classes (at most eight) its examples that are most like the message, best first. */
export function listNearest(
  index: NearestIndex,
  vector: SparseVector,
  classIds: readonly number[],
  most: number,
): readonly (readonly Neighbour[])[] {
  const spans = toSpans(index, classIds)
  for (const { first, last, place } of spans) {
    for (let row = first; row < last; row++) {
      likeness[place + row - first] = dotMeanings(vector.meanings, vector.meaningFrom, index.meanings, row * MEANING)
    }
  }
  for (let cell = vector.from; cell < vector.to; cell++) {
    compare(index, spans, vector.ids[cell] ?? 0, vector.values[cell] ?? 0)
  }
  return spans.map((span) => pickBest(index, span, most))
}

/** The rows of one class, and where in `likeness` theirs begins. */
interface Span {
  readonly first: number
  readonly last: number
  readonly place: number
}

function toSpans({ offsets }: NearestIndex, classIds: readonly number[]): readonly Span[] {
  let place = 0
  return classIds.map((classId) => {
    const first = offsets[classId] ?? 0
    const last = offsets[classId + 1] ?? 0
    place += last - first
    return { first, last, place: place - (last - first) }
  })
}

/** Adds what one feature of the message has in common with the rows that show it. */
function compare(index: NearestIndex, spans: readonly Span[], id: number, value: number): void {
  const { starts, shownBy, values } = index
  const start = starts[id] ?? 0
  const end = starts[id + 1] ?? 0
  for (const { first, last, place } of start === end ? [] : spans) {
    let at = end - start <= WALKED ? start : firstFrom(shownBy, start, end, first)
    while (at < end && (shownBy[at] ?? 0) < first) at++
    for (; at < end; at++) {
      const row = shownBy[at] ?? 0
      if (row >= last) break
      const slot = place + row - first
      likeness[slot] = (likeness[slot] ?? 0) + value * (values[at] ?? 0)
    }
  }
}

function pickBest({ rows }: NearestIndex, { first, last, place }: Span, most: number): readonly Neighbour[] {
  const best: Neighbour[] = []
  for (let row = first; row < last; row++) {
    const similarity = likeness[place + row - first] ?? 0
    if (best.length === most && similarity <= (best[most - 1]?.similarity ?? 0)) continue

    const rank = best.findIndex((one) => similarity > one.similarity)
    best.splice(rank < 0 ? best.length : rank, 0, { row: rows[row] ?? 0, similarity })
    if (best.length > most) best.pop()
  }
  return best
}

/** The first place between `low` and `high` whose row is not before `row`. */
function firstFrom(rows: Int32Array, low: number, high: number, row: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle] ?? 0) < row) from = middle + 1
    else to = middle
  }
  return from
}
