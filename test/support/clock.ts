import type { Clock } from '../../src/ports/world.ts'

/** A Monday at 10:00 in Shanghai, when people are on duty. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 2, 0)

/** A clock that moves only when a test moves it. */
export function createClock(start = MONDAY_MORNING): Clock & { advance(milliseconds: number): void } {
  let now = start
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds
    },
  }
}

const WEEK = 7 * 86_400_000

/** The last Monday morning that the real clock has seen, for what counts back from today. */
export function lastMonday(now = Date.now()): number {
  return MONDAY_MORNING + Math.floor((now - MONDAY_MORNING) / WEEK) * WEEK
}
