import { describe, expect, it } from 'vitest'
import { toBackoff } from '../../web-widget/core/backoff.ts'
import { parseHex, toContrast, toInkOn, toTextOn } from '../../web-widget/core/contrast.ts'
import { toStatus, toWaitText } from '../../web-widget/core/status.ts'
import { toLocale } from '../../web-widget/core/texts.ts'
import { launcherEn, panelEn } from '../../web-widget/core/texts-en.ts'
import { launcherZh, panelZh } from '../../web-widget/core/texts-zh.ts'
import { toTimeLabel } from '../../web-widget/core/times.ts'
import type { WidgetConversation } from '../../web-widget/core/wire.ts'

const queue = {
  conversationId: 'c1',
  position: 2,
  wait: { from: 150, until: 225 },
  withBot: false,
  kind: 'live',
} as const
const conversation = (status: WidgetConversation['status'], name?: string): WidgetConversation => ({
  id: 'c1',
  status,
  lastSeq: 0,
  readSeq: 0,
  agentReadSeq: 0,
  ...(name && { agent: { name } }),
})

describe('words', () => {
  it('says everything in both languages', () => {
    expect(Object.keys(panelEn).sort()).toEqual(Object.keys(panelZh).sort())
    expect(Object.keys(panelEn.errors).sort()).toEqual(Object.keys(panelZh.errors).sort())
    expect(Object.keys(launcherEn)).toEqual(Object.keys(launcherZh))
    for (const text of Object.values(panelEn)) if (typeof text === 'string') expect(text).not.toMatch(/[一-龥]/)
  })

  it('speaks Chinese unless something else is asked for', () => {
    expect(toLocale(undefined, '', null)).toBe('zh')
    expect(toLocale('zh-TW')).toBe('zh')
    expect(toLocale(undefined, 'en-GB', 'zh-CN')).toBe('en')
    expect(toLocale('fr')).toBe('en')
  })

  it('says who answers now', () => {
    expect(toStatus(conversation('bot'), undefined, panelZh).text).toContain('小二')
    expect(toStatus(conversation('assigned', '米娜'), undefined, panelZh).text).toContain('米娜')
    expect(toStatus(conversation('queued'), queue, panelZh).text).toContain('第 2 位')
    expect(toStatus(conversation('queued'), { ...queue, kind: 'message' }, panelZh).text).toContain('已收到')
  })

  it('promises a range of minutes, and none it cannot keep', () => {
    expect(toWaitText(queue, panelZh)).toBe('预计等待 2–4 分钟')
    expect(toWaitText({ ...queue, wait: { from: 20, until: 30 } }, panelEn)).toBe('about 1 min or less')
    expect(toWaitText({ ...queue, wait: { from: 4000, until: 6000 } }, panelZh)).toContain('半小时')
    expect(toWaitText({ conversationId: 'c1', position: 1, kind: 'live', withBot: false }, panelZh)).toBe('')
  })

  it('names the day only where it is not today', () => {
    const now = new Date(2026, 10, 22, 9, 30).getTime()

    expect(toTimeLabel(new Date(2026, 10, 22, 8, 5).getTime(), now, 'zh')).toBe('08:05')
    expect(toTimeLabel(new Date(2026, 10, 21, 23, 59).getTime(), now, 'zh')).toBe('昨天 23:59')
    expect(toTimeLabel(new Date(2026, 10, 1, 12, 0).getTime(), now, 'zh')).toBe('11月1日 12:00')
    expect(toTimeLabel(new Date(2025, 10, 1, 12, 0).getTime(), now, 'en')).toBe('1 Nov 2025 12:00')
  })
})

describe('the accent', () => {
  it('carries white where white can be read, else a dark text', () => {
    expect(toTextOn([0xc8, 0x40, 0x0a])).toBe('#fff')
    expect(toTextOn([0xff, 0x50, 0x00])).not.toBe('#fff')
  })

  it('reads #rgb and #rrggbb and nothing else', () => {
    expect(parseHex('#f50')).toEqual([255, 85, 0])
    expect(parseHex('#C8400A')).toEqual([200, 64, 10])
    expect(parseHex('#000000')).toEqual([0, 0, 0])
    expect(parseHex('red')).toBeUndefined()
    expect(parseHex('#12345')).toBeUndefined()
  })

  it('becomes readable as text on light and on dark, whatever it was', () => {
    for (const accent of [
      [255, 255, 0],
      [0, 0, 0],
      [255, 80, 0],
      [120, 120, 120],
    ] as const) {
      for (const surface of [
        [247, 245, 243],
        [51, 46, 42],
      ] as const) {
        const ink = toInkOn(surface, accent)
        const rgb = (parseHex(ink) ?? ink.match(/\d+/g)?.map(Number)) as unknown as readonly [number, number, number]
        expect(toContrast(surface, rgb)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})

describe('the backoff', () => {
  it('begins between 0.1 and 1 s and never exceeds 30 s', () => {
    expect(toBackoff(0, () => 0)).toBe(100)
    expect(toBackoff(0, () => 1)).toBe(1000)
    expect(toBackoff(30, () => 1)).toBeLessThanOrEqual(30_000)
    expect(toBackoff(30, () => 0.5)).toBeGreaterThan(20_000)
  })
})
