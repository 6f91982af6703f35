/** The label of a row that belongs to no intent, and of one that only speaks against an intent. */
export const BACKGROUND = -1
export const AGAINST = -2

/** What each row teaches. `against[row]` is the class that a `not:` text is no example of, else -1. */
export interface Labels {
  readonly classes: number
  readonly labels: Int32Array
  readonly against: Int32Array
}

/** The class of what belongs to no intent comes after all others; it has its own examples, but is never an answer. */
export function backgroundClass({ classes }: Labels): number {
  return classes
}

/** 1 for an example of the class, -1 for a counter-example, 0 for a row that says nothing of it. */
export function sideOf({ classes, labels, against }: Labels, row: number, classId: number): number {
  const own = labels[row] ?? BACKGROUND
  const label = own === BACKGROUND ? classes : own
  if (label === classId) return 1
  if (label === AGAINST) return against[row] === classId ? -1 : 0
  return -1
}
