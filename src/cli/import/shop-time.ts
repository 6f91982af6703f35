import { offsetAt } from '../../domain/calendar.ts'

const WALL = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** A moment as a table has it (`2026-11-18 10:24`), on the clock of the shop; undefined if it is none. */
export function parseShopTime(text: string, timeZone: string): number | undefined {
  const found = WALL.exec(text)
  if (!found) return undefined

  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const whole = new Date(wall)
  const real =
    whole.getUTCMonth() === month - 1 && whole.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!real) return undefined

  // The second step is for moments beside a change of the clocks.
  const guess = wall - offsetAt(wall, timeZone)
  return wall - offsetAt(guess, timeZone)
}
