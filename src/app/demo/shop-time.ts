import { offsetAt } from '../../domain/calendar.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** When the warehouse and the after-sales desk work. */
const OPENS = 9 * 60
const CLOSES = 21 * 60

/** The shop's clock seen from one moment. */
export interface ShopTime {
  readonly now: number
  /** That many days ago, at a minute of the day. */
  daysAgo(days: number, minute: number): number
  hoursAgo(hours: number): number
  /** A minute of the day on which a moment lies, or of a day after it. */
  onDayOf(at: number, minute: number, daysLater?: number): number
  /** That moment, or when people begin to work after it. */
  atWork(at: number): number
  minuteOf(at: number): number
  /** `YYYY-MM-DD` */
  dateOf(at: number): string
}

/** Takes the offset of now for the whole time: where clocks change, old moments are an hour off, and nobody minds. */
export function createShopTime(now: number, timeZone: string): ShopTime {
  const offset = offsetAt(now, timeZone)
  const minuteOf = (at: number) => Math.floor((at - startOf(at)) / MINUTE)
  const startOf = (at: number) => Math.floor((at + offset) / DAY) * DAY - offset
  const midnight = startOf(now)

  const onDayOf = (at: number, minute: number, daysLater = 0) =>
    startOf(at) + daysLater * DAY + Math.round(minute * MINUTE)

  return {
    now,
    daysAgo: (days, minute) => midnight - days * DAY + Math.round(minute * MINUTE),
    hoursAgo: (hours) => now - Math.round(hours * HOUR),
    onDayOf,
    atWork: (at) => {
      const minute = minuteOf(at)
      if (minute >= OPENS && minute < CLOSES) return Math.floor(at)
      return onDayOf(at, OPENS + (minute % 60), minute < OPENS ? 0 : 1)
    },
    minuteOf,
    dateOf: (at) => new Date(at + offset).toISOString().slice(0, 10),
  }
}
