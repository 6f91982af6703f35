import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar.ts'
import {
  fromLocalTime,
  intoHours,
  listMoments,
  momentOf,
  openingAfter,
  snoozeUntil,
} from '../../src/domain/follow-up-times.ts'

const SHIFTS = [
  { from: 9 * 60, until: 12 * 60 },
  { from: 13 * 60, until: 18 * 60 },
]
const SHOP: Calendar = {
  timeZone: 'Asia/Shanghai',
  weekly: { mon: SHIFTS, tue: SHIFTS, wed: SHIFTS, thu: SHIFTS, fri: SHIFTS, sat: [], sun: [] },
  days: [{ from: '2026-11-24', until: '2026-11-24', open: [] }],
}

/** `2026-11-23 10:00` in Shanghai; that is a Monday. */
function at(moment: string): number {
  return Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)
}

describe('the usual moments', () => {
  it.each([
    ['2026-11-23 10:00', 'hour', '2026-11-23 11:00'],
    ['2026-11-23 11:30', 'hour', '2026-11-23 13:00'],
    ['2026-11-23 17:45', 'half_hour', '2026-11-25 09:00'],
    ['2026-11-23 10:00', 'afternoon', '2026-11-23 14:00'],
    ['2026-11-23 13:45', 'afternoon', '2026-11-23 16:00'],
    ['2026-11-25 10:00', 'tomorrow', '2026-11-26 10:00'],
    ['2026-11-23 10:00', 'tomorrow', '2026-11-25 09:00'],
    ['2026-11-27 15:00', 'tomorrow', '2026-11-30 09:00'],
    ['2026-11-23 10:00', 'opening', '2026-11-23 13:00'],
    ['2026-11-23 15:00', 'opening', '2026-11-25 09:00'],
    ['2026-11-23 10:00', 'reply', '2026-11-30 10:00'],
  ] as const)('at %s, %s comes to %s', (now, choice, then) => {
    expect(momentOf(SHOP, at(now), { choice })).toBe(at(then))
  })

  it('leave out an afternoon that is over, or on which nobody is there', () => {
    const choices = (now: string) => listMoments(SHOP, at(now)).map(({ choice }) => choice)

    expect(choices('2026-11-23 10:00')).toEqual(['half_hour', 'hour', 'afternoon', 'tomorrow', 'opening', 'reply'])
    expect(choices('2026-11-23 16:00')).not.toContain('afternoon')
    expect(choices('2026-11-24 10:00')).not.toContain('afternoon')
  })
})

it('lays aside for as long as is said, also past the closing hour', () => {
  const until = (choice: 'half_hour' | 'hour' | 'tomorrow') => snoozeUntil(SHOP, at('2026-11-23 17:45'), { choice })

  expect(until('half_hour')).toBe(at('2026-11-23 18:15'))
  expect(until('hour')).toBe(at('2026-11-23 18:45'))
  expect(until('tomorrow')).toBe(at('2026-11-25 09:00'))
})

describe('a moment of one’s own choice', () => {
  it('is the one that the shop’s clock shows, moved to when people are there', () => {
    const own = (date: string, hour: number) => momentOf(SHOP, at('2026-11-23 10:00'), { date, minutes: hour * 60 })

    expect(own('2026-11-26', 15)).toBe(at('2026-11-26 15:00'))
    expect(own('2026-11-26', 20)).toBe(at('2026-11-27 09:00'))
    expect(own('2026-11-22', 15)).toBeUndefined()
  })

  it('is found where clocks are put forward and back', () => {
    const moment = (date: string, minutes: number) =>
      new Date(fromLocalTime(date, minutes, 'Europe/Berlin')).toISOString()

    expect(moment('2026-03-29', 60)).toBe('2026-03-29T00:00:00.000Z')
    expect(moment('2026-03-29', 240)).toBe('2026-03-29T02:00:00.000Z')
    expect(moment('2026-10-25', 240)).toBe('2026-10-25T03:00:00.000Z')
  })

  it('stays as it is where nobody ever comes', () => {
    const closed: Calendar = { ...SHOP, weekly: { ...SHOP.weekly, mon: [], tue: [], wed: [], thu: [], fri: [] } }

    expect(intoHours(closed, at('2026-11-23 10:00'))).toBe(at('2026-11-23 10:00'))
    expect(openingAfter(closed, at('2026-11-23 10:00'))).toBeUndefined()
  })
})
