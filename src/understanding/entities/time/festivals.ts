import { type Day, dayOf, weekdayOf } from './plain-date.ts'

/** Fixed days of the solar year; those of the moon need tables and are left out. */
const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  双十一: [11, 11],
  双11: [11, 11],
  '11.11': [11, 11],
  光棍节: [11, 11],
  双十二: [12, 12],
  双12: [12, 12],
  618: [6, 18],
  六一八: [6, 18],
  元旦: [1, 1],
  情人节: [2, 14],
  妇女节: [3, 8],
  五一: [5, 1],
  劳动节: [5, 1],
  儿童节: [6, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  万圣节: [10, 31],
  平安夜: [12, 24],
  圣诞: [12, 25],
  christmas: [12, 25],
  xmas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  'new years eve': [12, 31],
  'new years day': [1, 1],
  'valentines day': [2, 14],
  halloween: [10, 31],
  'singles day': [11, 11],
  'double 11': [11, 11],
}

/** The festival's day in a year. */
export function findFestival(name: string, year: number): Day | undefined {
  if (name === '黑五' || name === 'black friday' || name === '黑色星期五') return blackFriday(year)
  if (name === 'cyber monday') return blackFriday(year) + 3
  const [month, date] = FIXED[name.replaceAll("'", '')] ?? []
  return month === undefined || date === undefined ? undefined : dayOf(year, month, date)
}

/** The day after the fourth Thursday of November. */
function blackFriday(year: number): Day {
  const first = dayOf(year, 11, 1)
  return first + ((11 - weekdayOf(first)) % 7) + 21 + 1
}
