import { describe, expect, it } from 'vitest'
import type { LabelledRow } from '../../src/domain/evaluation/parse-labelled.ts'
import { disturb, NOISES, type Noise } from '../../src/understanding/evaluation/noise.ts'
import { isHan, syllableOf } from '../../src/understanding/tables/han.ts'
import { withoutCourtesies } from '../../src/understanding/text/courtesies.ts'
import { detectLanguage } from '../../src/understanding/text/language.ts'
import { exactKey, normalise } from '../../src/understanding/text/normalise.ts'
import { SMALL_SHOP } from './small-shop.ts'

/** All examples of the small shop but its greetings, which are courtesy and nothing else. */
const ROWS: readonly LabelledRow[] = SMALL_SHOP.intents
  .filter(({ id }) => id !== 'greet')
  .flatMap(({ id, examples }) => examples.map((utterance) => ({ utterance, intent: id, style: 'plain' })))
const CHINESE = ROWS.filter(({ utterance }) => /\p{Script=Han}/u.test(utterance))
const ENGLISH = ROWS.filter((row) => !CHINESE.includes(row))

/** Each text beside what became of it. */
function pairs(rows: readonly LabelledRow[], noise: Noise): readonly (readonly [before: string, after: string])[] {
  return disturb(rows, noise).map(({ utterance }, at) => [rows[at]?.utterance ?? '', utterance])
}

function textsOf(rows: readonly LabelledRow[]): readonly string[] {
  return rows.map(({ utterance }) => utterance)
}

function rowsOf(...texts: readonly string[]): readonly LabelledRow[] {
  return texts.map((utterance) => ({ utterance, intent: 'any' }))
}

/** What differs between two texts: that which lies between their common beginning and their common end. */
function difference(before: string, after: string): readonly [gone: string, come: string] {
  let from = 0
  while (from < Math.min(before.length, after.length) && before[from] === after[from]) from++
  let back = 0
  while (back < Math.min(before.length, after.length) - from && before.at(-1 - back) === after.at(-1 - back)) back++
  return [before.slice(from, before.length - back), after.slice(from, after.length - back)]
}

describe('every noise', () => {
  it('hands back the very rows where none is asked for', () => {
    expect(disturb(ROWS, undefined)).toBe(ROWS)
  })

  it.each(NOISES)('leaves to every row its place, intent and style: %s', (noise) => {
    const labels = disturb(ROWS, noise).map(({ intent, style }) => [intent, style])

    expect(labels).toEqual(ROWS.map(({ intent, style }) => [intent, style]))
  })

  it.each(NOISES)('disturbs the same file in the same way: %s', (noise) => {
    expect(disturb(structuredClone(ROWS), noise)).toEqual(disturb(ROWS, noise))
    expect(textsOf(disturb(ROWS, noise))).not.toEqual(textsOf(ROWS))
  })

  it.each(NOISES)('leaves no row empty, and none in another language: %s', (noise) => {
    for (const [before, after] of pairs(ROWS, noise)) {
      expect(detectLanguage(normalise(after), 'zh'), after).toBe(detectLanguage(normalise(before), 'zh'))
    }
    expect(disturb([], noise)).toEqual([])
  })
})

describe('a typo', () => {
  it('puts at most one other character of the same file into a Chinese row', () => {
    const alphabet = new Set(textsOf(ROWS).join(''))
    const changed = pairs(CHINESE, 'typo').filter(([before, after]) => before !== after)

    expect(changed.length).toBeGreaterThan(CHINESE.length / 2)
    for (const [before, after] of changed) {
      const [gone, come] = difference(before, after)
      expect([gone.length, come.length], after).toEqual([1, 1])
      expect(isHan(gone.charCodeAt(0)) && alphabet.has(come), after).toBe(true)
    }
  })

  it('is one slip in one word of an English row, whose first letter stays', () => {
    const changed = pairs(ENGLISH, 'typo').filter(([before, after]) => before !== after)

    expect(changed.length).toBeGreaterThan(ENGLISH.length / 2)
    for (const [before, after] of changed) {
      expect(difference(before, after).join(''), after).toMatch(/^[a-z]{1,4}$/)
      expect(Math.abs(before.length - after.length), after).toBeLessThanOrEqual(1)
      expect(after.split(' ').map((word) => word[0])).toEqual(before.split(' ').map((word) => word[0]))
    }
  })

  it('spares words of fewer than four letters', () => {
    const short = rowsOf('is it in', 'how to pay', '12345')

    expect(disturb(short, 'typo')).toEqual(short)
  })
})

describe('a homophone', () => {
  it('is one character of the file that sounds like the one it stands for', () => {
    const rows = rowsOf(...Array.from({ length: 20 }, () => '货'), '火', '退款')
    const changed = pairs(rows, 'homophone').filter(([before, after]) => before !== after)

    expect(changed.length).toBeGreaterThan(0)
    for (const [, after] of changed) expect(['火', '货']).toContain(after)
    for (const [before, after] of pairs(CHINESE, 'homophone')) {
      const [gone, come] = difference(before, after)
      expect(gone.length, after).toBeLessThanOrEqual(1)
      expect(syllableOf(come.charCodeAt(0)), after).toBe(syllableOf(gone.charCodeAt(0)))
    }
  })
})

describe('traditional characters', () => {
  it('stand for simplified ones, and reading brings all of them back', () => {
    expect(textsOf(disturb(rowsOf('什么时候发货', '我要申请 refund'), 'traditional'))).toEqual([
      '什麼時候發貨',
      '我要申請 refund',
    ])
    for (const [before, after] of pairs(ROWS, 'traditional')) expect(normalise(after)).toBe(normalise(before))
  })
})

describe('punctuation', () => {
  it('adds greetings, thanks, marks and pictures, of which nothing is left once they are read away', () => {
    const plain = ROWS.filter(({ utterance }) => withoutCourtesies(normalise(utterance)) === normalise(utterance))

    expect(plain.length).toBeGreaterThan(ROWS.length / 2)
    for (const [before, after] of pairs(plain, 'punctuation')) {
      expect(exactKey(withoutCourtesies(normalise(after))), after).toBe(exactKey(normalise(before)))
    }
  })

  it('says nothing Chinese in an English row, and leaves its text in one piece', () => {
    for (const [before, after] of pairs(ENGLISH, 'punctuation')) {
      expect(after).toContain(before)
      expect(after).not.toMatch(/[\p{Script=Han}，。！？～]/u)
    }
  })
})

describe('pinyin', () => {
  it('is two neighbouring characters typed as one run', () => {
    expect(textsOf(disturb(rowsOf('退款', '你好', '券'), 'pinyin'))).toEqual(['tuikuan', 'nihao', '券'])
    for (const [before, after] of pairs(CHINESE, 'pinyin')) {
      const [gone, come] = difference(before, after)
      expect([gone.length, /^[a-z]+$/.test(come)], after).toEqual([2, true])
    }
  })
})

it.each(['homophone', 'traditional', 'pinyin'] as const)('leaves English rows as they are: %s', (noise) => {
  expect(textsOf(disturb(ENGLISH, noise))).toEqual(textsOf(ENGLISH))
})
