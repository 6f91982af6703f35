import type { Matrix } from '../features/space.ts'
import { addRow, clearProblem, createProblem, type Problem, score } from './dual-descent.ts'
import { AGAINST, type Labels, sideOf } from './labels.ts'
import type { Random } from './random.ts'

/** Negatives of a class: those nearest to its centre, and some of all the others. */
const HARD_NEGATIVES = 200
const RANDOM_NEGATIVES = 100
const MOST_VIOLATORS = 400
/** Inside the margin (-1) by more than a little. */
const VIOLATES_ABOVE = -0.8
const BINS = 256

/** Where the rows that teach one class are gathered; cleared and used again for the next class. */
export interface Workshop {
  readonly matrix: Matrix
  readonly rows: Int32Array
  readonly labels: Labels
  readonly problem: Problem
  readonly centre: Float64Array
  readonly sims: Float32Array
  readonly taken: Uint8Array
}

export function createWorkshop(matrix: Matrix, rows: Int32Array, labels: Labels, features: number): Workshop {
  return {
    matrix,
    rows,
    labels,
    problem: createProblem(rows.length, features),
    centre: new Float64Array(features),
    sims: new Float32Array(rows.length),
    taken: new Uint8Array(rows.length),
  }
}

export function clearWorkshop(shop: Workshop, classId: number): void {
  clearProblem(shop.problem, shop.matrix)
  shop.taken.fill(0)
  for (const row of shop.rows) if (shop.labels.labels[row] === classId) addToCentre(shop, row, 0)
}

/** Takes rows from all over, so that the class also learns what is nothing like it. */
export function takeRandom(shop: Workshop, classId: number, random: Random): void {
  const share = RANDOM_NEGATIVES / shop.rows.length
  for (let at = 0; at < shop.rows.length; at++) if (random() < share) take(shop, at, classId)
}

function take(shop: Workshop, at: number, classId: number): boolean {
  const row = shop.rows[at] ?? 0
  const side = shop.taken[at] === 0 ? sideOf(shop.labels, row, classId) : 0
  if (side === 0) return false

  shop.taken[at] = 1
  addRow(shop.problem, row, side)
  return true
}

/** Takes the class's own rows, and the texts that its owner wrote under `not:`; sums the former up in `centre`. */
export function takePositives(shop: Workshop, classId: number): number {
  const { rows, labels } = shop
  let positives = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const label = labels.labels[row]
    if (label !== classId && label !== AGAINST) continue

    take(shop, at, classId)
    if (label !== classId) continue
    positives++
    addToCentre(shop, row, 1)
  }
  return positives
}

function addToCentre({ matrix, centre }: Workshop, row: number, times: number): void {
  const end = matrix.offsets[row + 1] ?? 0
  for (let cell = matrix.offsets[row] ?? 0; cell < end; cell++) {
    const id = matrix.ids[cell] ?? 0
    centre[id] = times === 0 ? 0 : (centre[id] ?? 0) + times * (matrix.values[cell] ?? 0)
  }
}

/** Takes the rows nearest to the class's centre. A histogram finds the cut in one pass; sorting thousands of rows for each class would cost more than training. */
export function takeHardest(shop: Workshop, classId: number): void {
  const { matrix, rows, centre, sims } = shop
  const bins = new Int32Array(BINS)
  let highest = 1e-9
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const end = matrix.offsets[row + 1] ?? 0
    let sum = 0
    for (let cell = matrix.offsets[row] ?? 0; cell < end; cell++) {
      sum += (centre[matrix.ids[cell] ?? 0] ?? 0) * (matrix.values[cell] ?? 0)
    }
    sims[at] = sum
    if (shop.taken[at] === 0) highest = Math.max(highest, sum)
  }
  const binOf = (at: number) => Math.min(BINS - 1, Math.floor(((sims[at] ?? 0) / highest) * (BINS - 1)))
  for (let at = 0; at < rows.length; at++) {
    if (shop.taken[at] === 0) bins[binOf(at)] = (bins[binOf(at)] ?? 0) + 1
  }
  let cut = BINS
  for (let above = 0; cut > 1 && above + (bins[cut - 1] ?? 0) <= HARD_NEGATIVES; cut--) above += bins[cut - 1] ?? 0
  for (let at = 0; at < rows.length; at++) if (shop.taken[at] === 0 && binOf(at) >= cut) take(shop, at, classId)
}

/** Takes the rows that the solution so far gets wrong, and returns their number. */
export function takeViolators(shop: Workshop, classId: number): number {
  const { problem, matrix, rows } = shop
  const scored = problem.count
  for (let at = 0; at < rows.length && problem.count - scored < MOST_VIOLATORS; at++) {
    if (shop.taken[at] === 0 && score(problem, matrix, rows[at] ?? 0) > VIOLATES_ABOVE) take(shop, at, classId)
  }
  return problem.count - scored
}
