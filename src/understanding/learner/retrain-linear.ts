import { MEANING } from '../features/meaning.ts'
import { rowOf } from '../features/space.ts'
import { findId, type Vocabulary } from '../features/vocabulary.ts'
import type { Solution } from './dual-descent.ts'
import { sideOf } from './labels.ts'
import { type LinearModel, scoreAll, toLinearModel } from './linear-model.ts'
import { type Task, trainClasses } from './train-linear.ts'

/** What an edit changed: the classes, and the rows that were not there before. */
export interface Changes {
  readonly changed: ReadonlySet<number>
  readonly rows: readonly number[]
}

/** A class to which a new row lies this near has to learn anew that the row is none of its own. */
const TROUBLED_ABOVE = -0.8

/**
 * Learns anew the classes whose texts changed, and those that new texts come too near to; the others keep what they
 * knew. The features' weights have hardly moved, so what was learnt still holds.
 */
export function retrainLinear(
  task: Task,
  { changed, rows }: Changes,
  previous: { readonly linear: LinearModel; readonly vocabulary: Vocabulary },
  vocabulary: Vocabulary,
): LinearModel {
  const columns = carryOver(previous.linear, previous.vocabulary, vocabulary)
  const anew = [...new Set([...changed, ...listTroubled(task, rows, toLinearModel(columns, task.features))])]
  for (const [classId, solution] of trainClasses(task, anew)) columns[classId] = solution
  return toLinearModel(columns, task.features)
}

/** The weights by class, under the features' new numbers; what no text shows any more is left behind. */
function carryOver(linear: LinearModel, before: Vocabulary, now: Vocabulary): Solution[] {
  const ids = Array.from({ length: linear.classes }, (): number[] => [])
  const weights = Array.from({ length: linear.classes }, (): number[] => [])
  for (let id = 0; id < before.size; id++) {
    const renamed = findId(now, before.hashes[id] ?? 0)
    for (let cell = linear.offsets[id] ?? 0; renamed >= 0 && cell < (linear.offsets[id + 1] ?? 0); cell++) {
      const classId = linear.classIds[cell] ?? 0
      ids[classId]?.push(renamed)
      weights[classId]?.push((linear.weights[cell] ?? 0) * (linear.steps[classId] ?? 0))
    }
  }
  return ids.map((own, classId) => ({
    ids: Int32Array.from(own),
    weights: Float32Array.from(weights[classId] ?? []),
    bias: linear.biases[classId] ?? 0,
    meaning: linear.meanings.slice(classId * MEANING, (classId + 1) * MEANING),
  }))
}

function listTroubled({ matrix, labels }: Task, newRows: readonly number[], known: LinearModel): ReadonlySet<number> {
  const troubled = new Set<number>()
  const scores = new Float32Array(known.classes)
  for (const row of newRows) {
    scoreAll(known, rowOf(matrix, row), scores)
    for (const [classId, score] of scores.entries()) {
      if (score > TROUBLED_ABOVE && sideOf(labels, row, classId) < 0) troubled.add(classId)
    }
  }
  return troubled
}
