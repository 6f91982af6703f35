import { AGAINST, BACKGROUND, type Labels } from '../learner/labels.ts'
import { createRandom, shuffle } from '../learner/random.ts'

/** One split: what is learnt, what is tried, and which classes the split has never heard of. */
export interface Fold {
  readonly train: Int32Array
  readonly test: Int32Array
  readonly leftOut: Uint8Array
}

/**
 * Every fold leaves out a part of the classes entirely, and of the others a part of their examples.
 * `isKept` names rows that are never held back from a class that is there, as its title.
 */
export function drawFolds(
  labels: Labels,
  folds: number,
  isKept: (row: number) => boolean,
  seed: number,
): readonly Fold[] {
  const random = createRandom(seed ^ 0x51ed270b)
  const foldOfClass = dealt(labels.classes, folds, random)
  const rows = dealt(labels.labels.length, labels.labels.length, random)
  const dealtTo = new Int32Array(labels.classes + 1)
  const foldOfRow = new Int32Array(rows.length)
  // Dealing each class out in turn gives every fold the same share of it.
  for (const row of rows) {
    const label = (labels.labels[row] ?? BACKGROUND) + 1
    foldOfRow[row] = label >= 0 ? (dealtTo[label] ?? 0) % folds : 0
    if (label >= 0) dealtTo[label] = (dealtTo[label] ?? 0) + 1
  }
  return Array.from({ length: folds }, (_, fold) => splitBy(labels, fold, foldOfClass, foldOfRow, isKept))
}

function splitBy(
  { classes, labels, against }: Labels,
  fold: number,
  foldOfClass: Int32Array,
  foldOfRow: Int32Array,
  isKept: (row: number) => boolean,
): Fold {
  const train: number[] = []
  const test: number[] = []
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? BACKGROUND
    const classId = label === AGAINST ? (against[row] ?? 0) : label
    const classIsOut = classId >= 0 && foldOfClass[classId] === fold
    if (label === AGAINST) {
      if (!classIsOut) train.push(row)
    } else if (classIsOut) {
      if (!isKept(row)) test.push(row)
    } else if (foldOfRow[row] === fold && !isKept(row)) test.push(row)
    else train.push(row)
  }
  const leftOut = Uint8Array.from({ length: classes }, (_, id) => (foldOfClass[id] === fold ? 1 : 0))
  return { train: Int32Array.from(train), test: Int32Array.from(test), leftOut }
}

/** Deals `count` items out to `hands` in random order: item → hand. */
function dealt(count: number, hands: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at)
  shuffle(order, count, random)
  return order.map((value) => value % hands)
}

/** The same fold with at most so many rows of each class to learn from, evenly chosen. */
export function thinned(fold: Fold, { labels }: Labels, most: number): Fold {
  const counts = new Map<number, number>()
  for (const row of fold.train) {
    const label = labels[row] ?? BACKGROUND
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const seen = new Map<number, number>()
  const train = fold.train.filter((row) => {
    const label = labels[row] ?? BACKGROUND
    const before = seen.get(label) ?? 0
    seen.set(label, before + 1)
    const share = label < 0 ? 1 : Math.min(1, most / (counts.get(label) ?? 1))
    return Math.floor((before + 1) * share) > Math.floor(before * share)
  })
  return { ...fold, train }
}
