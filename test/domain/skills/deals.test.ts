import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coupon } from '../../../src/domain/commerce.ts'
import type { Promotion } from '../../../src/domain/knowledge.ts'
import { couponOff, findDeal } from '../../../src/domain/skills/deals.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const at = { now: NOW, today: '2026-11-23' }
const DAY = 86_400_000

const each300: Promotion = { id: 'each300', name: '每满 300 减 30', spend: 30000, off: 3000, repeat: true }
const once500: Promotion = { id: 'once500', name: '满 500 减 80', spend: 50000, off: 8000, repeat: false }

function coupon(changes: Partial<Coupon> = {}): Coupon {
  return {
    id: 'ten',
    name: '新客券',
    kind: 'amount',
    off: 1000,
    spend: 9900,
    from: NOW - DAY,
    until: NOW + DAY,
    products: [],
    used: false,
    ...changes,
  }
}

const basket = (total: number, products: readonly string[] = ['dress']) => ({ total, products })

describe('a promotion', () => {
  it.each([
    [29999, 29999],
    [30000, 27000],
    [59999, 56999],
    [60000, 54000],
    [95000, 86000],
  ])('that repeats makes of %i what is paid: %i', (total, pay) => {
    expect(findDeal(basket(total), [each300], [], at)).toMatchObject({ total, pay })
  })

  it('that does not repeat is taken once, exactly at its threshold', () => {
    expect(findDeal(basket(49999), [once500], [], at).promotion).toBeUndefined()
    expect(findDeal(basket(50000), [once500], [], at).pay).toBe(42000)
    expect(findDeal(basket(150000), [once500], [], at).pay).toBe(142000)
  })

  it('is the best of several, and only one', () => {
    expect(findDeal(basket(50000), [each300, once500], [], at).promotion).toMatchObject({ off: 8000 })
    expect(findDeal(basket(90000), [each300, once500], [], at).promotion).toMatchObject({ off: 9000 })
  })

  it.each([
    [{ from: '2026-11-23' }, 27000],
    [{ until: '2026-11-23' }, 27000],
    [{ from: '2026-11-24' }, 30000],
    [{ until: '2026-11-22' }, 30000],
  ])('counts on its days, both included: %j', (valid, pay) => {
    expect(findDeal(basket(30000), [{ ...each300, valid }], [], at).pay).toBe(pay)
  })

  it('without a threshold takes nothing off, and tells no gap', () => {
    const deal = findDeal(basket(10000), [{ ...each300, spend: 0 }], [], at)

    expect(deal).toEqual({ total: 10000, pay: 10000 })
  })
})

describe('the gap to a promotion', () => {
  it('is what is missing to the next threshold, with what it would take off altogether', () => {
    expect(findDeal(basket(27000), [each300], [], at).gap).toMatchObject({ missing: 3000, spend: 30000, off: 3000 })
    expect(findDeal(basket(30000), [each300], [], at).gap).toMatchObject({ missing: 30000, spend: 60000, off: 6000 })
    expect(findDeal(basket(85000), [each300], [], at).gap).toMatchObject({ missing: 5000, spend: 90000, off: 9000 })
  })

  it('is the nearest of several, and none where the last is reached', () => {
    expect(findDeal(basket(48000), [each300, once500], [], at).gap?.promotion.id).toBe('once500')
    expect(findDeal(basket(50000), [once500], [], at).gap).toBeUndefined()
  })
})

describe('a coupon', () => {
  it('counts what the goods cost, and comes off after the promotion', () => {
    const deal = findDeal(basket(30000), [each300], [coupon({ spend: 30000 })], at)

    expect(deal).toMatchObject({ promotion: { off: 3000 }, coupon: { off: 1000 }, pay: 26000 })
  })

  it('of per cent takes its share of what is left, to the nearest cent', () => {
    const percent = coupon({ kind: 'percent', off: 15, spend: 0 })

    expect(couponOff(percent, 30000, 27000)).toBe(4050)
    expect(couponOff(percent, 999, 999)).toBe(150)
  })

  it('is used exactly from its threshold on, and before it tells what is missing', () => {
    expect(findDeal(basket(9900), [], [coupon()], at)).toMatchObject({ pay: 8900 })
    const short = findDeal(basket(9899), [], [coupon()], at)
    expect(short).toMatchObject({ pay: 9899, couponGap: { missing: 1 } })
    expect(short.coupon).toBeUndefined()
  })

  it('is the best of several', () => {
    const coupons = [coupon(), coupon({ id: 'half', kind: 'percent', off: 50 })]

    expect(findDeal(basket(10000), [], coupons, at).coupon).toMatchObject({ coupon: { id: 'half' }, off: 5000 })
  })

  it('counts from its first moment on, and not in its last', () => {
    expect(findDeal(basket(9900), [], [coupon({ from: NOW })], at).pay).toBe(8900)
    expect(findDeal(basket(9900), [], [coupon({ from: NOW + 1 })], at).pay).toBe(9900)
    expect(findDeal(basket(9900), [], [coupon({ until: NOW })], at).pay).toBe(9900)
  })

  it('takes off no more than there is to pay', () => {
    expect(findDeal(basket(9900), [], [coupon({ off: 20000 })], at)).toMatchObject({ coupon: { off: 9900 }, pay: 0 })
  })
})

describe('a coupon for certain products', () => {
  const shoes = coupon({ products: ['loafers', 'sneakers'], spend: 0 })

  it('counts for a basket of these alone', () => {
    expect(findDeal(basket(20000, ['loafers']), [], [shoes], at).pay).toBe(19000)
    expect(findDeal(basket(20000, ['loafers', 'sneakers']), [], [shoes], at).pay).toBe(19000)
  })

  it.each([[['dress']], [['loafers', 'dress']], [[]]])(
    'takes nothing off what else, or who knows what, is in the basket: %j',
    (products) => {
      expect(findDeal(basket(20000, products), [], [shoes], at)).toEqual({ total: 20000, pay: 20000 })
    },
  )
})

describe('whatever is on offer', () => {
  const money = fc.integer({ min: 0, max: 200_000 })
  const promotions = fc.array(
    fc.record({ id: fc.constant('p'), name: fc.constant('减'), spend: money, off: money, repeat: fc.boolean() }),
    { maxLength: 4 },
  )
  const coupons = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('amount' as const), off: money, spend: money }),
      fc.record({ kind: fc.constant('percent' as const), off: fc.integer({ min: 1, max: 100 }), spend: money }),
    ),
    { maxLength: 4 },
  )

  it('is paid with at least nothing and at most the total, and its parts add up', () => {
    fc.assert(
      fc.property(money, promotions, coupons, (total, offers, given) => {
        const deal = findDeal(basket(total), offers, given.map(coupon), at)
        const off = (deal.promotion?.off ?? 0) + (deal.coupon?.off ?? 0)

        expect(deal.pay).toBeGreaterThanOrEqual(0)
        expect(deal.pay).toBe(total - off)
        expect(Number.isInteger(deal.pay)).toBe(true)
        if (deal.gap) expect(deal.gap.missing).toBeGreaterThan(0)
        if (deal.gap) expect(total + deal.gap.missing).toBe(deal.gap.spend)
        if (deal.couponGap) expect(deal.couponGap.missing).toBeGreaterThan(0)
      }),
    )
  })
})
