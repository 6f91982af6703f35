import type { Locale } from './wire.ts'

const DAY_MS = 86_400_000

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** A time separator: the hour today, the day before that, the year only where it is another one. */
export function toTimeLabel(at: number, now: number, locale: Locale): string {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const hour = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
  // Rounded, because a day of a clock change has 23 or 25 hours.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
  if (days <= 0) return hour
  if (days === 1) return `${locale === 'zh' ? '昨天' : 'Yesterday'} ${hour}`

  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const day = new Intl.DateTimeFormat(tag, {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at)
  return `${day} ${hour}`
}
