import { describe, expect, it } from 'vitest'
import {
  dotMeanings,
  isKnownWord,
  MEANING,
  placeMeaning,
  readMeaning,
} from '../../src/understanding/features/meaning.ts'
import { normalise } from '../../src/understanding/text/normalise.ts'
import { toTokens } from '../../src/understanding/text/tokens.ts'

const NOTHING = [...new Float32Array(MEANING)]

function meaningOf(text: string): Float32Array {
  const meaning = new Float32Array(MEANING)
  readMeaning(toTokens(normalise(text)), meaning, 0)
  return meaning
}

/** How near two texts are: 1 for the same meaning, 0 for none in common. */
function nearness(one: string, other: string): number {
  return dotMeanings(meaningOf(one), 0, meaningOf(other), 0)
}

describe('the meaning of a text', () => {
  it.each([
    ['退款', 'refund', 'weather'],
    ['退货', 'return', 'weather'],
    ['快递', 'parcel', 'poem'],
    ['物流', 'shipping', 'joke'],
    ['优惠券', 'coupon', '天气'],
    ['尺码', 'size', 'weather'],
    ['连衣裙', 'dress', 'computer'],
    ['价格', 'price', 'music'],
    ['颜色', 'colour', 'money'],
    ['退款', '退钱', '下雨'],
    ['refund', 'reimbursement', 'weather'],
    ['什么时候发货', 'when will it ship', 'who won the election'],
  ])('is nearer from %j to %j than to %j', (text, like, unlike) => {
    expect(nearness(text, like)).toBeGreaterThan(nearness(text, unlike))
  })

  it.each(['退款', 'refund', '我的快递到哪了', 'where is my parcel', '我要 refund'])('has length one: %j', (text) => {
    expect(nearness(text, text)).toBeCloseTo(1)
  })

  it.each(['', '???', '12345', 'blorgzz qwzx', 'zhe'])('is all zeros where no word is known: %j', (text) => {
    expect([...meaningOf(text)]).toEqual(NOTHING)
  })

  it('is not moved by words that nobody knows', () => {
    expect(nearness('refund blorgzz 123', 'refund')).toBeCloseTo(1)
  })

  it('does not depend on the script or on the order of English words', () => {
    expect(nearness('申請退貨', '申请退货')).toBeCloseTo(1)
    expect(nearness('parcel late', 'late parcel')).toBeCloseTo(1)
  })

  it('reads Chinese word by word, the longest known one first', () => {
    expect(nearness('东西', 'things')).toBeGreaterThan(nearness('西东', 'things') + 0.1)
    expect(nearness('地址', 'address')).toBeGreaterThan(nearness('址地', 'address') + 0.1)
  })

  it('is written to its own place, over what was there, and nowhere else', () => {
    const many = new Float32Array(3 * MEANING).fill(9)

    readMeaning(toTokens('refund'), many, MEANING)
    const [before, own, after] = [0, 1, 2].map((at) => many.slice(at * MEANING, (at + 1) * MEANING))

    expect(own).toEqual(meaningOf('refund'))
    expect([...(before ?? []), ...(after ?? [])].every((value) => value === 9)).toBe(true)
  })
})

describe('a meaning seen from a centre', () => {
  it('has the length that is asked for, and lies away from the centre', () => {
    const [refund, weather, seen] = [meaningOf('refund'), meaningOf('weather'), new Float32Array(MEANING)]

    expect(placeMeaning(refund, 0, weather, 0.5, seen, 0)).toBe(true)
    expect(Math.sqrt(dotMeanings(seen, 0, seen, 0))).toBeCloseTo(0.5)
    expect(dotMeanings(seen, 0, weather, 0)).toBeLessThan(0)
  })

  it('is none where no word is known: the centre does not show through', () => {
    const seen = new Float32Array(MEANING).fill(9)

    expect(placeMeaning(meaningOf('blorgzz'), 0, meaningOf('weather'), 1, seen, 0)).toBe(false)
    expect([...seen]).toEqual(NOTHING)
  })
})

it.each([
  ['refund', true],
  ['shipping', true],
  ['退货', true],
  ['reufnd', false],
  ['delivrey', false],
  ['', false],
])('tells whether %j is a known word: %j', (word, known) => {
  expect(isKnownWord(word)).toBe(known)
})
