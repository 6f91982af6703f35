import { addDays, toClock, toLocalTime } from '../calendar.ts'
import { type Locale, type LocalizedText, textIn } from '../localized-text.ts'

/** How facts are put into words: for whom, and by which clock. */
export interface Speech {
  readonly locale: Locale
  /** The shop's language. */
  readonly language: Locale
  readonly timeZone: string
  readonly currency: string
  readonly now: number
}

export function textOf(text: LocalizedText, { locale, language }: Speech): string {
  return textIn(text, locale, language)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `11月25日` or `25 Nov`, on the shop's day; with the year where it is another one than now. */
export function dayText(at: number, speech: Speech): string {
  return dateText(toLocalTime(at, speech.timeZone).date, speech)
}

export function dateText(date: string, { locale, timeZone, now }: Speech): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const isThisYear = toLocalTime(now, timeZone).date.startsWith(year)
  if (locale === 'zh') return `${isThisYear ? '' : `${year}年`}${Number(month)}月${Number(day)}日`
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${isThisYear ? '' : ` ${year}`}`
}

/** `11月25日 14:03` or `25 Nov 14:03`. */
export function momentText(at: number, speech: Speech): string {
  return `${dayText(at, speech)} ${toClock(toLocalTime(at, speech.timeZone).minutes)}`
}

/** `今天`, `明天`, or the day. */
export function nearDayText(date: string, speech: Speech): string {
  const today = toLocalTime(speech.now, speech.timeZone).date
  if (date === today) return speech.locale === 'zh' ? '今天' : 'today'
  if (date === addDays(today, 1)) return speech.locale === 'zh' ? '明天' : 'tomorrow'
  return dateText(date, speech)
}

export function listText(parts: readonly string[], { locale }: Pick<Speech, 'locale'>): string {
  return parts.join(locale === 'zh' ? '、' : ', ')
}
