import { dotMeanings, MEANING } from '../features/meaning.ts'
import type { SparseVector } from '../features/space.ts'
import type { Solution } from './dual-descent.ts'

/** One-vs-rest weights, kept by feature, so that a message is scored in one pass over its features. */
export interface LinearModel {
  /** With the background, which is the last. */
  readonly classes: number
  readonly offsets: Int32Array
  readonly classIds: Uint16Array
  /** In steps of their class: a byte says enough, and four times as many fit into a processor's cache. */
  readonly weights: Int8Array
  readonly steps: Float32Array
  /** Negative infinity for a class that has no example. */
  readonly biases: Float32Array
  /** `MEANING` weights a class. */
  readonly meanings: Float32Array
}

/** What a class without examples has learnt. */
export const NO_EXAMPLES: Solution = {
  ids: new Int32Array(0),
  weights: new Float32Array(0),
  bias: Number.NEGATIVE_INFINITY,
  meaning: new Float32Array(MEANING),
}

/** Turns the weights per class into weights per feature. */
export function toLinearModel(columns: readonly Solution[], features: number): LinearModel {
  const offsets = new Int32Array(features + 1)
  for (const { ids } of columns) for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0)

  const cells = offsets[features] ?? 0
  const classIds = new Uint16Array(cells)
  const weights = new Int8Array(cells)
  const steps = Float32Array.from(columns, stepOf)
  const next = offsets.slice()
  for (const [classId, column] of columns.entries()) {
    for (let at = 0; at < column.ids.length; at++) {
      const id = column.ids[at] ?? 0
      const cell = next[id] ?? 0
      classIds[cell] = classId
      weights[cell] = Math.round((column.weights[at] ?? 0) / (steps[classId] ?? 1))
      next[id] = cell + 1
    }
  }
  const meanings = new Float32Array(columns.length * MEANING)
  for (const [classId, { meaning }] of columns.entries()) meanings.set(meaning, classId * MEANING)
  const biases = Float32Array.from(columns, ({ bias }) => bias)
  return { classes: columns.length, offsets, classIds, weights, steps, biases, meanings }
}

function stepOf({ weights }: Solution): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127
}

/** Writes every class's score for one sparse vector. */
export function scoreAll(model: LinearModel, vector: SparseVector, scores: Float32Array): void {
  const { offsets, classIds, weights } = model
  const { ids, values, from, to } = vector
  scores.fill(0)
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? 0
    const value = values[at] ?? 0
    if (value === 0) continue

    const end = offsets[id + 1] ?? 0
    for (let cell = offsets[id] ?? 0; cell < end; cell++) {
      const classId = classIds[cell] ?? 0
      scores[classId] = (scores[classId] ?? 0) + value * (weights[cell] ?? 0)
    }
  }
  for (let classId = 0; classId < model.classes; classId++) {
    const meant = dotMeanings(model.meanings, classId * MEANING, vector.meanings, vector.meaningFrom)
    scores[classId] = (scores[classId] ?? 0) * (model.steps[classId] ?? 0) + (model.biases[classId] ?? 0) + meant
  }
}
