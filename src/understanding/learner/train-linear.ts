import type { Matrix } from '../features/space.ts'
import { descend, harvest, type Solution } from './dual-descent.ts'
import { backgroundClass, type Labels } from './labels.ts'
import { type LinearModel, NO_EXAMPLES, toLinearModel } from './linear-model.ts'
import { createRandom } from './random.ts'
import {
  clearWorkshop,
  createWorkshop,
  takeHardest,
  takeOwn,
  takeRandom,
  takeViolators,
  type Workshop,
} from './workshop.ts'

/** How often the rows are gone over, before and after the violators are added. */
export interface Effort {
  readonly first: number
  readonly last: number
}

export const FULL_EFFORT: Effort = { first: 8, last: 6 }
/** Half the work for 0.2 points: enough to see what the signals are worth. */
export const TRIAL_EFFORT: Effort = { first: 4, last: 4 }

/** Smaller weights are dropped: no accuracy lost, a tenth of the size. */
const PRUNE_BELOW = 0.01

/** Trains one class after the other; every class draws from its own random numbers, so their order does not matter. */
export function trainLinear(
  matrix: Matrix,
  rows: Int32Array,
  labels: Labels,
  features: number,
  seed: number,

  effort: Effort = FULL_EFFORT,
): LinearModel {
  const shop = createWorkshop(matrix, rows, labels, features)
  const columns: Solution[] = []
  for (let classId = 0; classId <= backgroundClass(labels); classId++) {
    columns.push(trainClass(shop, classId, seed, effort))
  }
  return toLinearModel(columns, features)
}

/** Learns the class from its examples and its hardest negatives, then once more with what that got wrong. */
function trainClass(shop: Workshop, classId: number, seed: number, { first, last }: Effort): Solution {
  const { problem, matrix } = shop
  const random = createRandom(seed ^ Math.imul(classId + 1, 0x9e3779b1))
  if (takeOwn(shop, classId) === 0) {
    clearWorkshop(shop)
    harvest(problem, matrix, PRUNE_BELOW)
    return NO_EXAMPLES
  }

  takeHardest(shop, classId)
  takeRandom(shop, classId, random)
  descend(problem, matrix, first, random)
  if (takeViolators(shop, classId) > 0) descend(problem, matrix, last, random)

  clearWorkshop(shop)
  return harvest(problem, matrix, PRUNE_BELOW)
}
