import { describe, expect, it } from 'vitest'
import { attributeLabel } from '../../../src/domain/facts/attribute-labels.ts'
import { dateText, dayText, listText, momentText, nearDayText, textOf } from '../../../src/domain/facts/say.ts'
import { speech } from '../given-shop.ts'

const zh = speech()
const en = speech({ locale: 'en' })
/** 25 November 2026, 23:30 in Shanghai, which is the same day in London and the next in Tokyo. */
const LATE = Date.UTC(2026, 10, 25, 15, 30)

describe('a day', () => {
  it('is said in the language that is spoken', () => {
    expect(dayText(LATE, zh)).toBe('11月25日')
    expect(dayText(LATE, en)).toBe('25 Nov')
  })

  it("is that of the shop's own clock", () => {
    expect(dayText(LATE, speech({ timeZone: 'Asia/Tokyo' }))).toBe('11月26日')
  })

  it('has its year where it is another one than now', () => {
    expect(dateText('2025-11-05', zh)).toBe('2025年11月5日')
    expect(dateText('2027-01-01', en)).toBe('1 Jan 2027')
  })

  it('is today or tomorrow where it is so near', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => nearDayText(date, zh))).toEqual([
      '今天',
      '明天',
      '11月25日',
    ])
    expect(nearDayText('2026-11-24', en)).toBe('tomorrow')
    expect(nearDayText('2026-11-22', en)).toBe('22 Nov')
  })

  it('has the time of day where the moment counts', () => {
    expect(momentText(LATE, zh)).toBe('11月25日 23:30')
    expect(momentText(LATE, en)).toBe('25 Nov 23:30')
  })
})

it('lists as each language does', () => {
  expect(listText(['S', 'M', 'L'], zh)).toBe('S、M、L')
  expect(listText(['S', 'M', 'L'], en)).toBe('S, M, L')
  expect(listText([], zh)).toBe('')
})

it("takes the reader's text, else the shop's, else any", () => {
  expect(textOf({ zh: '你好', en: 'Hi' }, en)).toBe('Hi')
  expect(textOf({ zh: '你好' }, en)).toBe('你好')
  expect(textOf('Hi', zh)).toBe('Hi')
})

it('calls attributes by a name that people know, and unknown ones as they are written', () => {
  expect(attributeLabel('care', 'zh')).toBe('洗护与保存')
  expect(attributeLabel('care', 'en')).toBe('Care')
  expect(attributeLabel('blade_length', 'en')).toBe('blade length')
})
