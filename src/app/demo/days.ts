import type { Chance } from './chance.ts'
import { DAY, type ShopTime } from './shop-time.ts'

export const TWO_YEARS = 730

/** How many times an ordinary day's orders these days have. */
const PEAKS: Readonly<Record<string, number>> = {
  '03-08': 3,
  '06-01': 2.5,
  '06-16': 3,
  '06-17': 4,
  '06-18': 10,
  '06-19': 2,
  '10-31': 3,
  '11-01': 4,
  '11-10': 5,
  '11-11': 14,
  '11-12': 3,
  '12-12': 4,
}
const WEEKEND = 1.7
/** Orders by hour of the day: lunch, and most of all the evening. */
const HOURS = [3, 1, 0, 0, 0, 0, 1, 2, 4, 6, 8, 8, 9, 8, 6, 6, 6, 6, 7, 9, 13, 15, 13, 8]

export interface Days {
  /** `count` moments between two days ago, oldest first, spread evenly and drawn to weekends and sales. */
  spread(chance: Chance, count: number, from: number, until: number): readonly number[]
  /** A moment between two moments, at an hour when people are awake if there is one. */
  between(chance: Chance, from: number, until: number): number
  /** On these days the warehouse does not keep up. */
  isPeak(at: number): boolean
}

export function createDays(time: ShopTime): Days {
  const peakOf = (at: number) => PEAKS[time.dateOf(at).slice(5)] ?? 1
  const days = Array.from({ length: TWO_YEARS }, (_, daysAgo) => daysAgo)
  const weights = days.map((daysAgo) => {
    const noon = time.daysAgo(daysAgo, 720)
    const weekday = new Date(`${time.dateOf(noon)}T00:00:00Z`).getUTCDay()
    return peakOf(noon) * (weekday % 6 === 0 ? WEEKEND : 1) * (1 - (0.4 * daysAgo) / TWO_YEARS)
  })
  return {
    spread: (chance, count, from, until) => {
      const width = (from - until + 1) / count
      return Array.from({ length: count }, (_, slot) => {
        const oldest = Math.floor(from - slot * width)
        const newest = Math.min(oldest, Math.ceil(from - (slot + 1) * width + 1))
        const daysAgo = chance.weighted(days.slice(newest, oldest + 1), (day) => weights[day] ?? 0) ?? oldest
        return time.daysAgo(daysAgo, drawMinute(chance))
      }).toSorted((one, other) => one - other)
    },
    between: (chance, from, until) => {
      let at = chance.between(from, until)
      for (let tries = 0; tries < 8 && isNight(time.minuteOf(at)); tries += 1) at = chance.between(from, until)
      return Math.floor(at)
    },
    isPeak: (at) => peakOf(at) > 3 || peakOf(at - DAY) > 3,
  }
}

function isNight(minute: number): boolean {
  return (HOURS[Math.floor(minute / 60)] ?? 0) < 2
}

function drawMinute(chance: Chance): number {
  const hour = chance.weighted([...HOURS.keys()], (one) => HOURS[one] ?? 0) ?? 20
  return hour * 60 + chance.between(0, 60)
}
