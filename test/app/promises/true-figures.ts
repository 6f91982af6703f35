import type { Order } from '../../../src/domain/commerce.ts'
import type { KnowledgeBase, Product } from '../../../src/domain/knowledge.ts'
import { type LocalizedText, textsOf } from '../../../src/domain/localized-text.ts'
import type { World } from './random-world.ts'
import { keyOf, readFigures } from './read-figures.ts'
import { trueDeal } from './true-deal.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Shanghai knows no summer time. */
const OFFSET = 8 * HOUR

/** What may be said of each part of the facts (`order`, `product`, …), worked out from the bare data by other means. */
export type Truth = Readonly<Record<string, ReadonlySet<string>>>

type Part = Iterable<string>
const money = (...amounts: readonly number[]): Part => amounts.map((amount) => `money ${amount}`)
const number = (...numbers: readonly number[]): Part => numbers.map((one) => `number ${one}`)
const day = (...moments: readonly number[]): Part => moments.map((at) => `date ${isoDay(at)}`)
const clock = (at: number): Part => [`clock ${Math.floor(((at + OFFSET) % DAY) / 60_000)}`]
const words = (...texts: readonly LocalizedText[]): Part =>
  texts.flatMap(textsOf).flatMap((text) => readFigures(text, 0).map(keyOf))

export function isoDay(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10)
}

function pool(...parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => [...part]))
}

export function trueFigures(world: World, knowledge: KnowledgeBase): Truth {
  const { now, product, order, item, coupons, cases, build, wish } = world
  const shelf = knowledge.products.get(item.productId)
  const price = shelf?.variants.find(({ sku }) => sku === item.sku)?.price ?? shelf?.price ?? 0
  const { hours, opening, shipping } = calendarOf(knowledge, now)
  const first = product.variants[0]
  const alike = product.variants.filter(
    (one) => one.size === first?.size && JSON.stringify(one.color) === JSON.stringify(first?.color),
  )
  const open = cases.filter(({ status }) => ['open', 'in_progress', 'waiting'].includes(status))
  const newest = open[0] ?? cases[0]
  return {
    shop: pool(words(knowledge.shop.name, ...Object.values(knowledge.shop.facts))),
    clock: pool(clock(now)),
    today: pool(day(now)),
    weekday: pool(number(new Date(now + OFFSET).getUTCDay() || 7)),
    ship: pool(day(...shipping)),
    desk: pool(hours, opening),
    customer: pool(),
    ...orderTruth(order, now),
    item: pool(
      money(item.unitPrice, item.unitPrice * item.quantity, price, (item.unitPrice - price) * item.quantity),
      number(item.quantity),
      words(item.title),
    ),
    product: pool(
      number(product.variants.reduce((sum, { stock }) => sum + stock, 0)),
      pricesOf(product),
      wordsOf(product),
    ),
    variant: pool(
      number(alike.reduce((sum, { stock }) => sum + stock, 0)),
      money(first?.price ?? product.price),
      wordsOf(product),
    ),
    fit: pool(
      number(build.height ?? 0, build.foot ?? 0, round(build.weight ?? 0), round((build.weight ?? 0) * 2)),
      wordsOf(product),
    ),
    picks: pool(number(0, 1), pricesOf(product), wordsOf(product), money(wish.atMost ?? 0), words(...wish.words)),
    pairs: pool(words(product.name)),
    comparison: pool(number(2)),
    ...trueDeal(world, knowledge.selling.bargainCoupon ?? ''),
    basket: pool(number(1, 2), money(world.basket), words(product.name)),
    coupon: pool(
      number(coupons.length),
      trueDeal(world, '').coupon,
      coupons.flatMap(({ kind, off, spend, until }) => [
        ...(kind === 'amount' ? money(off) : number(off, round((100 - off) / 10))),
        ...money(spend),
        ...day(until),
      ]),
    ),
    case: pool(
      number(cases.length, open.length),
      words(newest?.history[0]?.note ?? ''),
      newest ? [`code ${newest.number}`, ...day(newest.createdAt, newest.dueAt), ...clock(newest.dueAt)] : [],
    ),
    slot: pool(number(7731)),
  }
}

