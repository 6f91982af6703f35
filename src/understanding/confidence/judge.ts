import type { SparseVector } from '../features/space.ts'
import { type LinearModel, scoreAll } from '../learner/linear-model.ts'
import { listNearest, type NearestIndex, type Neighbour } from '../learner/nearest.ts'

/** How many classes are looked at closely. */
export const TOP = 5
const EVIDENCE = 3
/** So many of them are compared with the nearest examples; the rest stay in the classifier's order. */
const COMPARED = 3
const TEMPERATURE = 0.25
/** What the nearest example counts beside the classifier; 0.3 to 1 made no difference above half a point. */
const NEAREST_WEIGHT = 0.5

export const SIGNALS = 11
/** What the background scores where a shop names none: as sure a no as the margin can say. */
const NO_BACKGROUND = -1

/** A trained classifier with its second opinion. `scores` is scratch space. */
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
  const background = by.linear.classes - 1
  const intents = by.scores.subarray(0, background)
  const first = topClasses(intents)
  const [none = [], ...nearest] = listNearest(by.nearest, vector, [background, ...first.slice(0, COMPARED)], EVIDENCE)
  const ranked = rankWithNearest(by, first, nearest)
  const highest = intents[first[0] ?? 0] ?? 0
  const mass = softmaxMass(intents, highest)
  const own = ranked[0]?.neighbours[0]?.similarity ?? 0
  const any = Math.max(0, ...nearest.map((of) => of[0]?.similarity ?? 0))
  const best = ranked[0]?.rank ?? 0
  return {
    classIds: ranked.map(({ classId }) => classId),
    shares: ranked.map(({ classId }) => Math.exp(((intents[classId] ?? 0) - highest) / TEMPERATURE) / mass),
    neighbours: ranked.map(({ neighbours }) => neighbours),
    signals: Float64Array.of(
      best,
      best - (ranked[1]?.rank ?? NO_BACKGROUND),
      Math.exp(((intents[ranked[0]?.classId ?? 0] ?? 0) - highest) / TEMPERATURE) / mass,
      own,
      any,
      own >= any ? 1 : 0,
      coverage,
      Math.log(1 + length),
      Math.log(mass) * TEMPERATURE + highest,
      Math.max(NO_BACKGROUND, by.scores[background] ?? 0),
      own - (none[0]?.similarity ?? 0),
    ),
  }
}

/** The second opinion: a class whose best example is near moves up among the classifier's first. */
function rankWithNearest(
  { scores }: Judge,
  classIds: readonly number[],
  nearest: readonly (readonly Neighbour[])[],
): readonly { readonly classId: number; readonly rank: number; readonly neighbours: readonly Neighbour[] }[] {
  const ranked = classIds.map((classId, at) => {
    const neighbours = nearest[at] ?? []
    const rank = (scores[classId] ?? 0) + NEAREST_WEIGHT * (neighbours[0]?.similarity ?? 0)
    return { classId, rank, neighbours }
  })
  const compared = ranked.slice(0, COMPARED).sort((a, b) => b.rank - a.rank)
  return [...compared, ...ranked.slice(COMPARED)]
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
