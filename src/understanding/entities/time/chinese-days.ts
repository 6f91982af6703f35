import { HAN_NUMBER, parseChineseNumber, parseNumber } from '../../text/chinese-number.ts'
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
import { findDay, yearOf } from './plain-date.ts'
import type { DayRule, Heard } from './rule.ts'

const RELATIVE: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 }
const AROUND: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }
const UNITS = { 天: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 个月: 'month', 年: 'year' } as const
const MINUTES: Readonly<Record<string, number>> = { 小时: 60, 钟头: 60, 分钟: 1 }
const SMALL = '[零〇一二三四五六七八九十]{1,3}'

/** 提前天数, 售后天天, 3天后天气: what stands before makes another word of 前天 and 后天. */
const NAMED_DAY =
  /(?<![提以之目天])(大前|前)天|(?<![售最然以之先天年月])(大后|后)天|(今|昨|明)(?:天(?!鹅|猫)|日|儿个?)|(?<![提以之目])(今|昨|明|前)(晚|早|夜)(?!点|期|些|一点|熟|餐|饭)/g
const WEEKDAY =
  /(?<![一二两三四五六七八九十几每半个\d])(?:(?<![晚早马线以网街身一楼])(上上|下下|上|下|这|本)个?)?(?:周|星期|礼拜)([一二三四五六日天末])(?!\s?(?:到|至|-|~|—)\s?(?:周|星期|礼拜)?[一二三四五六日天])(?!次|岁)/g
const WEEK =
  /(?<![晚早马线以网街身一楼])(上上|下下|上|下|这|本)(?:个?(?:星期|礼拜)|个?周)(?![一二三四五六日天末年边转围期岁折])/g
/** "周一到周五": opening hours, not days. */
const RANGE_BEFORE = /[周期拜][一二三四五六日天]?\s?(?:到|至|-|~|—)\s?$/
const AGO = new RegExp(
  `(?<![\\d.第每零〇一二两三四五六七八九十百])(\\d{1,3}|${HAN_NUMBER}|半)\\s?(天|周|个?星期|个?礼拜|个月|年|个?小时|个?钟头|分钟)(?:之|以)?(前|后)(?!续|变|再试|自动)`,
  'g',
)
/** "签收7天后": counted from something else than today. */
const FROM_ELSEWHERE = /(?:收到|签收|下单|付款|拍下|拍|买|买了|购买|收货|发货|到货|提前|超过|过了)[^,，。!！?？]{0,4}$/
const FULL_DATE = /(?<![\d.-])(20\d\d)\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?!\d)[日号]?/g
const MONTH = new RegExp(
  `(?<![\\d.个/第])(?:(前|去|今|明)年的?)?(?:(?<![晚早马])(上上|上|下下|下|这|本)个?|(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]))月(?!亮|饼|经|光|季|嫂|子|内|销|租|卡|薪|结)(?:份)?(?:(\\d{1,2}(?![\\d.:%件元块斤天个点折人])|${SMALL}(?=[日号]))[日号]?|(初|中(?!秋)|底|末|[上中下]旬))?`,
  'g',
)
const PART_OF_MONTH = /(?<![\d零一二三四五六七八九十个月满])(月)(初|中(?!秋)|底|末)(?!期)/g
const DATE =
  /(?<![\d月.\-#/号a-z零一二三四五六七八九十])(?<!路|街|巷|弄|道|村|区|园|栋|镇|院|厦|城|坊|苑|里|桌|第|工号|色号|编号|款|尺码|单号|口红)([12]\d|3[01]|[1-9]|二?十[一二三四五六七八九]?|三十一?|[二三四五六七八九])号(?!店|楼|院|线|码|色|链接|仓|客服|技师|口红|球|电池|门|柜|电|车|桌|房|床|线|机|馆|位|字|款|内|的(?!订单|单|快递|货|包裹|时候|活动))/g
const FESTIVAL =
  /(双十一|双11|双十二|双12|六一八|黑五|黑色星期五|光棍节|元旦|情人节|妇女节|劳动节|儿童节|教师节|国庆|万圣节|平安夜)(?:节|当天|那天)?|(圣诞)(?:节)?(?!树|帽|老人|礼物|袜|装|款|衣|元素|贺卡|限定)|(五一)(?:节|假期|劳动节)?(?=节|假|放假|期间|前|后|之前|能|发|还|当天)|(?<![\d.])(618)(?=大促|活动|年中|期间|买|的时候|价|那天|之前|前|当天|购物节|过后|囤|拍)|(?<![\d.])(11\.11)(?=大促|活动|期间|买|的时候|那天|之前|当天|囤|拍|下单)/g

/** What is done is told with 了 or 的, and 就 tells that it was quick. */
const DONE = /^.{0,5}?(?:买|拍|下单|付|收到|寄|申请|订|到货|发)(?:了|的|过)|^就(?!要|能|会|可以|得|想)/
const FUTURE = /^.{0,2}?(?:能|会|可以|要(?!的)|前|之前|以前|发货|送|到货|上班|才|到吗|到得|再|来|派|约|过来|装)/
const PAST =
  /^.{0,6}?(?:买|拍|下单|下的|付|签收|收到|收的|寄|退|申请|到的|到货的|订|发的|取|说|问|了)|^.{0,6}?的(?:那|订单|单|快递|货|包裹|发票|票)|^那[单笔件个]/
const SINCE = /(?:停在|自从|从|自)$/
const UNTIL = /(?:截止到?|等到|撑到|最晚|最迟|预计|要到|改到|安排在|约在?|婚礼是?|生日是?|到)$/

export const CHINESE_DAYS: readonly DayRule[] = [
  { pattern: FULL_DATE, read: ({ match: [, y, m, d] }) => dated(Number(y), Number(m), Number(d)) },
  { pattern: NAMED_DAY, read: namedDay },
  { pattern: WEEKDAY, read: weekday },
  { pattern: WEEK, read: ({ match: [, which = ''], now }) => weekOf(now.today, AROUND[which] ?? 0) },
  { pattern: AGO, read: ago },
  { pattern: MONTH, read: month },
  {
    pattern: PART_OF_MONTH,
    read: ({ match: [, , part = ''], now }) => partOfMonth(monthAround(now.today, 0), part),
  },
  {
    pattern: DATE,
    read: (heard) => optional(pickDate(parseNumber(heard.match[1] ?? '') ?? 0, heard.now.today, dayTense(heard))),
  },
  { pattern: FESTIVAL, read: festival },
]

function optional(day: number | undefined): Days | undefined {
  return day === undefined ? undefined : single(day)
}

function dated(year: number, monthNumber: number, date: number): Days | undefined {
  return optional(findDay(year, monthNumber, date))
}

function tenseOf(heard: Heard): Tense {
  const { text, match } = heard
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 10)
  const before = heard.text.slice(Math.max(0, heard.match.index - 4), heard.match.index)
  if (DONE.test(after) || SINCE.test(before)) return 'past'
  if (UNTIL.test(before)) return 'future'
  if (FUTURE.test(after)) return 'future'
  return PAST.test(after) ? 'past' : 'either'
}

/** Purchases are told with their verb; a bare weekday or date is mostly a deadline. */
function dayTense(heard: Heard): Tense {
  const tense = tenseOf(heard)
  return tense === 'either' ? 'future' : tense
}

function namedDay({ match: [, before, after, day, parted, part], now }: Heard) {
  const days = single(now.today + (RELATIVE[before ?? after ?? day ?? parted ?? ''] ?? 0))
  return part === undefined ? days : { ...days, part }
}

function weekday(heard: Heard): Days | undefined {
  const { match, now, text } = heard
  const [, which, name = ''] = match
  if (RANGE_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index))) return undefined
  const week = weekOf(now.today, which === undefined ? 0 : (AROUND[which] ?? 0))
  if (name === '末') return { from: week.from + 5, until: week.until }

  const number = '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1
  return which === undefined
    ? optional(pickWeekday(number, now.today, dayTense(heard)))
    : single(week.from + number - 1)
}

