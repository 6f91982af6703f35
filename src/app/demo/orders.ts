import type { Amounts, Invoice, Order, OrderItem, OrderStatus } from '../../domain/commerce.ts'
import { toAmounts, totalOf } from './amounts.ts'
import type { Chance } from './chance.ts'
import type { Days } from './days.ts'
import { type Journey, planJourney } from './parcels.ts'
import type { Person } from './people.ts'
import { DAY, HOUR, MINUTE, type ShopTime } from './shop-time.ts'

/** An order before it has a number: numbers follow the order in which they were placed. */
export interface OrderDraft extends Omit<Order, 'number' | 'customerId'> {
  readonly person: Person
  readonly amounts: Amounts
  /** Of an order whose number is known beforehand. */
  readonly number?: string
}

/** `usual`: paid, sent, delivered, as far as time allows. `expired`: never paid. `cancelled`: paid, and called off. */
export type Fate = 'usual' | 'unpaid' | 'paid' | 'expired' | 'cancelled'

export interface Making {
  readonly time: ShopTime
  readonly days: Days
  readonly currency: string
  /** One unit of the currency, in minor units. */
  readonly unit: number
}

/** Paid by then, it leaves today. */
export const CUTOFF = 16 * 60
const UNPAID_CLOSES = 24 * HOUR
const NOTES = [
  '麻烦放门口鞋柜上，谢谢',
  '送礼用，请不要放价格单',
  '白天上班，尽量晚上或周末送',
  '发货前麻烦检查一下线头',
  '请放菜鸟驿站，不用打电话',
  '孩子在睡觉，请不要敲门',
  '包装麻烦仔细一点',
] as const
const COMPANIES = [
  '杭州青禾里设计有限公司',
  '上海听澜居文化有限公司',
  '苏州枕溪府贸易有限公司',
  '武汉望舒软件有限公司',
] as const

/** What a person orders, and everything that has come of it until now. */
export function makeOrder(
  making: Making,
  chance: Chance,
  wish: { person: Person; items: readonly OrderItem[]; placedAt: number; fate: Fate; isFirst: boolean },
): OrderDraft {
  const { time, currency, unit } = making
  const { person, items, placedAt, fate } = wish
  const plan = planCourse(making, chance, wish)
  const history = plan.history.filter(({ at }) => at <= time.now)
  const isPaid = history.some(({ status }) => status === 'paid')
  const amounts = toAmounts(items, unit, drawCoupon(chance, items, unit, wish.isFirst))
  const total = totalOf(amounts)
  const closedAt = fate === 'cancelled' ? history.find(({ status }) => status === 'closed')?.at : undefined
  const invoice = chance.happens(0.1) && isPaid && fate === 'usual' ? drawInvoice(chance, person, history) : undefined
  return {
    person,
    status: history.at(-1)?.status ?? 'unpaid',
    currency,
    total,
    amounts: { ...amounts, paid: isPaid ? total : 0 },
    items,
    placedAt,
    history,
    address: person.address,
    parcels: plan.journeys.filter(({ shippedAt }) => shippedAt <= time.now).map((journey) => journey.asOf(time.now)),
    refunds:
      closedAt === undefined
        ? []
        : [{ id: toRefundId(chance, time, closedAt), amount: total, status: 'paid', at: closedAt, reason: '不想要了' }],
    ...(invoice && { invoice }),
    ...(chance.happens(0.08) && { note: chance.pick(NOTES) }),
  }
}

export function toRefundId(chance: Chance, time: ShopTime, at: number): string {
  return `TK${time.dateOf(at).replaceAll('-', '')}${chance.int(100_000, 999_999)}`
}

interface Course {
  readonly history: readonly { readonly status: OrderStatus; readonly at: number }[]
  readonly journeys: readonly Journey[]
}

/** The whole course, the future included. */
function planCourse(
  { time, days }: Making,
  chance: Chance,
  { person, items, placedAt, fate }: { person: Person; items: readonly OrderItem[]; placedAt: number; fate: Fate },
): Course {
  const placed = { status: 'unpaid', at: placedAt } as const
  if (fate === 'unpaid') return { history: [placed], journeys: [] }
  if (fate === 'expired') return { history: [placed, { status: 'closed', at: placedAt + UNPAID_CLOSES }], journeys: [] }

  const paidAt = Math.floor(
    placedAt +
      (fate !== 'paid' && chance.happens(0.1) ? chance.between(0.5, 4) * HOUR : chance.between(0.3, 8) * MINUTE),
  )
  const paid = [placed, { status: 'paid', at: paidAt }] as const
  if (fate === 'paid') return { history: paid, journeys: [] }
  if (fate === 'cancelled') {
    return {
      history: [...paid, { status: 'closed', at: paidAt + Math.floor(chance.between(10, 90) * MINUTE) }],
      journeys: [],
    }
  }
  const shippedAt = planShipping(time, days, chance, paidAt)
  const isSplit = items.length > 1 && chance.happens(0.06)
  const sendings = isSplit ? [shippedAt, time.onDayOf(shippedAt, chance.between(15 * 60, 19 * 60), 1)] : [shippedAt]
  const journeys = sendings.map((at) => planJourney(chance, time, person, at))
  const deliveredAt = Math.max(...journeys.map((journey) => journey.deliveredAt))
  // Some confirm by themselves; for the others it is done after a week.
  const waits = chance.happens(0.3) ? chance.between(1, 5) : chance.between(7, 10)
  return {
    history: [
      ...paid,
      { status: 'shipped', at: shippedAt },
      { status: 'delivered', at: deliveredAt },
      { status: 'completed', at: Math.floor(deliveredAt + waits * DAY) },
    ],
    journeys,
  }
}

function planShipping(time: ShopTime, days: Days, chance: Chance, paidAt: number): number {
  const delay = days.isPeak(paidAt) && chance.happens(0.5) ? 1 : 0
  return time.minuteOf(paidAt) < CUTOFF
    ? time.onDayOf(paidAt, chance.between(16.5 * 60, 19 * 60), delay)
    : time.onDayOf(paidAt, chance.between(11 * 60, 18 * 60), 1 + delay)
}

function drawCoupon(chance: Chance, items: readonly OrderItem[], unit: number, isFirst: boolean): number {
  const { goods } = toAmounts(items, unit)
  if (isFirst && goods >= 99 * unit && chance.happens(0.45)) return 10 * unit
  return goods >= 199 * unit && chance.happens(0.12) ? 25 * unit : 0
}

function drawInvoice(chance: Chance, person: Person, history: Order['history']): Invoice {
  const isCompany = chance.happens(0.35)
  const doneAt = history.find(({ status }) => status === 'completed')?.at
  return {
    kind: isCompany ? 'company' : 'personal',
    title: isCompany ? chance.pick(COMPANIES) : person.name,
    status: doneAt === undefined ? 'requested' : 'issued',
    at: doneAt ?? history.at(1)?.at ?? 0,
  }
}
