import { type Found, type Meaning, RANK } from '../found.ts'
import type { LocalNow } from './calendar.ts'
import { CHINESE_DAYS } from './chinese-days.ts'
import { type DayTime, PART_ZH, toMinutes } from './day-time.ts'
import { ENGLISH_DAYS } from './english-days.ts'
import { toIsoDate, toIsoMinute } from './plain-date.ts'
import type { DayRule, DaysRead } from './rule.ts'

const CHINESE = /[今昨明前后周期拜月号双节年]|国庆|元旦|圣诞|黑五|五一|六一八|618|11\.11|20\d\d[-/.]/
const ENGLISH =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester|boxing |singles'? |valentine'?s |new year'?s )day|tomorrow|tonight|(?:last|this|next|past) |(?:ago|from now|week|month|double 11|christmas|xmas|halloween|new year'?s eve)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)?\b)|\d(?:st|nd|rd|th)\b/
const CLOCK = /[点:]|[ap]m\b|noon/

const FIGURES = '\\d{1,2}|[零一二两三四五六七八九十]{1,3}'
/** 八点半, 8点20分, 20:30, at 8pm. Without figures 一点 is "a little" (早一点). */
const HOUR_ZH = `(${FIGURES})点(半|钟|整|一刻|三刻|\\d{1,2}分?(?!\\d)|[零一二三四五六七八九十]{2,3}分?|[零一二三四五六七八九十]分)?`
const HOUR_24 = '([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])'
const AFTER_DAY_ZH = new RegExp(`\\s?的?\\s?(?:(${PART_ZH})\\s?)?(?:${HOUR_ZH}|${HOUR_24}(?! ?[ap]m))?(?!一点)`, 'y')
const AFTER_DAY_EN =
  /(?: (morning|afternoon|evening|night))?(?:,? (?:at |around |about |by |before )?(\d{1,2})(?::([0-5]\d))? ?([ap]m)\b)?/y
const ALONE = new RegExp(
  `(${PART_ZH})\\s?(?:${HOUR_ZH}(?![也都儿不没])|${HOUR_24})|(?<![\\d:.,])${HOUR_24}(?! ?[ap]m|%)|(?<![\\d.])(\\d{1,2})点(半|钟|整|\\d{1,2}分)(?!之)|(?<![\\d:.])(\\d{1,2})(?::([0-5]\\d))? ?([ap]m)\\b`,
  'g',
)
/** "9点到18点", "9am-6pm": opening hours. */
const RANGE =
  /^\s?(?:到|至|-|~|—|to|till|and)\s?(?:次日|晚上|下午)?\s?\d|\d\s?(?:[点半]|:\d\d|[ap]m)?\s?(?:到|至|-|~|—|to|till|and)\s?(?:晚上|下午)?$/

/** Dates and times of day, in the shop's local time. */
export function findTimes(text: string, clock: () => LocalNow): Found[] {
  const days = [
    ...(CHINESE.test(text) ? findDays(text, CHINESE_DAYS, clock) : []),
    ...(ENGLISH.test(text) ? findDays(text, ENGLISH_DAYS, clock) : []),
  ]
  return CLOCK.test(text) ? [...days, ...findHours(text, clock)] : days
}

function findDays(text: string, rules: readonly DayRule[], clock: () => LocalNow): Found[] {
  return rules.flatMap(({ pattern, read }) => {
    const found: Found[] = []
    for (const match of text.matchAll(pattern)) {
      const days = read({ text, match, now: clock() })
      if (days) found.push(withHour(text, match.index, match.index + match[0].length, days))
    }
    return found
  })
}

/** Takes in the hour that follows a single day: "昨晚 | 八点", "yesterday | at 8pm". */
function withHour(text: string, start: number, end: number, days: DaysRead): Found {
  const plain = { start, end, rank: RANK.time, meaning: toMeaning(days) }
  if (days.from !== days.until || days.minute !== undefined) return plain

  const { length, time } = readHour(text, end)
  if (length === 0) return plain
  const minutes = toMinutes(days.from, { ...time, part: time.part ?? days.part })
  return minutes ? { ...plain, end: end + length, meaning: { kind: 'time', ...minutes } } : plain
}

function readHour(text: string, at: number): { readonly length: number; readonly time: DayTime } {
  AFTER_DAY_ZH.lastIndex = at
  const [chinese = '', part, hour, minute, hour24, minute24] = AFTER_DAY_ZH.exec(text) ?? []
  if (part !== undefined || hour !== undefined || hour24 !== undefined) {
    return { length: chinese.trimEnd().length, time: { part, hour: hour ?? hour24, minute: minute ?? minute24 } }
  }
  AFTER_DAY_EN.lastIndex = at
  const [english = '', name, hour12, minute12, half] = AFTER_DAY_EN.exec(text) ?? []
  return { length: english.length, time: { part: half ?? name, hour: hour12, minute: minute12 } }
}

function toMeaning({ from, until, part, minute }: DaysRead): Meaning {
  if (minute !== undefined) return { kind: 'time', from: toIsoMinute(from, minute), until: toIsoMinute(from, minute) }
  const minutes = part === undefined ? undefined : toMinutes(from, { part })
  return { kind: 'time', ...(minutes ?? { from: toIsoDate(from), until: toIsoDate(until) }) }
}

function findHours(text: string, clock: () => LocalNow): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(ALONE)) {
    const [whole, part, hour, minute, partly, past, hour24, past24, figure, after, hour12, past12, half] = match
    const end = match.index + whole.length
    if (RANGE.test(text.slice(end, end + 6)) || RANGE.test(text.slice(Math.max(0, match.index - 8), match.index)))
      continue

    const time: DayTime = {
      part: half ?? part,
      hour: hour ?? partly ?? hour24 ?? figure ?? hour12,
      minute: minute ?? past ?? past24 ?? after ?? past12,
    }
    const minutes = toMinutes(clock().today, time)
    if (minutes) found.push({ start: match.index, end, rank: RANK.time, meaning: { kind: 'time', ...minutes } })
  }
  return found
}
