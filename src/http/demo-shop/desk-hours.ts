import { type Calendar, type Span, toClock, WEEKDAYS } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { LANGUAGE_TAGS } from '../../domain/present.ts'

export interface DeskHours {
  readonly days: string
  readonly times: string
}

/** The week in as few lines as it takes: `Mon – Fri · 09:00–12:30, 13:30–22:00`. */
export function toDeskHours(calendar: Calendar, locale: Locale, closed: string): readonly DeskHours[] {
  const groups: { first: number; last: number; times: string }[] = []
  for (const [day, name] of WEEKDAYS.entries()) {
    const times = toTimes(calendar.weekly[name], locale) || closed
    const group = groups.at(-1)
    if (group?.times === times) group.last = day
    else groups.push({ first: day, last: day, times })
  }

  return groups.map(({ first, last, times }) => ({ days: toDays(first, last, locale), times }))
}

function toTimes(spans: readonly Span[], locale: Locale): string {
  return spans.map((span) => `${toClock(span.from)}–${toClock(span.until)}`).join(locale === 'zh' ? '、' : ', ')
}

function toDays(first: number, last: number, locale: Locale): string {
  if (first === last) return toDayName(first, locale)
  return locale === 'zh'
    ? `${toDayName(first, locale)}至${toDayName(last, locale)}`
    : `${toDayName(first, locale)} – ${toDayName(last, locale)}`
}

function toDayName(day: number, locale: Locale): string {
  // 2024-01-01 was a Monday.
  return new Date(Date.UTC(2024, 0, 1 + day)).toLocaleDateString(LANGUAGE_TAGS[locale], {
    weekday: 'short',
    timeZone: 'UTC',
  })
}
