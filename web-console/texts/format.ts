import type { Locale } from './use-texts.ts'
import type { Texts } from './zh.ts'

const DAY = 86_400_000

function tag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en-GB'
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes a hundred times as long as using it, and a screen of messages uses dozens. */
function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).flat().join(' ')}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag(locale), options)
  formats.set(key, known)
  return known
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

export function formatClock(at: number, locale: Locale): string {
  return formatOf(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
}

export function formatDate(at: number, locale: Locale): string {
  const sameYear = new Date(at).getFullYear() === new Date().getFullYear()
  const month = locale === 'zh' ? 'numeric' : 'short'
  return formatOf(locale, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month,
    day: 'numeric',
  }).format(at)
}

export function formatMoment(at: number, locale: Locale): string {
  return `${formatDate(at, locale)} ${formatClock(at, locale)}`
}

/** The heading above the messages of one day. */
export function formatDay(at: number, now: number, locale: Locale, texts: Texts): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY)
  if (days === 0) return texts.thread.today
  if (days === 1) return texts.thread.yesterday
  return formatDate(at, locale)
}

/** The time in a list row: the clock today, the date before. */
export function formatRowTime(at: number, now: number, locale: Locale, texts: Texts): string {
  if (now - at < 60_000) return texts.ago.now
  return startOfDay(now) === startOfDay(at) ? formatClock(at, locale) : formatDate(at, locale)
}

/** The newest words; where a message had none, the server names its kind. */
export function formatPreview(preview: string, texts: Texts): string {
  if (preview === 'image') return `[${texts.thread.image}]`
  if (preview === 'recalled') return texts.recall.preview
  return preview || texts.row.noPreview
}

/** `18 KB`, `2.4 MB`. */
export function formatSize(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024)
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export function formatShare(value: number): string {
  return `${Math.round(value * 100)}%`
}
