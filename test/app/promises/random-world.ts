import fc from 'fast-check'
import type { Case } from '../../../src/domain/case.ts'
import { CASE_STATUSES, CASE_TYPES } from '../../../src/domain/case.ts'
import type { Coupon, Order, OrderItem, Parcel } from '../../../src/domain/commerce.ts'
import { ORDER_STATUSES, PARCEL_STATUSES, REFUND_STATUSES } from '../../../src/domain/commerce.ts'
import type { KnowledgeBase, Product, Promotion } from '../../../src/domain/knowledge.ts'
import type { Build } from '../../../src/domain/skills/fit.ts'
import type { Wish } from '../../../src/domain/skills/wish.ts'

/** Everything that a reply may speak of, with figures that no owner would choose. */
export interface World {
  readonly now: number
  readonly product: Product
  readonly order: Order
  readonly item: OrderItem
  readonly coupons: readonly Coupon[]
  readonly promotions: readonly Promotion[]
  readonly cases: readonly Case[]
  readonly build: Build
  readonly wish: Wish
  readonly basket: number
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const money = fc.integer({ min: 101, max: 1_299_999 })
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`))
/** Minutes that lie before or after now. */
const span = (min: number, max: number) => fc.integer({ min, max }).map((minutes) => minutes * MINUTE)
const moment = span(Date.UTC(2026, 0, 2) / MINUTE, Date.UTC(2027, 1, 20) / MINUTE)

export function worlds(knowledge: KnowledgeBase): fc.Arbitrary<World> {
  const catalogue = [...knowledge.products.values()]
  return moment
    .chain((now) =>
      fc.constantFrom(...catalogue).chain((product) =>
        fc.record({
          now: fc.constant(now),
          product: products(product),
          order: orders(now, catalogue),
          coupons: fc.array(coupons(now, knowledge), { maxLength: 3 }),
          promotions: fc.array(promotions, { maxLength: 3 }),
          cases: fc.array(cases(now), { maxLength: 3 }),
          build: builds(product),
          wish: fc.record({ words: fc.subarray(['通勤', '夏天', 'gift']), atMost: money }),
          basket: money,
        }),
      ),
    )
    .map((world) => ({ ...world, item: world.order.items[0] as OrderItem }))
}

function builds({ sizeTable }: Product): fc.Arbitrary<Build> {
  const sizes = (sizeTable?.rows ?? []).map(({ size }) => size)
  return fc.record({
    usual: fc.constantFrom(...sizes, '无'),
    prefers: fc.constantFrom('close', 'roomy'),
    height: fc.integer({ min: 140, max: 190 }),
    weight: fc.integer({ min: 380, max: 900 }).map((grams) => grams / 10),
    foot: fc.integer({ min: 200, max: 290 }).map((millimetres) => millimetres / 10),
  })
}

/** A product of the shop with another price, other stocks and another size table. */
function products(product: Product): fc.Arbitrary<Product> {
  const cell = fc.integer({ min: 201, max: 899 })
  const table = product.sizeTable
  const range = (low: number, high: number) =>
    fc
      .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: 5, max: 40 }))
      .map(([from, more]) => [from, from + more] as const)
  return fc
    .record({
      price: money,
      variants: fc.tuple(
        ...product.variants.map((variant) =>
          fc
            .record({ stock: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9973 })), price: fc.option(money) })
            .map(({ stock, price }) => ({ ...variant, stock, ...(price !== null && { price }) })),
        ),
      ),
      rows: fc.tuple(
        ...(table?.rows ?? []).map((row) =>
          fc.record({ height: range(140, 180), weight: range(38, 80), cell }).map(({ cell: value, ...fits }) => ({
            ...row,
            cells: Object.fromEntries(Object.keys(row.cells).map((key, n) => [key, value + n])),
            fits: row.fits.foot ? row.fits : fits,
          })),
        ),
      ),
    })
    .map(({ price, variants, rows }) => ({
      ...product,
      price,
      variants,
      ...(table && { sizeTable: { ...table, rows } }),
    }))
}

/** An order of a customer, with a history, parcels, refunds and an invoice. */
export function orders(now: number, catalogue: readonly Product[]): fc.Arbitrary<Order> {
  const item = fc
    .record({ product: fc.constantFrom(...catalogue), quantity: fc.integer({ min: 1, max: 9 }), unitPrice: money })
    .map(({ product, ...rest }) => ({
      ...rest,
      productId: product.id,
      sku: product.variants[0]?.sku ?? '',
      title: product.aliases[0] ?? product.id,
    }))
  return fc.record({
    number: digits(8).map((text) => `XM${text}`),
    customerId: fc.constant('lin'),
    status: fc.constantFrom(...ORDER_STATUSES),
    currency: fc.constant('CNY'),
    total: money,
    amounts: fc.record({ goods: money, shipping: money, discount: money, paid: money }),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    placedAt: span(60 * 24 * 9, 60 * 24 * 400).map((ago) => now - ago),
    history: fc
      .subarray([...ORDER_STATUSES])
      .map((statuses) => statuses.map((status, n) => ({ status, at: now - (9 - n) * DAY + n * 61 * MINUTE }))),
    address: fc.record({
      recipient: fc.constant('林小满'),
      phone: digits(10).map((text) => `1${text}`),
      region: fc.constant('浙江省杭州市西湖区'),
      street: digits(4).map((text) => `文三路 ${text} 号`),
    }),
    parcels: fc.uniqueArray(parcels(now), {
      minLength: 1,
      maxLength: 2,
      selector: ({ trackingNumber }) => trackingNumber,
    }),
    refunds: fc.array(
      fc.record({
        reason: fc.constant('第 4418 天就坏了'),
        id: fc.constant('R'),
        amount: money,
        status: fc.constantFrom(...REFUND_STATUSES),
        at: before(now),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    note: fc.constant('4417 室，放门口'),
    invoice: fc.constant({ kind: 'personal', title: '林小满', status: 'issued', at: now - 3 * DAY } as const),
  })
}

function before(now: number): fc.Arbitrary<number> {
  return span(1, 60 * 24 * 300).map((ago) => now - ago)
}

function parcels(now: number): fc.Arbitrary<Parcel> {
  return fc.record({
    trackingNumber: digits(13),
    carrier: fc.constantFrom('中通快递', '顺丰速运'),
    status: fc.constantFrom(...PARCEL_STATUSES),
    events: before(now).map((at) => [{ at, text: '到达 杭州转运中心' }]),
    etaAt: span(60, 60 * 24 * 9).map((more) => now + more),
  })
}

const promotions: fc.Arbitrary<Promotion> = fc
  .record({ spend: money, share: fc.integer({ min: 1, max: 99 }), repeat: fc.boolean() })
  .map(({ spend, share, repeat }) => ({
    id: `p${spend}`,
    name: '满减',
    spend,
    off: Math.max(1, Math.floor((spend * share) / 100)),
    repeat,
  }))

export function coupons(now: number, { selling }: KnowledgeBase): fc.Arbitrary<Coupon> {
  const off = fc.oneof(
    fc.record({ kind: fc.constant('amount' as const), off: money }),
    fc.record({ kind: fc.constant('percent' as const), off: fc.integer({ min: 1, max: 99 }) }),
  )
  const rest = fc.record({
    id: fc.constantFrom(selling.bargainCoupon ?? 'C', 'OTHER'),
    name: fc.constant({ zh: '店铺券', en: 'Shop coupon' }),
    spend: fc.oneof(fc.constant(0), money),
    from: before(now),
    until: span(60, 60 * 24 * 500).map((more) => now + more),
    products: fc.constant([]),
    used: fc.constant(false),
  })
  return fc.tuple(off, rest).map(([one, other]) => ({ ...one, ...other }))
}

function cases(now: number): fc.Arbitrary<Case> {
  return fc
    .record({
      number: digits(11).map((text) => `SH${text}`),
      type: fc.constantFrom(...CASE_TYPES),
      status: fc.constantFrom(...CASE_STATUSES),
      createdAt: before(now),
      dueAt: span(-60 * 24 * 9, 60 * 24 * 9).map((more) => now + more),
    })
    .map((one) => ({
      ...one,
      title: '退货',
      customerId: 'lin',
      conversationId: 'c',
      details: [],
      evidence: [],
      history: [{ at: one.createdAt, status: 'open', by: { kind: 'bot' }, note: '等 4419 号件' }],
      updatedAt: one.createdAt,
      revision: 0,
    }))
}
