import type { Matrix } from '../features/space.ts'
import { descend, harvest, type Solution } from './dual-descent.ts'
import { backgroundClass, type Labels } from './labels.ts'
import { type LinearModel, NO_EXAMPLES, toLinearModel } from './linear-model.ts'
import { createRandom } from './random.ts'
import {
  clearWorkshop,
  createWorkshop,
  type Effort,
  takeHardest,
  takeOwn,
  takeRandom,
  takeViolators,
  type Workshop,
} from './workshop.ts'

const FULL_EFFORT: Effort = { hardest: 200, random: 100, violators: 400, firstPasses: 8, lastPasses: 6 }
/** A third of the work for half a point: enough to see what the signals are worth. */
export const TRIAL_EFFORT: Effort = { hardest: 120, random: 60, violators: 120, firstPasses: 4, lastPasses: 3 }

/** Smaller weights are dropped: no accuracy lost, a tenth of the size. */
const PRUNE_BELOW = 0.02

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
function trainClass(shop: Workshop, classId: number, seed: number, effort: Effort): Solution {
  const { problem, matrix } = shop
  const random = createRandom(seed ^ Math.imul(classId + 1, 0x9e3779b1))
  if (takeOwn(shop, classId) === 0) {
    clearWorkshop(shop)
    harvest(problem, matrix, PRUNE_BELOW)
    return NO_EXAMPLES
  }

  takeHardest(shop, classId, effort.hardest)
  takeRandom(shop, classId, effort.random, random)
  descend(problem, matrix, effort.firstPasses, random)
  if (takeViolators(shop, classId, effort.violators) > 0) {
    descend(problem, matrix, effort.lastPasses, random)
  }

  clearWorkshop(shop)
  return harvest(problem, matrix, PRUNE_BELOW)
}
