import { AGAINST, BACKGROUND, type Labels } from './labels.ts'

/** Rows by what they teach: class `c` owns `rows[offsets[c]]` to `rows[offsets[c + 1]]`; the last class is the background. */
export interface ClassRows {
  readonly classes: number
  readonly offsets: Int32Array
  readonly rows: Int32Array
  /** Class → the rows that its owner wrote under `not:`. */
  readonly against: ReadonlyMap<number, readonly number[]>
}

export function groupByClass(rows: Int32Array, { classes, labels, against }: Labels): ClassRows {
  const all = classes + 1
  const byClass = Array.from({ length: all }, (): number[] => [])
  const counter = new Map<number, number[]>()
  for (const row of rows) {
    const label = labels[row] ?? BACKGROUND
    if (label >= 0) byClass[label]?.push(row)
    if (label === BACKGROUND) byClass[classes]?.push(row)
    if (label === AGAINST) {
      const classId = against[row] ?? -1
      counter.set(classId, [...(counter.get(classId) ?? []), row])
    }
  }
  const offsets = new Int32Array(all + 1)
  for (const [classId, own] of byClass.entries()) offsets[classId + 1] = (offsets[classId] ?? 0) + own.length
  return { classes: all, offsets, rows: Int32Array.from(byClass.flat()), against: counter }
}

export function rowsOf({ offsets, rows }: ClassRows, classId: number): Int32Array {
  return rows.subarray(offsets[classId] ?? 0, offsets[classId + 1] ?? 0)
}
