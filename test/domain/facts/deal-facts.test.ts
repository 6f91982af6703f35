import { describe, expect, it } from 'vitest'
import type { Coupon } from '../../../src/domain/commerce.ts'
import { bargainFacts, basketFacts, couponText, dealFacts } from '../../../src/domain/facts/deal-facts.ts'
import { findDeal } from '../../../src/domain/skills/deals.ts'
import { product } from '../given.ts'
import { DAY, NOW, speech } from '../given-shop.ts'

const zh = speech()
const en = speech({ locale: 'en' })
const each300 = {
  id: 'p',
  name: { zh: '每满 300 减 30', en: '¥30 off every ¥300' },
  spend: 30000,
  off: 3000,
  repeat: true,
}

function coupon(changes: Partial<Coupon> = {}): Coupon {
  return {
    id: 'ten',
    name: { zh: '新客券', en: 'Welcome coupon' },
    kind: 'amount',
    off: 1000,
    spend: 9900,
    from: NOW - DAY,
    until: NOW + 8 * DAY,
    products: [],
    used: false,
    ...changes,
  }
}

const dealOf = (total: number, coupons: readonly Coupon[] = []) =>
  findDeal({ total, products: [] }, [each300], coupons, { now: NOW, today: '2026-11-23' })

describe('the facts of a basket', () => {
  it('are what it comes to, by which promotion and coupon', () => {
    expect(dealFacts(dealOf(30000, [coupon()]), [coupon()], zh)).toMatchObject({
      'basket.total': '¥300',
      'deal.name': '每满 300 减 30',
      'deal.off': '¥30',
      'coupon.name': '新客券',
      'coupon.off': '¥10',
      'deal.pay': '¥260',
      'deal.saved': '¥40',
      'deal.saves': true,
    })
  })

  it('are what is missing to the next threshold and to the next coupon', () => {
    expect(dealFacts(dealOf(8000, [coupon()]), [coupon()], en)).toMatchObject({
      'deal.saves': false,
      'deal.missing': '¥220',
      'deal.next_spend': '¥300',
      'deal.next_off': '¥30',
      'coupon.next_name': 'Welcome coupon',
      'coupon.missing': '¥19',
    })
  })

  it('are none where nobody knows what is bought', () => {
    expect(dealFacts(undefined, [], zh)).toEqual({ 'coupon.count': 0 })
  })

  it('name what is in it, as far as that is known', () => {
    const dress = product('dress', { name: { zh: '亚麻裙', en: 'Linen dress' } })

    expect(basketFacts([dress, product('hat')], en)).toEqual({ 'basket.count': 2, 'basket.list': 'Linen dress, hat' })
    expect(basketFacts([], zh)).toEqual({ 'basket.count': 0 })
  })

  it('list the coupons that there are', () => {
    const two = [coupon(), coupon({ kind: 'percent', off: 15, spend: 0 })]

    expect(dealFacts(undefined, two, zh)).toEqual({
      'coupon.count': 2,
      'coupon.list': '新客券（满 ¥99 减 ¥10，12月1日前用）、新客券（打 8.5 折，12月1日前用）',
    })
  })
})

describe('a coupon in words', () => {
  it.each([
    [{}, 'Welcome coupon (¥10 off from ¥99, until 1 Dec)'],
    [{ spend: 0 }, 'Welcome coupon (¥10 off, until 1 Dec)'],
    [{ kind: 'percent', off: 20, spend: 0 }, 'Welcome coupon (20% off, until 1 Dec)'],
    [{ until: Date.UTC(2027, 0, 31) }, 'Welcome coupon (¥10 off from ¥99, until 31 Jan 2027)'],
  ] as const)('says what it takes off, from when and until when: %j', (changes, text) => {
    expect(couponText(coupon(changes), en)).toBe(text)
  })
})

describe('what may be given to who bargains', () => {
  it('is the coupon, and what it makes of the price', () => {
    expect(bargainFacts(coupon(), 26900, zh)).toMatchObject({
      'bargain.coupon': '新客券',
      'bargain.off': '¥10',
      'bargain.pay': '¥259',
    })
  })

  it('is told with what is missing where the price is below its threshold', () => {
    const facts = bargainFacts(coupon(), 8900, zh)

    expect(facts).toMatchObject({ 'bargain.missing': '¥10' })
    expect(facts).not.toHaveProperty('bargain.pay')
  })

  it('is the coupon alone where no product is talked about', () => {
    expect(Object.keys(bargainFacts(coupon(), undefined, zh))).toEqual(['bargain.coupon', 'bargain.text'])
  })

  it.each([undefined, coupon({ from: NOW + 1 }), coupon({ until: NOW })])('is nothing while it is not valid', (one) => {
    expect(bargainFacts(one, 26900, zh)).toEqual({})
  })
})
