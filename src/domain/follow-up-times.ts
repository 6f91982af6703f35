import { addDays, type Calendar, isOpen, nextOpening, offsetAt, spansOn, toLocalTime } from './calendar.ts'

/** `opening`: when the desk opens next; `reply`: when the customer writes, and at the latest in a week. */
export const WHEN_CHOICES = ['half_hour', 'hour', 'afternoon', 'tomorrow', 'opening', 'reply'] as const
export type WhenChoice = (typeof WHEN_CHOICES)[number]

/** A moment as people choose it: one of the usual ones, or a day and a minute of it on the shop's clock. */
export type When = { readonly choice: WhenChoice } | { readonly date: string; readonly minutes: number }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const AFTERNOONS = [14 * 60, 16 * 60]
const MORNING = 10 * 60
const DAYS_AHEAD = 62

/** The moment at which the shop's clock shows this. */
export function fromLocalTime(date: string, minutes: number, timeZone: string): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
  const near = shown - offsetAt(shown, timeZone)
  return shown - offsetAt(near, timeZone)
}

/** The same moment if people are there then, else the next one at which they are. */
export function intoHours(calendar: Calendar, at: number): number {
  const next = isOpen(calendar, at) ? undefined : nextOpening(calendar, at)
  return next ? fromLocalTime(next.date, next.minutes, calendar.timeZone) : at
}

/** When the desk opens next, also while it is open now; undefined if nobody comes in two months. */
export function openingAfter(calendar: Calendar, at: number): number | undefined {
  const now = toLocalTime(at, calendar.timeZone)
  for (let days = 0; days < DAYS_AHEAD; days += 1) {
    const date = addDays(now.date, days)
    const span = spansOn(calendar, date).find((one) => days > 0 || one.from > now.minutes)
    if (span) return fromLocalTime(date, span.from, calendar.timeZone)
  }
  return undefined
}

/** The moment that is meant, within the hours of the desk; undefined where there is none: this afternoon is over, or it is past. */
export function momentOf(calendar: Calendar, now: number, when: When): number | undefined {
  if (!('choice' in when)) {
    const at = intoHours(calendar, fromLocalTime(when.date, when.minutes, calendar.timeZone))
    return at > now ? at : undefined
  }
  const { date } = toLocalTime(now, calendar.timeZone)
  switch (when.choice) {
    case 'half_hour':
      return intoHours(calendar, now + 30 * MINUTE)
    case 'hour':
      return intoHours(calendar, now + 60 * MINUTE)
    case 'afternoon':
      return thisAfternoon(calendar, now)
    case 'tomorrow':
      return intoHours(calendar, fromLocalTime(addDays(date, 1), MORNING, calendar.timeZone))
    case 'opening':
      return openingAfter(calendar, now)
    case 'reply':
      return now + 7 * DAY
  }
}

/** Until when something is laid aside: whoever says 半小时 is there, whatever the hours of the desk are. */
export function snoozeUntil(calendar: Calendar, now: number, when: When): number | undefined {
  if ('choice' in when && when.choice === 'half_hour') return now + 30 * MINUTE
  if ('choice' in when && when.choice === 'hour') return now + 60 * MINUTE
  return momentOf(calendar, now, when)
}

function thisAfternoon(calendar: Calendar, now: number): number | undefined {
  const { date, minutes } = toLocalTime(now, calendar.timeZone)
  const start = AFTERNOONS.find((one) => one >= minutes + 30)
  if (start === undefined) return undefined

  const at = intoHours(calendar, fromLocalTime(date, start, calendar.timeZone))
  return toLocalTime(at, calendar.timeZone).date === date ? at : undefined
}

/** The usual moments that there are now, each with what it comes to. */
export function listMoments(calendar: Calendar, now: number): readonly { choice: WhenChoice; at: number }[] {
  return WHEN_CHOICES.flatMap((choice) => {
    const at = momentOf(calendar, now, { choice })
    return at === undefined ? [] : [{ choice, at }]
  })
}
