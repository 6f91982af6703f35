/** A logistic model over standardised signals. */
export interface Logistic {
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  readonly weights: readonly number[]
  readonly bias: number
}

export interface Sample {
  readonly signals: Float64Array
  readonly yes: boolean
  readonly weight: number
}

/** Newton doubles the right digits at every step; more than a handful is never needed. */
const MOST_STEPS = 12
const CONVERGED = 1e-4
const RIDGE = 1

/** Fits by Newton's method (iteratively reweighted least squares) with a small ridge, so that it always converges. */
export function fitLogistic(samples: readonly Sample[], width: number): Logistic {
  const means = columnMeans(samples, width, (s, at) => s.signals[at] ?? 0)
  const variances = columnMeans(samples, width, (s, at) => ((s.signals[at] ?? 0) - (means[at] ?? 0)) ** 2)
  const deviations = variances.map((variance) => Math.sqrt(variance) || 1)
  const rows = samples.map(({ signals }) =>
    Float64Array.from({ length: width + 1 }, (_, at) =>
      at === width ? 1 : ((signals[at] ?? 0) - (means[at] ?? 0)) / (deviations[at] ?? 1),
    ),
  )
  let solution = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = newtonStep(samples, rows, solution)
    solution = solution.map((value, at) => value + (change[at] ?? 0))
    if (change.every((value) => Math.abs(value) < CONVERGED)) break
  }
  return { means, deviations, weights: solution.slice(0, width), bias: solution[width] ?? 0 }
}

export function probability({ means, deviations, weights, bias }: Logistic, signals: Float64Array): number {
  let sum = bias
  for (let at = 0; at < weights.length; at++) {
    sum += ((weights[at] ?? 0) * ((signals[at] ?? 0) - (means[at] ?? 0))) / (deviations[at] ?? 1)
  }
  return sigmoid(sum)
}

function columnMeans(samples: readonly Sample[], width: number, value: (s: Sample, at: number) => number): number[] {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0) || 1
  return Array.from({ length: width }, (_, at) => samples.reduce((sum, s) => sum + s.weight * value(s, at), 0) / total)
}

function newtonStep(samples: readonly Sample[], rows: readonly Float64Array[], solution: readonly number[]): number[] {
  const size = solution.length
  const gradient = Float64Array.from(solution, (value, at) => (at === size - 1 ? 0 : -RIDGE * value))
  const curvature = solution.map((_, at) =>
    Float64Array.from({ length: size }, (__, other) => (at === other ? RIDGE : 0)),
  )
  for (const [index, { yes, weight }] of samples.entries()) {
    const row = rows[index] ?? gradient
    let sum = 0
    for (let at = 0; at < size; at++) sum += (row[at] ?? 0) * (solution[at] ?? 0)
    const chance = sigmoid(sum)
    const slope = weight * ((yes ? 1 : 0) - chance)
    const bend = weight * chance * (1 - chance)
    for (let at = 0; at < size; at++) {
      const value = row[at] ?? 0
      const line = curvature[at] ?? gradient
      gradient[at] = (gradient[at] ?? 0) + slope * value
      for (let other = 0; other < size; other++) line[other] = (line[other] ?? 0) + bend * value * (row[other] ?? 0)
    }
  }
  return solve(
    curvature.map((line) => [...line]),
    [...gradient],
  )
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (let pivot = 0; pivot < size; pivot++) {
    const from = rows[pivot] ?? []
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] ?? []
      const factor = (row[pivot] ?? 0) / (from[pivot] ?? 1)
      for (let at = pivot; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (from[at] ?? 0)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? []
    let rest = row[size] ?? 0
    for (let other = at + 1; other < size; other++) rest -= (row[other] ?? 0) * (solution[other] ?? 0)
    solution[at] = rest / (row[at] ?? 1)
  }
  return solution
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
