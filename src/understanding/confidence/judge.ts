import { type LinearModel, type SparseVector, scoreAll } from '../learner/linear-model.ts'
import { listNearest, type NearestIndex, type Neighbour } from '../learner/nearest.ts'

/** How many classes are looked at closely. */
export const TOP = 5
const EVIDENCE = 3
const TEMPERATURE = 0.25

export const SIGNALS = 9

/** A trained classifier with its second opinion. */
export interface Judge {
  readonly linear: LinearModel
  readonly nearest: NearestIndex
  readonly scores: Float32Array
}

/** What the classifier and the nearest examples say of one message. */
export interface Judgement {
  /** Best first. */
  readonly classIds: readonly number[]
  /** Each class's share of the softmax, in the same order. */
  readonly shares: readonly number[]
  readonly neighbours: readonly (readonly Neighbour[])[]
  readonly signals: Float64Array
}

export function createJudge(linear: LinearModel, nearest: NearestIndex): Judge {
  return { linear, nearest, scores: new Float32Array(linear.classes) }
}

/** Scores one vector; `coverage` is its known share, `length` its tokens. */
export function judge(by: Judge, vector: SparseVector, coverage: number, length: number): Judgement {
  scoreAll(by.linear, vector, by.scores)
  const classIds = topClasses(by.scores)
  const best = by.scores[classIds[0] ?? 0] ?? 0
  const mass = softmaxMass(by.scores, best)
  const shares = classIds.map((id) => Math.exp(((by.scores[id] ?? 0) - best) / TEMPERATURE) / mass)
  const neighbours = listNearest(by.nearest, vector, classIds, EVIDENCE)
  const second = classIds.length > 1 ? (by.scores[classIds[1] ?? 0] ?? 0) : -1

  const own = neighbours[0]?.[0]?.similarity ?? 0
  const any = Math.max(0, ...neighbours.map((of) => of[0]?.similarity ?? 0))
  const signals = Float64Array.of(
    best,
    best - second,
    shares[0] ?? 0,
    own,
    any,
    own >= any ? 1 : 0,
    coverage,
    Math.log(1 + length),
    Math.log(mass) * TEMPERATURE + best,
  )
  return { classIds, shares, neighbours, signals }
}

function topClasses(scores: Float32Array): readonly number[] {
  const top: number[] = []
  for (let id = 0; id < scores.length; id++) {
    const score = scores[id] ?? 0
    if (score === Number.NEGATIVE_INFINITY) continue
    if (top.length === TOP && score <= (scores[top[TOP - 1] ?? 0] ?? 0)) continue

    const place = top.findIndex((other) => score > (scores[other] ?? 0))
    top.splice(place < 0 ? top.length : place, 0, id)
    if (top.length > TOP) top.pop()
  }
  return top
}

function softmaxMass(scores: Float32Array, best: number): number {
  let mass = 0
  for (const score of scores) mass += Math.exp((score - best) / TEMPERATURE)
  return mass
}
