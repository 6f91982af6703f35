import {
  type Days,
  monthAround,
  pick,
  pickDate,
  pickWeekday,
  shift,
  single,
  type Tense,
  weekOf,
  yearsAround,
} from './calendar.ts'
import { findFestival } from './festivals.ts'
import { dayOf, findDay } from './plain-date.ts'
import type { DayRule, Heard } from './rule.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const NUMBERS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const WHICH: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1, coming: 1, the: 0, '': 0 }

const NAMED =
  /\b(?:the )?(day before yesterday|day after tomorrow)\b|\b(yesterday|today|tomorrow)\b|\b(tonight|last night|this (?:morning|afternoon|evening))\b/g
/** "monday to friday" and "every friday" are opening hours; abbreviations count only after a word of time. */
const WEEKDAY =
  /(?<!\b(?:every|to|till|through|each|black|cyber|and) |-)\b(?:(last|this|next|past|coming) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!s| ?(?:to|-|through|till) ?(?:mon|tue|wed|thu|fri|sat|sun))|\b(last|this|next) (mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b/g
const PERIOD = /\b(last|this|next|past) (week|weekend|month|year)\b/g
const AGO =
  /(?<![\w.])(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|couple of) (minute|min|hour|hr|day|week|month|year)s? (ago|from now)\b/g
const MONTH_DATE = new RegExp(
  `\\b(${MONTH_NAMES})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?(?![\\d.:]|\\w| (?:days|pairs|pieces|items))|(?<![\\d.$£€-])\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAMES})\\b(?: (20\\d\\d))?(?! (?:i|you|we|be)\\b)`,
  'g',
)
const MONTH = new RegExp(
  `(?<=\\b(?:in|since|until|till|by|before|after|last|this|next|early|late|mid|end of) )(${MONTH_NAMES})\\b(?! (?:i|you|we|be)\\b)`,
  'g',
)
const END_OF_MONTH = /\bend of (?:(the|this|next|last) )?month\b/g
const DATE =
  /(?<=\b(?:on|by|since|until|before|after|from) )the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|time|order|item|one|day|pair|attempt|street|message|try|parcel))/g
const FESTIVAL =
  /\b(black friday|cyber monday|boxing day|singles'? day|double 11|new year'?s (?:eve|day)|valentine'?s day)\b|(?<=\b(?:before|by|for|until|till|at|on|after|over|since|this|last) )(christmas eve|christmas|xmas|halloween)\b(?! (?:gift|present|sweater|jumper|tree|card|sale|edition|dress|party))/g

/** The verb nearest before the day tells; where there is none, the first one after it. */
const VERBS =
  '\\b(?:((?:be|being|get|have)(?: (?:it|them|this|my \\w+))? \\w+ed|by|before|until|till|will|can|could|would|need|arrive|open|going|deliver|ship|leaving|is)|bought|ordered|placed|paid|arrived|got|came|since|was|were|did|sent|said|been|had|\\w+(?<!e)ed)\\b'
const TENSED = new RegExp(VERBS, 'g')
const TENSED_ONCE = new RegExp(VERBS)

export const ENGLISH_DAYS: readonly DayRule[] = [
  { pattern: NAMED, read: named },
  { pattern: WEEKDAY, read: weekday },
  { pattern: PERIOD, read: ({ match: [, which = '', unit], now }) => period(now.today, WHICH[which] ?? 0, unit) },
  { pattern: AGO, read: ago },
  { pattern: MONTH_DATE, read: monthDate },
  { pattern: MONTH, read: month },
  {
    pattern: END_OF_MONTH,
    read: ({ match: [, which = ''], now }) => {
      const { from, until } = monthAround(now.today, WHICH[which] ?? 0)
      return { from: from + 24, until }
    },
  },
  { pattern: DATE, read: (heard) => optional(pickDate(Number(heard.match[1]), heard.now.today, tenseOf(heard))) },
  { pattern: FESTIVAL, read: festival },
]

function optional(day: number | undefined): Days | undefined {
  return day === undefined ? undefined : single(day)
}

function tenseOf({ text, match }: Heard): Tense {
  const verb =
    [...text.slice(0, match.index).matchAll(TENSED)].at(-1) ??
    TENSED_ONCE.exec(text.slice(match.index + match[0].length))
  if (!verb) return 'either'
  return verb[1] === undefined ? 'past' : 'future'
}

function named({ match: [, far, near, parted], now }: Heard) {
  if (far) return single(now.today + (far.includes('before') ? -2 : 2))
  if (near) return single(now.today + ['yesterday', 'today', 'tomorrow'].indexOf(near) - 1)
  const part = parted?.split(' ').at(-1) ?? ''
  return { ...single(now.today - (parted === 'last night' ? 1 : 0)), part }
}

function weekday(heard: Heard): Days | undefined {
  const [, first, full, second, short] = heard.match
  const which = first ?? second
  const number = WEEKDAYS.indexOf((full ?? short ?? '').slice(0, 3)) + 1
  const { today } = heard.now
  if (which === 'last' || which === 'past') return optional(pickWeekday(number, today - 1, 'past'))
  if (which === 'this' || which === 'coming') return optional(pickWeekday(number, today, 'future'))
  if (which === 'next') return single(weekOf(today, 1).from + number - 1)
  return optional(pickWeekday(number, today, tenseOf(heard)))
}

function period(today: number, which: number, unit: string | undefined): Days {
  if (unit === 'month') return monthAround(today, which)
  const week = weekOf(today, which)
  if (unit === 'weekend') return { from: week.from + 5, until: week.until }
  if (unit === 'week') return week
  const year = yearsAround(today)[which + 1] ?? 0
  return { from: dayOf(year, 1, 1), until: dayOf(year, 12, 31) }
}

function ago({ match: [, amount = '', unit = '', direction], now }: Heard) {
  const count = (direction === 'ago' ? -1 : 1) * countOf(amount)
  if (unit.startsWith('min') || unit.startsWith('h')) {
    return { ...single(now.today), minute: now.minute + count * (unit.startsWith('h') ? 60 : 1) }
  }
  return single(shift(now.today, count, unit as 'day' | 'week' | 'month' | 'year'))
}

function countOf(amount: string): number {
  if (/\d/.test(amount)) return Number(amount)
  if (amount.endsWith('couple of')) return 2
  return amount === 'an' || amount === 'one' ? 1 : NUMBERS.indexOf(amount)
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1
}

function monthDate(heard: Heard): Days | undefined {
  const [, first, firstDate, firstYear, secondDate, second, secondYear] = heard.match
  const year = firstYear ?? secondYear
  const years = year === undefined ? yearsAround(heard.now.today) : [Number(year)]
  const days = years.flatMap(
    (one) => findDay(one, monthNumber(first ?? second ?? ''), Number(firstDate ?? secondDate)) ?? [],
  )
  return optional(pick(days, heard.now.today, tenseOf(heard)))
}

function month(heard: Heard): Days | undefined {
  const { today } = heard.now
  const days = yearsAround(today).map((year) => dayOf(year, monthNumber(heard.match[1] ?? ''), 1))
  const near = pick(days, monthAround(today, 0).from, tenseOf(heard))
  return near === undefined ? undefined : monthAround(near, 0)
}

function festival(heard: Heard): Days | undefined {
  const name = heard.match[1] ?? heard.match[2] ?? ''
  const days = yearsAround(heard.now.today).flatMap((year) => findFestival(name, year) ?? [])
  return optional(pick(days, heard.now.today, tenseOf(heard)))
}
