import { type Calendar, type Span, WEEKDAYS, type Weekday } from '../domain/calendar.ts'
import type { DeskPolicy, PriorityRule } from '../domain/desk-policy.ts'
import { URGENT_REASONS } from '../domain/handoff.ts'
import type { ShopFile } from './schema/shop.ts'

/** How people receive shoppers, as the owner wrote it. */
export function toDeskPolicy({ desk, handoff, shop }: ShopFile): DeskPolicy {
  return {
    typingPreview: desk.typing_preview,
    strategy: desk.strategy,
    lastAgentFirst: desk.last_agent_first,
    limit: desk.limit,
    offerSeconds: desk.offer_seconds,
    idleMinutes: desk.idle_minutes,
    widenSeconds: desk.widen_seconds,
    awayAfterMissed: desk.away_after_missed,
    botAbove: desk.bot_above,
    groups: desk.groups.map(({ hours, ...group }) => ({
      ...group,
      ...(hours && { calendar: toCalendar(hours, shop.time_zone) }),
    })),
    priorities: desk.priorities ?? usualPriorities(handoff.tiers_first),
    warnSeconds: desk.warn_seconds,
    redSeconds: desk.red_seconds,
    promises: desk.promises.map((one) => ({
      tiers: one.tiers,
      ...(one.first_response !== undefined && { firstResponse: one.first_response }),
      ...(one.next_response !== undefined && { nextResponse: one.next_response }),
      ...(one.resolution !== undefined && { resolution: one.resolution }),
      businessHours: one.business_hours,
    })),
  }
}

/** What cannot wait, and whom the owner puts first, before the rest. */
function usualPriorities(tiersFirst: ShopFile['handoff']['tiers_first']): readonly PriorityRule[] {
  return [
    { rank: 1, reasons: URGENT_REASONS },
    { rank: 1, tiers: tiersFirst },
  ]
}

export function toCalendar(hours: ShopFile['hours'], timeZone: string): Calendar {
  const weekly = WEEKDAYS.map((day) => [day, toSpans(hours.weekly[day])])
  return {
    timeZone,
    weekly: Object.fromEntries(weekly) as Record<Weekday, readonly Span[]>,
    days: hours.days.map((one) => ({ ...one, open: toSpans(one.open) })),
  }
}

/** In the order of the day, however they were written. */
function toSpans(texts: readonly string[]): readonly Span[] {
  return texts.map(toSpan).toSorted((a, b) => a.from - b.from)
}

export function toSpan(text: string): Span {
  const [from = '', until = ''] = text.split('-')
  return { from: toMinutes(from), until: toMinutes(until) }
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
