import { useEffect, useState } from 'react'
import type { MomentsView } from '../../src/protocol/follow-ups.ts'
import { request } from '../net/http.ts'
import type { Locale } from '../texts/use-texts.ts'

/** The usual moments as they are now; asked for each time that `wanted` becomes true. */
export function useMoments(wanted: boolean): MomentsView | undefined {
  const [moments, setMoments] = useState<MomentsView>()
  useEffect(() => {
    if (!wanted) return
    request<MomentsView>('GET', '/api/v1/follow-ups/moments').then(setMoments, () => setMoments(undefined))
  }, [wanted])
  return moments
}

/** `11月28日周六 10:00` on the shop's clock, wherever the browser is. */
export function formatShopTime(at: number, timeZone: string | undefined, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(timeZone && { timeZone }),
  }).format(at)
}

/** `2026-11-28` on the shop's clock, as a date field wants it. */
export function toDateField(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...(timeZone && { timeZone }) }).format(at)
}
