import { addDays, type Calendar, isOpen, nextOpening, spansOn, toClock, toLocalTime } from '../calendar.ts'
import type { Facts } from '../conditions.ts'
import type { Customer } from '../customer.ts'
import type { KnowledgeBase } from '../knowledge.ts'
import type { Locale } from '../localized-text.ts'
import { nearDayText, type Speech, textOf } from './say.ts'

export function shopFacts({ shop }: KnowledgeBase, speech: Speech): Facts {
  const own = Object.entries(shop.facts).map(([key, text]) => [`shop.${key}`, textOf(text, speech)])
  return { ...(Object.fromEntries(own) as Facts), 'shop.name': textOf(shop.name, speech) }
}

export function timeFacts({ calendar, shop }: KnowledgeBase, agentsOnDuty: number, speech: Speech): Facts {
  const { now, locale } = speech
  const local = toLocalTime(now, calendar.timeZone)
  const hours = deskHours(calendar, local.date)
  const back = backAt(calendar, now, locale)
  const ships = shippingDate(calendar, textOf(shop.facts['cutoff'] ?? '24:00', speech), now)
  return {
    clock: toClock(local.minutes),
    today: local.date,
    weekday: local.weekday,
    'desk.open': agentsOnDuty > 0 || isOpen(calendar, now),
    'desk.staffed': agentsOnDuty > 0,
    ...(hours !== '' && { 'desk.hours': hours }),
    ...(back !== undefined && { 'desk.next_open': back }),
    ...(ships !== undefined && { 'ship.day': nearDayText(ships, speech), 'ship.date': ships }),
  }
}

export function customerFacts({ name, tier, verified }: Customer): Facts {
  return { 'customer.tier': tier, 'customer.verified': verified, ...(name !== undefined && { 'customer.name': name }) }
}

/** The day on which an order that is paid now leaves: today before the cut-off of an open day, else the next open day. */
function shippingDate(calendar: Calendar, cutoff: string, now: number): string | undefined {
  const { date, minutes } = toLocalTime(now, calendar.timeZone)
  for (let inDays = 0; inDays < 62; inDays += 1) {
    const day = addDays(date, inDays)
    if (spansOn(calendar, day).length > 0 && (inDays > 0 || toClock(minutes) < cutoff)) return day
  }
  return undefined
}

/** Today's hours as text: `09:00–12:30, 13:30–22:00`; empty on a closed day. */
export function deskHours(calendar: Calendar, date: string): string {
  return spansOn(calendar, date)
    .map((span) => `${toClock(span.from)}–${toClock(span.until)}`)
    .join(', ')
}

/** When people are back, in words; undefined while open. */
export function backAt(calendar: Calendar, now: number, locale: Locale): string | undefined {
  const next = nextOpening(calendar, now)
  if (!next) return undefined

  const clock = toClock(next.minutes)
  if (locale === 'zh') {
    const day =
      next.inDays === 0
        ? '今天'
        : next.inDays === 1
          ? '明天'
          : `${Number(next.date.slice(5, 7))} 月 ${Number(next.date.slice(8))} 日`
    return `${day} ${clock}`
  }
  const day = next.inDays === 0 ? 'today' : next.inDays === 1 ? 'tomorrow' : `on ${next.date}`
  return `${day} at ${clock}`
}
