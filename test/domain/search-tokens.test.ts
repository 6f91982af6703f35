import { describe, expect, it } from 'vitest'
import { findRanges, toExcerpt } from '../../src/domain/search/excerpt.ts'
import { tokenise, toPhrases } from '../../src/domain/search/tokens.ts'

const textsOf = (text: string) => tokenise(text).map((token) => token.text)
const marked = (text: string, query: string) => findRanges(text, query).map(([from, to]) => text.slice(from, to))

describe('what a text is known by', () => {
  it('is pairs of Chinese characters, words, numbers, and the ends of long numbers', () => {
    expect(textsOf('我要退货')).toEqual(['我要', '要退', '退货', '货'])
    expect(textsOf('ｉＰｈｏｎｅ15Pro，壳！')).toEqual(['iphone', '15', 'pro', '壳'])
    expect(textsOf('XE20260601888')).toEqual(['xe', '20260601888', '1888'])
    expect(textsOf('Café 😀 null\0')).toEqual(['café', 'null'])
    expect(textsOf('㈱社')).toEqual(['株社', '社'])
    expect(textsOf('')).toEqual([])
  })

  it('never holds what an engine could take for its own signs', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('')

    expect(textsOf(all).filter((text) => !/^[\p{L}\p{M}\p{N}]+$/u.test(text))).toEqual([])
  })

  it('stands where it was written, also where another form of it is longer', () => {
    for (const text of ['ﬃce 退货', '①②③', '😀退货吗', '㍿的货', '㈱社']) {
      for (const { start, end } of tokenise(text)) expect(end).toBeGreaterThan(start)
    }
    expect(marked('😀退货吗', '退货')).toEqual(['退货'])
  })

  it('of one message is bounded', () => {
    expect(tokenise('退货'.repeat(50_000)).length).toBe(4000)
  })
})

describe('what is searched for', () => {
  it('is one phrase a word, and one in quotation marks, each once', () => {
    expect(toPhrases('退货 iPhone15壳 “on sale” 退货')).toEqual([
      { tokens: ['退货'], open: false },
      { tokens: ['iphone', '15', '壳'], open: true },
      { tokens: ['on', 'sale'], open: true },
    ])
    expect(toPhrases(' ？ 😀 ')).toEqual([])
  })
})

describe('an excerpt', () => {
  it('marks whole phrases, the beginning of words, and what was written in another form', () => {
    expect(marked('想退货，能退货吗', '退货')).toEqual(['退货', '退货'])
    expect(marked('退款货到', '退货')).toEqual([])
    expect(marked('my iPhone 15', 'ipho')).toEqual(['iPho'])
    expect(marked('ＸＥ20260601888', 'xe 1888')).toEqual(['ＸＥ', '1888'])
    expect(marked('货', '货')).toEqual(['货'])
  })

  it('is cut around the first hit, never through an emoji', () => {
    const { text, ranges } = toExcerpt(`${'😀'.repeat(60)}退货${'😀'.repeat(80)}`, toPhrases('退货'))

    expect(text.startsWith('…😀')).toBe(true)
    expect(text.endsWith('😀…')).toBe(true)
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(['退货'])
    expect(text).not.toMatch(/\p{Surrogate}/u)
  })
})
