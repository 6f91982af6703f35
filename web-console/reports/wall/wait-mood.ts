import type { ClockView } from '../../../src/protocol/console.ts'
import { waitLevel } from '../../state/service-clock.ts'

export type WaitMood = 'good' | 'mild' | 'bad'

/** How the worst of these waits stands to the shop's limits. */
export function longestLevel(clocks: readonly ClockView[], now: number): WaitMood {
  const worst = Math.max(0, ...clocks.map((clock) => waitLevel(clock, now)))
  if (worst >= 4) return 'bad'
  return worst >= 2 ? 'mild' : 'good'
}