function ago({ match, now, text }: Heard) {
  const [, amount = '', named = '', direction] = match
  const count = amount === '半' ? 0.5 : parseNumber(amount)
  if (count === undefined) return undefined
  if (direction === '后' && FROM_ELSEWHERE.test(text.slice(Math.max(0, match.index - 10), match.index)))
    return undefined

  const signed = direction === '前' ? -count : count
  const minutes = MINUTES[named.replace('个', '')]
  if (minutes !== undefined) return { ...single(now.today), minute: Math.round(now.minute + signed * minutes) }

  const unit = UNITS[(named === '个月' ? named : named.replace('个', '')) as keyof typeof UNITS]
  if (amount === '半') return unit === 'month' ? single(now.today + Math.sign(signed) * 15) : undefined
  return single(shift(now.today, signed, unit))
}

function month(heard: Heard): Days | undefined {
  const [, year, which, named, date, part] = heard.match
  const days =
    which === undefined ? namedMonth(heard, year, named ?? '', date) : monthAround(heard.now.today, AROUND[which] ?? 0)
  if (!days || part !== undefined) return days && partOfMonth(days, part ?? '')
  if (date === undefined) return days

  const day = days.from + (parseNumber(date) ?? 0) - 1
  return day >= days.from && day <= days.until ? single(day) : undefined
}

/** A month without a date is compared with this whole month, so that "11月" in November is no year away. */
function namedMonth(heard: Heard, year: string | undefined, name: string, date: string | undefined): Days | undefined {
  const { today } = heard.now
  const number = /\d/.test(name) ? Number(name) : parseChineseNumber(name)
  if (number === undefined) return undefined
  const years = year === undefined ? yearsAround(today) : [yearOf(today) + '前去今明'.indexOf(year) - 2]
  const within = date === undefined ? 1 : Math.min(28, parseNumber(date) ?? 1)
  const near = pick(
    years.flatMap((one) => findDay(one, number, within) ?? []),
    date === undefined ? monthAround(today, 0).from : today,
    tenseOf(heard),
  )
  return near === undefined ? undefined : monthAround(near, 0)
}

/** 月初 is the first week, 月底 from the 25th on; 旬 are exact thirds. */
function partOfMonth({ from, until }: Days, part: string): Days {
  if (part === '初') return { from, until: from + 6 }
  if (part === '上旬') return { from, until: from + 9 }
  if (part === '中' || part === '中旬') return { from: from + 10, until: from + 19 }
  return { from: from + (part === '下旬' ? 20 : 24), until }
}

function festival(heard: Heard): Days | undefined {
  const name = heard.match.slice(1).find((group) => group !== undefined) ?? ''
  const days = yearsAround(heard.now.today).flatMap((year) => findFestival(name, year) ?? [])
  return optional(pick(days, heard.now.today, tenseOf(heard)))
}
