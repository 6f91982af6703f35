import { addMonths, type Day, dayOf, monthOf, weekdayOf, yearOf } from './plain-date.ts'

/** Both ends belong to it. */
export interface Days {
  readonly from: Day
  readonly until: Day
}

/** The shop's wall clock. */
export interface LocalNow {
  readonly today: Day
  /** Since midnight. */
  readonly minute: number
}

export type Tense = 'past' | 'future' | 'either'

/** Reads the wall clock of a time zone; making a formatter is slow, so the last one is kept. */
export function createLocalClock(): (now: Date, timeZone: string) => LocalNow {
  let zone = ''
  let format: Intl.DateTimeFormat | undefined
  return (now, timeZone) => {
    if (!format || zone !== timeZone) {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        calendar: 'gregory',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      })
      zone = timeZone
    }
    const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]))
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
    return { today: dayOf(part('year'), part('month'), part('day')), minute: part('hour') * 60 + part('minute') }
  }
}

export function single(day: Day): Days {
  return { from: day, until: day }
}

/** Weeks begin on Monday. */
export function weekOf(today: Day, weeks: number): Days {
  const from = today - weekdayOf(today) + 1 + weeks * 7
  return { from, until: from + 6 }
}

export function monthAround(today: Day, months: number): Days {
  const month = monthOf(today) + months
  return { from: dayOf(yearOf(today), month, 1), until: dayOf(yearOf(today), month + 1, 0) }
}

/** Of the days that may be meant (in ascending order) the last one gone, the next to come, or the nearest. */
export function pick(candidates: readonly Day[], today: Day, tense: Tense): Day | undefined {
  const past = candidates.findLast((day) => day <= today)
  const future = candidates.find((day) => day >= today)
  if (past === undefined || future === undefined) return past ?? future
  if (tense !== 'either') return tense === 'past' ? past : future
  return today - past < future - today ? past : future
}

/** The weekday (Monday is 1) in the weeks around today. */
export function pickWeekday(weekday: number, today: Day, tense: Tense): Day | undefined {
  const monday = weekOf(today, 0).from
  return pick(
    [-7, 0, 7].map((days) => monday + days + weekday - 1),
    today,
    tense,
  )
}

/** The date in the months around today; months too short for it are passed over. */
export function pickDate(date: number, today: Day, tense: Tense): Day | undefined {
  if (date < 1 || date > 31) return undefined
  const days = [-2, -1, 0, 1, 2].map((months) => monthAround(today, months))
  return pick(
    days.filter(({ from, until }) => from + date - 1 <= until).map(({ from }) => from + date - 1),
    today,
    tense,
  )
}

export function yearsAround(today: Day): readonly number[] {
  return [-1, 0, 1].map((years) => yearOf(today) + years)
}

export function shift(today: Day, count: number, unit: 'day' | 'week' | 'month' | 'year'): Day {
  if (unit === 'month') return addMonths(today, count)
  if (unit === 'year') return addMonths(today, count * 12)
  return today + count * (unit === 'week' ? 7 : 1)
}
