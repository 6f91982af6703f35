/** One-vs-rest weights, kept by feature, so that a message is scored in one pass over its features. */
export interface LinearModel {
  readonly classes: number
  readonly offsets: Int32Array
  readonly classIds: Uint16Array
  readonly weights: Float32Array
  /** Negative infinity for a class that has no example. */
  readonly biases: Float32Array
}

/** One class's weights, pruned. */
export interface ClassWeights {
  readonly ids: Int32Array
  readonly weights: Float32Array
  readonly bias: number
}

export const NO_EXAMPLES: ClassWeights = {
  ids: new Int32Array(0),
  weights: new Float32Array(0),
  bias: Number.NEGATIVE_INFINITY,
}

/** Turns the weights per class into weights per feature. */
export function toLinearModel(columns: readonly ClassWeights[], features: number): LinearModel {
  const offsets = new Int32Array(features + 1)
  for (const { ids } of columns) for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0)

  const cells = offsets[features] ?? 0
  const classIds = new Uint16Array(cells)
  const weights = new Float32Array(cells)
  const next = offsets.slice()
  for (const [classId, column] of columns.entries()) {
    for (let at = 0; at < column.ids.length; at++) {
      const id = column.ids[at] ?? 0
      const cell = next[id] ?? 0
      classIds[cell] = classId
      weights[cell] = column.weights[at] ?? 0
      next[id] = cell + 1
    }
  }
  return { classes: columns.length, offsets, classIds, weights, biases: Float32Array.from(columns, (c) => c.bias) }
}

/** Writes every class's score for one sparse vector. */
export function scoreAll(model: LinearModel, vector: SparseVector, scores: Float32Array): void {
  const { offsets, classIds, weights } = model
  const { ids, values, from, to } = vector
  scores.set(model.biases)
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
}

/** A part of a pair of arrays; rows of a matrix and live messages are read the same way. */
export interface SparseVector {
  readonly ids: Int32Array
  readonly values: Float32Array
  readonly from: number
  readonly to: number
}
