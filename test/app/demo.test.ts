import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoShop, toDemoShop } from '../../src/app/demo/demo-shop.ts'
import { STORIES } from '../../src/app/demo/stories.ts'
import { ROOT } from '../../src/config/config.ts'
import type { OrderStatus } from '../../src/domain/commerce.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { findCodes } from '../../src/understanding/entities/codes.ts'
import { MONDAY_MORNING } from '../support/clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LATER = Date.UTC(2027, 5, 18, 12, 30)

let knowledge: KnowledgeBase

beforeAll(async () => {
  const result = await loadKnowledge(join(ROOT, 'intents'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  knowledge = result.knowledge
})

describe('what the demo shop has sold', () => {
  it('is the same for the same moment', () => {
    expect(toDemoShop(knowledge, MONDAY_MORNING)).toEqual(toDemoShop(knowledge, MONDAY_MORNING))
    expect(toDemoShop(knowledge, LATER)).not.toEqual(toDemoShop(knowledge, MONDAY_MORNING))
  })

  // Another moment is another time of day, of the week and of the year: what was delivered, paid or sent is another.
  describe.each([
    ['on a Monday morning', MONDAY_MORNING],
    ['on the evening of 618', LATER],
    ['before dawn', Date.UTC(2028, 1, 28, 20, 10)],
  ])('%s', (_, now) => {
    let shop: DemoShop
    beforeAll(() => {
      shop = toDemoShop(knowledge, now)
    })

    it('fills two years', () => {
      const oldest = Math.min(...shop.orders.map(({ placedAt }) => placedAt))

      expect(shop.people.length).toBeGreaterThanOrEqual(126)
      expect(shop.orders.length).toBeGreaterThanOrEqual(640)
      expect(now - oldest).toBeGreaterThan(700 * DAY)
      expect(now - oldest).toBeLessThan(731 * DAY)
      expect(shop.people.filter(({ person }) => !shop.orders.some((order) => order.person === person))).toEqual([])
    })

    it('has amounts that add up, by the rules of the shop', () => {
      for (const { number, items, amounts, total, history } of shop.orders) {
        const goods = items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0)
        const coupon = amounts.discount - Math.floor(goods / 30_000) * 3000
        const isPaid = history.some(({ status }) => status === 'paid')

        expect({ number, ...amounts, total }).toEqual({
          number,
          goods,
          shipping: goods >= 7900 ? 0 : 800,
          discount: amounts.discount,
          total: amounts.goods + amounts.shipping - amounts.discount,
          paid: isPaid ? total : 0,
        })
        expect([0, 1000, 2500], number).toContain(coupon)
      }
    })

    it('has a history in order that ends in the status, and nothing from the future', () => {
      for (const { number, status, placedAt, history } of shop.orders) {
        const statuses = history.map((change) => change.status)

        expect(COURSES, number).toContain(statuses.join(' '))
        expect([statuses.at(-1), history[0]?.at], number).toEqual([status, placedAt])
        expect(isRising(history.map(({ at }) => at)) && (history.at(-1)?.at ?? now) <= now, number).toBe(true)
      }
    })

    it('has parcels that fit the orders, with news in order and none from the future', () => {
      for (const { number, status, parcels, history } of shop.orders) {
        const shippedAt = history.find((change) => change.status === 'shipped')?.at ?? 0
        const times = parcels.map(({ events }) => events.map(({ at }) => at))

        expect(
          times.every((one) => isRising(one) && one.every((at) => at >= shippedAt && at <= now)),
          number,
        ).toBe(true)
        expect(parcels.filter((parcel) => parcel.status === 'delivered' && parcel.events.length === 0)).toEqual([])
        expect(
          parcels.every(({ etaAt = now + 1 }) => etaAt > now),
          number,
        ).toBe(true)
        if (status === 'shipped')
          expect(
            parcels.some((parcel) => parcel.status !== 'delivered'),
            number,
          ).toBe(true)
        if (status === 'delivered')
          expect(
            parcels.every((parcel) => parcel.status === 'delivered'),
            number,
          ).toBe(true)
        if (status === 'paid' || status === 'unpaid') expect(parcels, number).toEqual([])
      }
    })

    it('has some of everything that goes on in a shop', () => {
      const count = (status: OrderStatus) => shop.orders.filter((order) => order.status === status).length
      const neverPaid = shop.orders.filter(({ status, amounts }) => status === 'closed' && amounts.paid === 0)
      const cameBack = shop.orders.filter(({ refunds, parcels }) => refunds.length > 0 && parcels.length > 0)
      const openCases = shop.cases.filter(({ changes }) => !ENDED.has(changes.at(-1)?.status ?? 'open'))

      expect([count('unpaid'), count('paid'), count('shipped'), count('delivered')].map((one) => one >= 4)).toEqual([
        true,
        true,
        true,
        true,
      ])
      expect(neverPaid.length).toBeGreaterThanOrEqual(5)
      expect(cameBack.length / shop.orders.length).toBeGreaterThan(0.06)
      expect(cameBack.length / shop.orders.length).toBeLessThan(0.08)
      expect(openCases.length).toBeGreaterThanOrEqual(3)
      expect(new Set(shop.cases.map(({ type }) => type))).toEqual(new Set(['return', 'exchange', 'invoice']))
      expect(shop.cases.length - openCases.length).toBeGreaterThanOrEqual(15)
    })

    it('has numbers that are read as what they are, each once', () => {
      const numbers = shop.orders.map(({ number }) => number)
      const parcels = shop.orders.flatMap((order) => order.parcels)

      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.filter((number) => !/^XM20\d{6}\d{4}$/.test(number))).toEqual([])
      expect(numbers.filter((number) => readCode('order_number', `${number} 到哪了`) !== number)).toEqual([])
      expect(new Set(parcels.map(({ trackingNumber }) => trackingNumber)).size).toBe(parcels.length)
      expect(
        parcels.filter((one) => readCode('tracking_number', `${one.carrier}${one.trackingNumber}`) === undefined),
      ).toEqual([])
      const phones = shop.people.map(({ person }) => person.phone)
      expect(phones.filter((phone) => readCode('phone', `我的手机 ${phone}`) !== phone)).toEqual([])
      expect(new Set(phones).size).toBe(phones.length)
    })

    it('has sold only what is sold', () => {
      const sold = shop.orders.flatMap(({ items }) => items)
      const skus = new Set([...knowledge.products.values()].flatMap(({ variants }) => variants.map(({ sku }) => sku)))

      expect(sold.filter(({ productId, sku }) => !knowledge.products.has(productId) || !skus.has(sku))).toEqual([])
      expect(shop.coupons.flatMap(({ products }) => products).filter((id) => !knowledge.products.has(id))).toEqual([])
    })
  })

  it('sells most on sale days and at weekends', () => {
    const { orders } = toDemoShop(knowledge, MONDAY_MORNING)
    const days = orders.map(({ placedAt }) => new Date(placedAt + 8 * HOUR))
    const weekend = days.filter((day) => day.getUTCDay() % 6 === 0).length
    const on = (date: string) => days.filter((day) => day.toISOString().includes(date)).length

    expect(weekend / days.length).toBeGreaterThan(2 / 7 + 0.05)
    expect(on('-11-11') / 2).toBeGreaterThan((4 * days.length) / 730)
    expect(on('-06-18') / 2).toBeGreaterThan((2.5 * days.length) / 730)
  })

  it('sells together what goes together', () => {
    const baskets = toDemoShop(knowledge, MONDAY_MORNING).orders.map(
      ({ items }) => new Set(items.map((one) => one.productId)),
    )
    const share = (...ids: string[]) =>
      baskets.filter((basket) => ids.every((id) => basket.has(id))).length / baskets.length
    const lift = (one: string, other: string) => share(one, other) / (share(one) * share(other))

    expect(lift('health-kettle', 'tea-gift-box')).toBeGreaterThan(1.5)
    expect(lift('linen-dress', 'canvas-shoes')).toBeGreaterThan(1.5)
    expect(lift('linen-dress', 'health-kettle')).toBeLessThan(1)
  })

  it('sells one person shoes of one size', () => {
    const { orders } = toDemoShop(knowledge, MONDAY_MORNING)
    const sizes = new Map<string, Set<string>>()
    for (const { person, items } of orders.filter((order) => !STORIES.some(({ key }) => key === order.person.key))) {
      for (const { title } of items.filter(({ productId }) => productId === 'canvas-shoes')) {
        sizes.set(person.key, (sizes.get(person.key) ?? new Set()).add(title.match(/\d+/)?.[0] ?? ''))
      }
    }

    expect(sizes.size).toBeGreaterThan(10)
    expect([...sizes].filter(([, all]) => all.size > 1)).toEqual([])
  })

  it('leaves out what an owner does not sell any more', () => {
    const tea = knowledge.products.get('tea-gift-box')
    const shop = toDemoShop({ ...knowledge, products: new Map(tea && [[tea.id, tea]]) }, MONDAY_MORNING)

    expect(new Set(shop.orders.flatMap(({ items }) => items.map(({ productId }) => productId)))).toEqual(
      new Set(['tea-gift-box']),
    )
    expect(shop.orders.filter(({ items }) => items.length === 0)).toEqual([])
    expect(toDemoShop({ ...knowledge, products: new Map() }, MONDAY_MORNING).orders).toEqual([])
  })
})

const COURSES = [
  'unpaid',
  'unpaid closed',
  'unpaid paid',
  'unpaid paid closed',
  'unpaid paid shipped',
  'unpaid paid shipped delivered',
  'unpaid paid shipped delivered closed',
  'unpaid paid shipped delivered completed',
]
const ENDED = new Set(['resolved', 'rejected', 'cancelled'])

function isRising(times: readonly number[]): boolean {
  return times.every((at, n) => n === 0 || at >= (times[n - 1] ?? at))
}

function readCode(kind: 'order_number' | 'tracking_number' | 'phone', text: string): string | undefined {
  const found = findCodes(text.toLowerCase()).find(({ meaning }) => meaning.kind === kind)
  return found?.meaning.kind === kind ? found.meaning.value : undefined
}