function orderTruth(order: Order, now: number): Record<'order' | 'refund' | 'invoice' | 'parcel', ReadonlySet<string>> {
  const { address, parcels, refunds, amounts, history, items } = order
  const since = (at: number, unit: number) => Math.floor((now - at) / unit)
  const moving = parcels.filter(({ status }) => status !== 'delivered')
  const parcel = moving.at(-1) ?? parcels.at(-1)
  const seen = parcel?.events.at(-1)?.at ?? now
  const refund = refunds.at(-1)
  const arrived = parcels.flatMap(({ status, events }) => (status === 'delivered' ? (events.at(-1)?.at ?? []) : []))
  const { phone = '', street = '' } = address ?? {}
  return {
    order: pool(
      [`code ${order.number}`, `code ${phone.slice(0, 3)}****${phone.slice(7)}`],
      money(order.total, amounts?.paid ?? 0, amounts?.shipping ?? 0),
      day(order.placedAt, ...history.map(({ at }) => at)),
      number(items.length, 4, since(order.placedAt, HOUR), ...history.map(({ at }) => since(at, HOUR))),
      number(...[...history.map(({ at }) => at), ...arrived].map((at) => since(at, DAY))),
      number(...items.map(({ quantity }) => quantity)),
      words(
        order.note ?? '',
        ...items.map(({ title }) => title),
        street.slice(0, 4),
        street.slice(0, 5),
        street.slice(0, 6),
      ),
    ),
    refund: pool(money(refund?.amount ?? 0), day(refund?.at ?? now), words(refund?.reason ?? '')),
    invoice: pool(day(order.invoice?.at ?? now)),
    parcel: pool(
      [`code ${parcel?.trackingNumber}`],
      number(parcels.length, since(seen, HOUR), Math.floor(since(seen, HOUR) / 24)),
      day(seen, parcel?.etaAt ?? now),
      clock(seen),
    ),
  }
}

function pricesOf({ price, variants }: Product): Part {
  const prices = variants.map((one) => one.price ?? price).toSorted((a, b) => a - b)
  return money(prices[0] ?? price, prices.at(-1) ?? price)
}

function wordsOf({ name, summary, attributes, variants, sizeTable, tags }: Product): Part {
  const cells = sizeTable?.rows.flatMap((row) => [row.size, ...Object.values(row.cells).map(String)]) ?? []
  const colors = variants.flatMap(({ color, size }) => [color ?? '', size ?? ''])
  const columns = sizeTable ? [sizeTable.unit, ...Object.values(sizeTable.columns)] : []
  return words(name, summary, ...Object.values(attributes), ...colors, ...cells, ...columns, ...tags)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The shop's hours as the owner wrote them, when people are back, and the day on which a new order leaves. */
function calendarOf({ calendar, shop }: KnowledgeBase, now: number) {
  const spans = [...Object.values(calendar.weekly).flat(), ...calendar.days.flatMap(({ open }) => open)]
  const hours = spans.flatMap(({ from, until }) => [`clock ${from}`, `clock ${until}`])
  const closed = (iso: string) =>
    calendar.days.some((days) => days.from <= iso && iso <= days.until && days.open.length === 0)
  const days = Array.from({ length: 30 }, (_, n) => now + n * DAY)
  const openDays = days.filter((at) => !closed(isoDay(at)))
  const [hour = 0, minute = 0] = String(shop.facts['cutoff']).split(':').map(Number)
  const isLate = (now + OFFSET) % DAY >= (hour * 60 + minute) * 60_000
  const leaves = isLate && openDays[0] === now ? openDays[1] : openDays[0]
  return { hours, opening: day(...openDays.slice(0, 2)), shipping: leaves === undefined ? [] : [leaves] }
}
