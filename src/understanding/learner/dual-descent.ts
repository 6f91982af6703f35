import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { Matrix } from '../features/space.ts'
import { type Random, shuffle } from './random.ts'

/** C of the soft margin; 1 to 10 made no difference above 0.3 points. */
const PENALTY = 3
const DIAGONAL = 1 / (2 * PENALTY)
const TOLERANCE = 0.1
/** Every row has length 1, and the bias is one more feature of value 1. */
const ROW_SQUARE = 2

/** One binary problem: which rows, on which side, and the solution so far. Reused for every class. */
export interface Problem {
  readonly rows: Int32Array
  readonly signs: Int8Array
  readonly alphas: Float64Array
  readonly weights: Float32Array
  readonly meaning: Float32Array
  count: number
  bias: number
}

export function createProblem(rows: number, features: number): Problem {
  return {
    rows: new Int32Array(rows),
    signs: new Int8Array(rows),
    alphas: new Float64Array(rows),
    weights: new Float32Array(features),
    meaning: new Float32Array(MEANING),
    count: 0,
    bias: 0,
  }
}

export function addRow(problem: Problem, row: number, sign: number): void {
  problem.rows[problem.count] = row
  problem.signs[problem.count] = sign
  problem.alphas[problem.count] = 0
  problem.count++
}

/** The weights that are worth keeping. */
export interface Solution {
  readonly ids: Int32Array
  readonly weights: Float32Array
  readonly bias: number
  readonly meaning: Float32Array
}

/** Reads the solution off, without weights smaller than `least`, and clears the problem; costs what its rows cost. */
export function harvest(problem: Problem, { offsets, ids }: Matrix, least: number): Solution {
  const kept: number[] = []
  const values: number[] = []
  for (let at = 0; at < problem.count; at++) {
    const row = problem.rows[at] ?? 0
    const end = offsets[row + 1] ?? 0
    for (let cell = offsets[row] ?? 0; cell < end; cell++) {
      const id = ids[cell] ?? 0
      const weight = problem.weights[id] ?? 0
      if (weight === 0) continue
      problem.weights[id] = 0
      if (Math.abs(weight) < least) continue
      kept.push(id)
      values.push(weight)
    }
  }
  const { bias } = problem
  const meaning = Float32Array.from(problem.meaning)
  problem.meaning.fill(0)
  problem.count = 0
  problem.bias = 0
  return { ids: Int32Array.from(kept), weights: Float32Array.from(values), bias, meaning }
}

/**
 * L2-regularised squared-hinge SVM by dual coordinate descent with shrinking:
 * Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM",
 * ICML 2008, algorithms 1 and 3. Rows have length 1, so the diagonal of Q is the same for all.
 */
export function descend(problem: Problem, matrix: Matrix, passes: number, random: Random): void {
  const order = new Int32Array(problem.count)
  for (let at = 0; at < order.length; at++) order[at] = at
  let active = problem.count
  let shrinkAbove = Number.POSITIVE_INFINITY

  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, active, random)
    let highest = 0
    let lowest = 0
    for (let at = 0; at < active; at++) {
      const item = order[at] ?? 0
      const gradient = gradientOf(problem, matrix, item)
      const alpha = problem.alphas[item] ?? 0
      if (alpha === 0 && gradient > shrinkAbove) {
        active--
        order[at] = order[active] ?? 0
        order[active] = item
        at--
        continue
      }
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient
      highest = Math.max(highest, projected)
      lowest = Math.min(lowest, projected)
      if (Math.abs(projected) > 1e-12) step(problem, matrix, item, gradient)
    }
    if (highest - lowest <= TOLERANCE) {
      if (active === problem.count) return
      active = problem.count
      shrinkAbove = Number.POSITIVE_INFINITY
      continue
    }
    shrinkAbove = highest > 0 ? highest : Number.POSITIVE_INFINITY
  }
}

function gradientOf(problem: Problem, matrix: Matrix, item: number): number {
  const sign = problem.signs[item] ?? 0
  return sign * score(problem, matrix, problem.rows[item] ?? 0) - 1 + DIAGONAL * (problem.alphas[item] ?? 0)
}

function step(problem: Problem, { offsets, ids, values, meanings }: Matrix, item: number, gradient: number): void {
  const { alphas, weights, meaning } = problem
  const row = problem.rows[item] ?? 0
  const before = alphas[item] ?? 0
  const after = Math.max(before - gradient / (ROW_SQUARE + DIAGONAL), 0)
  const change = (after - before) * (problem.signs[item] ?? 0)
  const end = offsets[row + 1] ?? 0

  alphas[item] = after
  problem.bias += change
  for (let cell = offsets[row] ?? 0; cell < end; cell++) {
    const id = ids[cell] ?? 0
    weights[id] = (weights[id] ?? 0) + change * (values[cell] ?? 0)
  }
  const from = row * MEANING
  for (let at = 0; at < MEANING; at++) meaning[at] = (meaning[at] ?? 0) + change * (meanings[from + at] ?? 0)
}

export function score(
  { weights, bias, meaning }: Problem,
  { offsets, ids, values, meanings }: Matrix,
  row: number,
): number {
  const end = offsets[row + 1] ?? 0
  let sum = bias + dotMeanings(meaning, 0, meanings, row * MEANING)
  for (let cell = offsets[row] ?? 0; cell < end; cell++) sum += (weights[ids[cell] ?? 0] ?? 0) * (values[cell] ?? 0)
  return sum
}
