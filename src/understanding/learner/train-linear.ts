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

const FULL_EFFORT: Effort = { hardest: 150, random: 1500, violators: 500, firstPasses: 5, lastPasses: 3 }
/** A third of the work for half a point: enough to see what the signals are worth. */
export const TRIAL_EFFORT: Effort = { hardest: 100, random: 300, violators: 150, firstPasses: 3, lastPasses: 2 }
/** Where classes are many, each meets fewer of the rows that are nothing like it, so that thousands are learnt in minutes. */
const RANDOM_IN_ALL = 110_000
const FEWEST_RANDOM = 100

/** Smaller weights are dropped: no accuracy lost, a tenth of the size. */
const PRUNE_BELOW = 0.02

/** What is to be learnt. */
export interface Task {
  readonly matrix: Matrix
  readonly rows: Int32Array
  readonly labels: Labels
  readonly features: number
  readonly seed: number
}

/** Trains one class after the other; every class draws from its own random numbers, so their order does not matter. */
export function trainLinear(task: Task, effort: Effort = FULL_EFFORT): LinearModel {
  const all = Array.from({ length: backgroundClass(task.labels) + 1 }, (_, classId) => classId)
  return toLinearModel([...trainClasses(task, all, effort).values()], task.features)
}

/** Trains some of the classes against all of them. */
export function trainClasses(
  task: Task,
  classIds: readonly number[],
  effort: Effort = FULL_EFFORT,
): ReadonlyMap<number, Solution> {
  const shop = createWorkshop(task, classIds)
  const random = Math.min(effort.random, Math.max(FEWEST_RANDOM, Math.round(RANDOM_IN_ALL / task.labels.classes)))
  return new Map(classIds.map((classId) => [classId, trainClass(shop, classId, task.seed, { ...effort, random })]))
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
  if (takeViolators(shop, classId, effort.violators) > 0) descend(problem, matrix, effort.lastPasses, random)

  clearWorkshop(shop)
  return harvest(problem, matrix, PRUNE_BELOW)
}
