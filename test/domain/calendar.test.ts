import { describe, expect, it } from 'vitest'
import { addDays, isOpen, nextOpening, spansOn, toClock, toLocalTime } from '../../src/domain/calendar.ts'
import { span, weekdaysOpen } from './given.ts'

const shanghai = (local: string) => Date.parse(`${local}:00+08:00`)
const utc = (text: string) => Date.parse(`${text}:00Z`)

describe("a moment on the shop's clock", () => {
  it.each([
    ['Asia/Shanghai', '2026-11-22T15:59', { date: '2026-11-22', minutes: 23 * 60 + 59, weekday: 7 }],
    ['Asia/Shanghai', '2026-11-22T16:00', { date: '2026-11-23', minutes: 0, weekday: 1 }],
    ['America/Los_Angeles', '2026-03-01T07:59', { date: '2026-02-28', minutes: 23 * 60 + 59, weekday: 6 }],
    ['Asia/Kathmandu', '2026-01-01T00:00', { date: '2026-01-01', minutes: 5 * 60 + 45, weekday: 4 }],
    ['Europe/Berlin', '2026-03-29T00:59', { date: '2026-03-29', minutes: 119, weekday: 7 }],
    ['Europe/Berlin', '2026-03-29T01:00', { date: '2026-03-29', minutes: 180, weekday: 7 }],
    ['Europe/Berlin', '2026-10-25T00:30', { date: '2026-10-25', minutes: 150, weekday: 7 }],
    ['Europe/Berlin', '2026-10-25T01:30', { date: '2026-10-25', minutes: 150, weekday: 7 }],
  ])('in %s at %s UTC is %j', (zone, at, local) => {
    expect(toLocalTime(utc(at), zone)).toEqual(local)
  })
})

describe('the open hours', () => {
  const split = weekdaysOpen(['09:00-12:30', '13:30-22:00'])

  it.each([
    ['08:59', false],
    ['09:00', true],
    ['12:29', true],
    ['12:30', false],
    ['13:29', false],
    ['13:30', true],
    ['21:59', true],
    ['22:00', false],
  ])('of a split shift at %s on a Monday: %s', (clock, open) => {
    expect(isOpen(split, shanghai(`2026-11-23T${clock}`))).toBe(open)
  })

  it('last to the very end of the day with 24:00', () => {
    const late = weekdaysOpen(['18:00-24:00'])

    expect(isOpen(late, shanghai('2026-11-23T23:59'))).toBe(true)
    expect(isOpen(late, shanghai('2026-11-24T00:00'))).toBe(false)
  })

  it('of a special day stand instead of those of the week, from its first to its last day', () => {
    const days = [
      { from: '2027-02-05', until: '2027-02-09', open: [] },
      { from: '2027-02-13', until: '2027-02-13', open: [span('10:00-12:00')] },
    ]
    const calendar = weekdaysOpen(['09:00-18:00'], { days })

    const dates = ['2027-02-04', '2027-02-05', '2027-02-09', '2027-02-10', '2027-02-13']
    expect(dates.map((date) => isOpen(calendar, shanghai(`${date}T11:00`)))).toEqual([true, false, false, true, true])
    expect(spansOn(calendar, '2027-02-13')).toEqual([span('10:00-12:00')])
  })

  it('follow the clock of a zone with summer time', () => {
    const berlin = weekdaysOpen(['09:00-18:00'], { timeZone: 'Europe/Berlin' })

    const moments = ['2026-03-27T07:59', '2026-03-27T08:00', '2026-03-30T06:59', '2026-03-30T07:00']
    expect(moments.map((at) => isOpen(berlin, utc(at)))).toEqual([false, true, false, true])
  })
})

describe('the next opening', () => {
  const split = weekdaysOpen(['09:00-12:30', '13:30-22:00'])

  it.each([
    ['is not asked for while open', '2026-11-23T10:00', undefined],
    ['is later today before the first shift', '2026-11-23T07:00', { date: '2026-11-23', minutes: 540, inDays: 0 }],
    ['is later today between the shifts', '2026-11-23T13:00', { date: '2026-11-23', minutes: 810, inDays: 0 }],
    ['is tomorrow after the last shift', '2026-11-23T22:00', { date: '2026-11-24', minutes: 540, inDays: 1 }],
    ['is today after midnight', '2026-11-24T00:00', { date: '2026-11-24', minutes: 540, inDays: 0 }],
    ['is beyond the weekend', '2026-11-27T23:00', { date: '2026-11-30', minutes: 540, inDays: 3 }],
  ])('%s (%s)', (_what, at, next) => {
    expect(nextOpening(split, shanghai(at))).toEqual(next)
  })

  it('is beyond a holiday, over the turn of a year', () => {
    const days = [{ from: '2026-12-31', until: '2027-01-05', open: [] }]
    const calendar = weekdaysOpen(['09:00-18:00'], { days })

    expect(nextOpening(calendar, shanghai('2026-12-30T18:00'))).toEqual({ date: '2027-01-06', minutes: 540, inDays: 7 })
  })

  it('counts days by the calendar when the clocks change overnight', () => {
    const everyDay = [span('09:00-18:00')]
    const berlin = weekdaysOpen([], { timeZone: 'Europe/Berlin' })
    const weekly = { ...berlin.weekly, sat: everyDay, sun: everyDay }

    const next = nextOpening({ ...berlin, weekly }, utc('2026-10-24T20:00'))
    expect(next).toEqual({ date: '2026-10-25', minutes: 540, inDays: 1 })
  })

  it('is unknown when nobody comes for two months', () => {
    expect(nextOpening(weekdaysOpen([]), shanghai('2026-11-23T10:00'))).toBeUndefined()
  })
})

describe('dates and clocks', () => {
  it('count days over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-29', -1)).toBe('2026-03-28')
  })

  it('write minutes as a clock does, the end of the day as 24:00', () => {
    expect([0, 545, 1439, 1440].map(toClock)).toEqual(['00:00', '09:05', '23:59', '24:00'])
  })
})
