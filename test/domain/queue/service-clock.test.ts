import { expect, it } from 'vitest'
import { afterOpenTime } from '../../../src/domain/calendar.ts'
import { toResolveClock, toServiceClock } from '../../../src/domain/queue/service-clock.ts'
import { weekdaysOpen } from '../given.ts'
import { USUAL_DESK } from '../given-desk.ts'

const MINUTE = 60_000
/** Split shifts on weekdays in Shanghai: 09:00–12:00 and 13:00–18:00. */
const calendar = weekdaysOpen(['09:00-12:00', '13:00-18:00'])
const shanghai = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute)
const policy = {
  ...USUAL_DESK,
  promises: [
    { tiers: ['vip'], firstResponse: 60, nextResponse: 120, resolution: 7200, businessHours: true },
    { tiers: ['small'], firstResponse: 600, businessHours: false },
  ],
} as const
const desk = { policy, calendar }

it('counts only the time in which people are there', () => {
  expect(afterOpenTime(calendar, shanghai(23, 10), 30 * MINUTE)).toBe(shanghai(23, 10, 30))
  expect(afterOpenTime(calendar, shanghai(23, 11, 50), 30 * MINUTE)).toBe(shanghai(23, 13, 20))
  expect(afterOpenTime(calendar, shanghai(23, 7), 5 * MINUTE)).toBe(shanghai(23, 9, 5))
  expect(afterOpenTime(calendar, shanghai(27, 17, 30), 60 * MINUTE)).toBe(shanghai(30, 9, 30))
})

it('skips holidays, and says nothing of a shop that never opens', () => {
  const holiday = { ...calendar, days: [{ from: '2026-11-30', until: '2026-12-01', open: [] }] }
  const never = weekdaysOpen([])

  expect(afterOpenTime(holiday, shanghai(27, 18), MINUTE)).toBe(Date.UTC(2026, 11, 2, 1, 1))
  expect(afterOpenTime(never, shanghai(23, 10), MINUTE)).toBeUndefined()
})

it('runs from the moment since when the shopper waits, and knows the promise to their tier', () => {
  const waits = { status: 'queued', waitingSince: shanghai(23, 10), calledAt: shanghai(23, 10) } as const

  expect(toServiceClock(waits, 'vip', desk)).toEqual({
    kind: 'first',
    since: shanghai(23, 10),
    warnAt: shanghai(23, 10, 1),
    redAt: shanghai(23, 10) + 100_000,
    dueAt: shanghai(23, 10, 1),
  })
  expect(toServiceClock(waits, 'regular', desk)).not.toHaveProperty('dueAt')
  expect(toServiceClock({ ...waits, waitingSince: shanghai(23, 20) }, 'small', desk)?.dueAt).toBe(shanghai(23, 20, 10))
})

it('tells a next answer from the first one since people were called', () => {
  const answered = {
    status: 'assigned',
    waitingSince: shanghai(23, 11),
    calledAt: shanghai(23, 10),
    firstRepliedAt: shanghai(23, 10, 5),
  } as const

  expect(toServiceClock(answered, 'vip', desk)).toMatchObject({ kind: 'next', dueAt: shanghai(23, 11, 2) })
  expect(toServiceClock({ ...answered, calledAt: shanghai(23, 10, 50) }, 'vip', desk)).toMatchObject({ kind: 'first' })
})

it('does not run where nobody waits for people', () => {
  expect(toServiceClock({ status: 'bot', waitingSince: shanghai(23, 10) }, 'vip', desk)).toBeUndefined()
  expect(toServiceClock({ status: 'assigned', calledAt: shanghai(23, 10) }, 'vip', desk)).toBeUndefined()
})

it('knows by when a conversation has to have ended', () => {
  const called = { status: 'assigned', calledAt: shanghai(23, 11) } as const

  expect(toResolveClock(called, 'vip', desk)).toEqual({ warnAt: shanghai(23, 13, 30), dueAt: shanghai(23, 14) })
  expect(toResolveClock(called, 'small', desk)).toBeUndefined()
  expect(toResolveClock({ status: 'resolved', calledAt: shanghai(23, 11) }, 'vip', desk)).toBeUndefined()
})

it('goes by the hours of the group whose matter it is', () => {
  const calm = { id: 'calm', name: '慢', intents: [], reasons: [], calendar: weekdaysOpen(['15:00-16:00']) }
  const grouped = { calendar, policy: { ...policy, groups: [calm] } }
  const waits = { status: 'assigned', waitingSince: shanghai(23, 10), calledAt: shanghai(23, 10) } as const

  expect(toServiceClock({ ...waits, groupId: 'calm' }, 'vip', grouped)?.dueAt).toBe(shanghai(23, 15, 1))
  expect(toServiceClock({ ...waits, groupId: 'gone' }, 'vip', grouped)?.dueAt).toBe(shanghai(23, 10, 1))
  expect(toResolveClock({ ...waits, groupId: 'calm' }, 'vip', grouped)?.dueAt).toBe(shanghai(24, 16))
})
