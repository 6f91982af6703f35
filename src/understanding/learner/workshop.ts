import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { Matrix } from '../features/space.ts'
import { type Centres, findCentres, findRivals } from './centres.ts'
import { type ClassRows, groupByClass, rowsOf } from './class-rows.ts'
import { addRow, createProblem, type Problem, score } from './dual-descent.ts'
import { highest } from './highest.ts'
import { backgroundClass, type Labels, sideOf } from './labels.ts'
import type { Random } from './random.ts'
import type { Task } from './train-linear.ts'

/** Inside the margin (-1) by more than a little. */
const VIOLATES_ABOVE = -0.8
/** Hard negatives are looked for among the examples of the likest classes, violators in a wider circle: so many rows. */
const NEAR_ROWS = 2500
const WIDER_CIRCLE = 6000

/** How much work a class is worth. */
export interface Effort {
  /** Negatives of a class: those nearest to its centre, and some of all the others. */
  readonly hardest: number
  readonly random: number
  readonly violators: number
  /** How often the rows are gone over, before and after the violators are added. */
  readonly firstPasses: number
  readonly lastPasses: number
}

/** Where the rows that teach one class are gathered; cleared and used again for the next class. */
export interface Workshop {
  readonly matrix: Matrix
  readonly rows: Int32Array
  readonly labels: Labels
  readonly classRows: ClassRows
  readonly centres: Centres
  readonly rivals: ReadonlyMap<number, Int32Array>
  readonly problem: Problem
  /** The class's centre, spread out over all features. */
  readonly centre: Float32Array
  /** By row: 1 if it is in the problem. */
  readonly taken: Uint8Array
}

export function createWorkshop({ matrix, rows, labels, features }: Task, classIds: readonly number[]): Workshop {
  const classRows = groupByClass(rows, labels)
  const centres = findCentres(matrix, classRows, features)
  const mostRivals = Math.ceil((WIDER_CIRCLE * classRows.classes) / Math.max(1, rows.length))
  return {
    matrix,
    rows,
    labels,
    classRows,
    centres,
    rivals: findRivals(centres, classRows.classes, features, classIds, mostRivals),
    problem: createProblem(rows.length, features),
    centre: new Float32Array(features),
    taken: new Uint8Array(labels.labels.length),
  }
}

/** Forgets which rows were taken, before the problem is cleared. */
export function clearWorkshop({ problem, taken }: Workshop): void {
  for (let at = 0; at < problem.count; at++) taken[problem.rows[at] ?? 0] = 0
}

function take(shop: Workshop, row: number, classId: number): void {
  const side = shop.taken[row] === 0 ? sideOf(shop.labels, row, classId) : 0
  if (side === 0) return

  shop.taken[row] = 1
  addRow(shop.problem, row, side)
}

/** Takes rows from all over, so that the class also learns what is nothing like it. */
export function takeRandom(shop: Workshop, classId: number, most: number, random: Random): void {
  const { rows } = shop
  for (let left = Math.min(most, rows.length); left > 0; left--) {
    take(shop, rows[Math.floor(random() * rows.length)] ?? 0, classId)
  }
}

/** Takes the class's own rows, and the texts that its owner wrote under `not:`; returns the number of the former. */
export function takeOwn(shop: Workshop, classId: number): number {
  const own = rowsOf(shop.classRows, classId)
  for (const row of own) take(shop, row, classId)
  for (const row of shop.classRows.against.get(classId) ?? []) take(shop, row, classId)
  return own.length
}

/** Takes the rows nearest to the class's centre. */
export function takeHardest(shop: Workshop, classId: number, most: number): void {
  const near = listNear(shop, classId, NEAR_ROWS)
  for (const at of highest(likenessTo(shop, classId, near), most)) take(shop, near[at] ?? 0, classId)
}

/** The rows of the likest classes, about `most`, and all that belong to none. */
function listNear({ classRows, rivals, labels }: Workshop, classId: number, most: number): readonly number[] {
  const background = backgroundClass(labels)
  const near: number[] = []
  for (const rival of rivals.get(classId) ?? []) {
    if (near.length >= most) break
    if (rival !== background) for (const row of rowsOf(classRows, rival)) near.push(row)
  }
  if (classId !== background) for (const row of rowsOf(classRows, background)) near.push(row)
  return near
}

function likenessTo({ matrix, centres, centre }: Workshop, classId: number, rows: readonly number[]): Float32Array {
  const first = centres.offsets[classId] ?? 0
  const last = centres.offsets[classId + 1] ?? 0
  for (let cell = first; cell < last; cell++) centre[centres.ids[cell] ?? 0] = centres.values[cell] ?? 0

  const likeness = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const end = matrix.offsets[row + 1] ?? 0
    let sum = dotMeanings(centres.meanings, classId * MEANING, matrix.meanings, row * MEANING)
    for (let cell = matrix.offsets[row] ?? 0; cell < end; cell++) {
      sum += (centre[matrix.ids[cell] ?? 0] ?? 0) * (matrix.values[cell] ?? 0)
    }
    likeness[at] = sum
  }
  for (let cell = first; cell < last; cell++) centre[centres.ids[cell] ?? 0] = 0
  return likeness
}

/** Takes rows that the solution so far gets wrong, and returns their number. */
export function takeViolators(shop: Workshop, classId: number, most: number): number {
  const { problem, matrix, taken } = shop
  const scored = problem.count
  for (const row of listNear(shop, classId, WIDER_CIRCLE)) {
    if (problem.count - scored >= most) break
    if (taken[row] === 0 && score(problem, matrix, row) > VIOLATES_ABOVE) take(shop, row, classId)
  }
  return problem.count - scored
}
