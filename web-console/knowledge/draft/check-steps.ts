import type { CheckView } from '../../../src/protocol/editing.ts'

type Step = NonNullable<CheckView['step']>

export const CHECK_ORDER: readonly Step[] = ['read', 'train', 'tests', 'confusion', 'replay']

/** How much of the time each takes, about; so that the bar goes on evenly. */
const WEIGHTS: Readonly<Record<Step, number>> = { read: 0.05, train: 0.3, tests: 0.1, confusion: 0.25, replay: 0.3 }

/** How far a check has come, from 0 to 1. */
export function shareDone({ step = 'read', done = 0, total = 0 }: CheckView): number {
  const before = CHECK_ORDER.slice(0, CHECK_ORDER.indexOf(step)).reduce((sum, one) => sum + WEIGHTS[one], 0)
  return before + (total > 0 ? Math.min(1, done / total) * WEIGHTS[step] : 0)
}
