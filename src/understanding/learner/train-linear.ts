import type { Matrix } from '../features/space.ts'
import type { Breathe } from './breathe.ts'
import { descend, type Problem } from './dual-descent.ts'
import type { Labels } from './labels.ts'
import { type ClassWeights, type LinearModel, NO_EXAMPLES, toLinearModel } from './linear-model.ts'
import { createRandom } from './random.ts'
import {
  clearWorkshop,
  createWorkshop,
  takeHardest,
  takePositives,
  takeRandom,
  takeViolators,
  type Workshop,
} from './workshop.ts'

const FIRST_PASSES = 8
const LAST_PASSES = 6
/** Smaller weights are dropped: no accuracy lost, a tenth of the size. */
const PRUNE_BELOW = 0.01

/** Trains one class after the other; every class draws from its own random numbers, so their order does not matter. */
export async function trainLinear(
  matrix: Matrix,
  rows: Int32Array,
  labels: Labels,
  features: number,
  seed: number,
  breathe: Breathe,
): Promise<LinearModel> {
  const shop = createWorkshop(matrix, rows, labels, features)
  const columns: ClassWeights[] = []
  for (let classId = 0; classId < labels.classes; classId++) {
    await breathe()
    columns.push(await trainClass(shop, classId, seed, breathe))
    clearWorkshop(shop, classId)
  }
  await breathe()
  return toLinearModel(columns, features)
}

/** Learns the class from its examples and its hardest negatives, then once more with what that got wrong. */
async function trainClass(shop: Workshop, classId: number, seed: number, breathe: Breathe): Promise<ClassWeights> {
  const { problem, matrix } = shop
  const random = createRandom(seed ^ Math.imul(classId + 1, 0x9e3779b1))
  if (takePositives(shop, classId) === 0) return NO_EXAMPLES

  takeHardest(shop, classId)
  takeRandom(shop, classId, random)
  await breathe()
  descend(problem, matrix, FIRST_PASSES, random)
  await breathe()
  if (takeViolators(shop, classId) > 0) descend(problem, matrix, LAST_PASSES, random)

  return pruned(problem)
}

function pruned({ weights, bias }: Problem): ClassWeights {
  let count = 0
  for (let id = 0; id < weights.length; id++) if (Math.abs(weights[id] ?? 0) >= PRUNE_BELOW) count++

  const ids = new Int32Array(count)
  const kept = new Float32Array(count)
  let at = 0
  for (let id = 0; id < weights.length; id++) {
    if (Math.abs(weights[id] ?? 0) < PRUNE_BELOW) continue
    ids[at] = id
    kept[at] = weights[id] ?? 0
    at++
  }
  return { ids, weights: kept, bias }
}
