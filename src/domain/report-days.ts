import { addDays, offsetAt, toLocalTime } from './calendar.ts'
import { AppError } from './errors.ts'

/** Days of the shop's calendar, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** One day with its first moment and the first moment of the next. */
export interface ReportDay {
  readonly day: string
  readonly from: number
  readonly until: number
}

/** Asked for nothing, a report looks at a week. */
const USUAL_DAYS = 7
/** A quarter: more in one request would keep others waiting. */
const MOST_DAYS = 92

/** The period that is asked for; with one end missing, a week. Throws `invalid_input` for one that is upside down or too long. */
export function toPeriod(asked: Partial<Period>, now: number, timeZone: string, mostDays = MOST_DAYS): Period {
  const until = asked.until ?? (asked.from ? addDays(asked.from, USUAL_DAYS - 1) : toLocalTime(now, timeZone).date)
  const from = asked.from ?? addDays(until, 1 - USUAL_DAYS)
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
  if (!(days >= 1 && days <= mostDays)) {
    throw new AppError('invalid_input', { message: `from, until: 1 to ${mostDays} days, first to last` })
  }
  return { from, until }
}

/** The days before, as many. */
export function periodBefore({ from, until }: Period): Period {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
  return { from: addDays(from, -days), until: addDays(from, -1) }
}

/** Each day as long as the shop's clock makes it: 23 or 25 hours where the clocks are changed. */
export function daysOf({ from, until }: Period, timeZone: string): readonly ReportDay[] {
  const days: ReportDay[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    days.push({ day, from: startOf(day, timeZone), until: startOf(addDays(day, 1), timeZone) })
  }
  return days
}

function startOf(day: string, timeZone: string): number {
  const plain = Date.parse(`${day}T00:00:00Z`)
  const guess = plain - offsetAt(plain, timeZone)
  // Where the clocks changed between the two, the second look is right.
  return plain - offsetAt(guess, timeZone)
}
