import type { LocalizedText } from './localized-text.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Minutes of the day, `until` exclusive; 24:00 is 1440. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** Days that differ from the week: holidays and one-off days. No span is a closed day. */
export interface SpecialDays {
  readonly from: string
  readonly until: string
  readonly open: readonly Span[]
  readonly name?: LocalizedText
}

/** When people are there, in the shop's time zone. */
export interface Calendar {
  readonly timeZone: string
  readonly weekly: { readonly [day in Weekday]: readonly Span[] }
  readonly days: readonly SpecialDays[]
}

/** A moment as the shop's clock shows it. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Minutes since midnight. */
  readonly minutes: number
  /** 1 is Monday. */
  readonly weekday: number
}

const HOUR = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** The newest minute of each zone: "now" is asked for many times a message. */
const newest = new Map<string, { minute: number; local: LocalTime }>()

export function toLocalTime(at: number, timeZone: string): LocalTime {
  const minute = Math.floor(at / 60_000)
  const known = newest.get(timeZone)
  if (known?.minute === minute) return known.local

  const local = readLocalTime(at, timeZone)
  newest.set(timeZone, { minute, local })
  return local
}

function readLocalTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()

  return { date, minutes: Number(parts['hour']) * 60 + Number(parts['minute']), weekday: day === 0 ? 7 : day }
}

const MINUTE = 60_000

/** How far the shop's clock is ahead of UTC at that moment, in milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  const { date, minutes } = toLocalTime(at, timeZone)
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
  return shown - Math.floor(at / MINUTE) * MINUTE
}

/** The open spans of a day: a special day's own, else the week's. */
export function spansOn(calendar: Calendar, date: string): readonly Span[] {
  const special = calendar.days.find((days) => days.from <= date && date <= days.until)
  if (special) return special.open

  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  const weekday = WEEKDAYS[(day + 6) % 7]
  return weekday ? calendar.weekly[weekday] : []
}

export function isOpen(calendar: Calendar, at: number): boolean {
  const { date, minutes } = toLocalTime(at, calendar.timeZone)
  return spansOn(calendar, date).some((span) => span.from <= minutes && minutes < span.until)
}

/** When people are back, looking two months ahead; undefined while open, or if nobody comes. */
export function nextOpening(
  calendar: Calendar,
  at: number,
): { date: string; minutes: number; inDays: number } | undefined {
  if (isOpen(calendar, at)) return undefined

  const now = toLocalTime(at, calendar.timeZone)
  for (let inDays = 0; inDays < 62; inDays += 1) {
    const date = addDays(now.date, inDays)
    const span = spansOn(calendar, date).find((one) => inDays > 0 || one.from > now.minutes)
    if (span) return { date, minutes: span.from, inDays }
  }
  return undefined
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The moment when people will have been there for so long since then, looking two months ahead; undefined if they never are. */
export function afterOpenTime(calendar: Calendar, since: number, milliseconds: number): number | undefined {
  const start = toLocalTime(since, calendar.timeZone)
  // What is left of the minute that has begun; spans begin and end on whole minutes.
  const within = since % MINUTE
  let left = milliseconds
  for (let inDays = 0; inDays < 62; inDays += 1) {
    const dayStart = since - within + (inDays * 1440 - start.minutes) * MINUTE
    for (const span of spansOn(calendar, addDays(start.date, inDays))) {
      const from = Math.max(dayStart + span.from * MINUTE, since)
      const open = dayStart + span.until * MINUTE - from
      if (open <= 0) continue
      if (open >= left) return from + left
      left -= open
    }
  }
  return undefined
}

/** What is done so many hours from now by people who have closing times: a moment out of hours moves to two hours after they are back. */
export function dueAfter(calendar: Calendar, at: number, hours: number): number {
  const plain = at + hours * HOUR
  const next = nextOpening(calendar, plain)
  if (!next) return plain

  const { minutes } = toLocalTime(plain, calendar.timeZone)
  const opens = plain + (next.inDays * 1440 + next.minutes - minutes) * 60_000
  return Math.ceil(opens / 60_000) * 60_000 + 2 * HOUR
}

/** `09:05`; the end of the day is `24:00`. */
export function toClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
