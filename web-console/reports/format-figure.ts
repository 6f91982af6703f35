import type { FigureDefinition } from '../../src/protocol/reports.ts'
import type { Locale } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import type { Change } from './compare.ts'

type Unit = FigureDefinition['unit']

/** A figure as people read it; a dash where there is none. */
export function formatFigure(value: number | undefined, unit: Unit, texts: Texts, currency = 'CNY'): string {
  if (value === undefined) return texts.figures.none
  if (unit === 'share') return formatPart(value)
  if (unit === 'time') return formatTime(value, texts)
  if (unit === 'money') return formatAmount(value, currency, texts.locale)
  if (unit === 'count') return formatNumber(value, texts.locale)
  return formatNumber(value, texts.locale, 2)
}

/** `85.3%`; whole where it is whole. */
export function formatPart(part: number): string {
  return `${Math.round(part * 1000) / 10}%`
}

/** `45 秒`, `3分20秒`, `2小时5分`: two units at most. */
export function formatTime(milliseconds: number, { figures }: Texts): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return figures.seconds(milliseconds < 10_000 ? Math.round(milliseconds / 100) / 10 : seconds)
  if (seconds < 3600) return figures.minutesSeconds(Math.floor(seconds / 60), seconds % 60)
  const minutes = Math.round(seconds / 60)
  if (minutes < 1440) return figures.hoursMinutes(Math.floor(minutes / 60), minutes % 60)
  const hours = Math.round(minutes / 60)
  return figures.daysHours(Math.floor(hours / 24), hours % 24)
}

/** Minor units as money; whole amounts from a thousand on. */
export function formatAmount(minor: number, currency: string, locale: Locale): string {
  const major = minor / 100
  return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: Math.abs(major) >= 1000 ? 0 : 2,
    minimumFractionDigits: 0,
  }).format(major)
}

export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits }).format(value)
}

/** `12.5%`, `3.2 个百分点`, `40 秒`: how far it moved, without the direction. */
export function formatChange(change: Change, unit: Unit, texts: Texts, currency?: string): string {
  const size = Math.abs(change.by)
  if (change.kind === 'points') return texts.figures.points(Math.round(size * 1000) / 10)
  if (change.kind === 'relative') return formatPart(size)
  return formatFigure(size, unit, texts, currency)
}
