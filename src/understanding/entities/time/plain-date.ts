/** A calendar day as a count of days since 1970-01-01: arithmetic needs no time zone. */
export type Day = number

const DAY_MS = 86_400_000

/** The day, or nothing where the calendar has none (31 June). `month` counts from 1. */
export function findDay(year: number, month: number, date: number): Day | undefined {
  const time = new Date(Date.UTC(year, month - 1, date))
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date ? time.getTime() / DAY_MS : undefined
}

/** Days past the end roll over, so that `date` 0 is the last day of the month before. */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / DAY_MS
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** From 1. */
export function monthOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((day + 3) % 7) + 1
}

/** The same date of another month, or its last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * DAY_MS).getUTCDate()
  const month = monthOf(day) + months
  return Math.min(dayOf(yearOf(day), month, date), dayOf(yearOf(day), month + 1, 0))
}

/** `YYYY-MM-DD`. */
export function toIsoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** `YYYY-MM-DDTHH:MM`; minutes past midnight may run into other days. */
export function toIsoMinute(day: Day, minute: number): string {
  return new Date(day * DAY_MS + minute * 60_000).toISOString().slice(0, 16)
}
