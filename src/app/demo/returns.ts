import { type OrderItem, type Refund, reachedAt } from '../../domain/commerce.ts'
import { refundFor } from './amounts.ts'
import { type CaseStory, RETURN_APPROVED, tellReturn } from './case-story.ts'
import { type Chance, createChance, draw } from './chance.ts'
import type { Numbered } from './number-orders.ts'
import { toRefundId } from './orders.ts'
import type { Shelf } from './shelf.ts'
import { DAY, HOUR, type ShopTime } from './shop-time.ts'

/** Of all orders. */
const RETURNED = 0.07
/** Of the last days: not settled yet, as things are in a shop. */
const STILL_OPEN = 2
/** Only since then there has been somebody who opens cases. */
export const CASES_SINCE = 210 * DAY

const REASONS = {
  worn: ['尺码偏小', '尺码偏大', '颜色与预期不符', '上身效果不满意', '不想要了'],
  used: ['不想要了', '买重了', '外观有划痕', '与描述不符'],
} as const

/** Which of an order's goods go back, why, and when they do. */
interface Return {
  readonly order: Numbered
  readonly items: readonly OrderItem[]
  readonly reason: string
  readonly askedAt: number
  readonly approvedAt: number
  readonly arrivedAt: number
  readonly paidAt: number
}

/** Lets one order in fourteen come back, and tells the cases. */
export function returnSome(
  orders: readonly Numbered[],
  shelf: Shelf,
  time: ShopTime,
): { readonly orders: readonly Numbered[]; readonly cases: readonly CaseStory[] } {
  const chance = createChance('returns')
  const able = orders.filter((order) => canGoBack(order, shelf, time))
  const [newest, others] = splitNewest(able)
  const count = Math.max(0, Math.round(orders.length * RETURNED) - newest.length)
  const drawn = draw(chance, others, count, ({ items }) => (items.some((item) => isWorn(item, shelf)) ? 3 : 1))
  const returns = new Map(
    [...newest, ...drawn].map((order) => [order.number, planReturn(chance, order, shelf, time)] as const),
  )
  return {
    orders: orders.map((order) => {
      const back = returns.get(order.number)
      return back ? withReturn(chance, back, time) : order
    }),
    cases: [...returns.values()]
      .filter(({ askedAt }) => time.now - askedAt < CASES_SINCE)
      .map((back) => tellCourse(back, time.now)),
  }
}

function canGoBack(order: Numbered, shelf: Shelf, time: ShopTime): boolean {
  const isOld = time.now - (reachedAt(order, 'delivered') ?? time.now) > DAY
  return isOld && order.refunds.length === 0 && order.items.some((item) => !isHygiene(item, shelf))
}

function isHygiene({ productId }: OrderItem, shelf: Shelf): boolean {
  return shelf.find(productId)?.product.hygiene === true
}

/** Whether it has a size that may not fit. */
export function isWorn({ productId }: OrderItem, shelf: Shelf): boolean {
  return shelf.find(productId)?.sizedBy !== 'none'
}

export function deliveredAt(order: Numbered): number {
  return reachedAt(order, 'delivered') ?? order.placedAt
}

/** Those that came last, whose cases go on, and the others. */
export function splitNewest(orders: readonly Numbered[]): [newest: readonly Numbered[], others: readonly Numbered[]] {
  const newest = orders.toSorted((one, other) => deliveredAt(other) - deliveredAt(one)).slice(0, STILL_OPEN)
  return [newest, orders.filter((order) => !newest.includes(order))]
}

function planReturn(chance: Chance, order: Numbered, shelf: Shelf, time: ShopTime): Return {
  const able = order.items.filter((item) => !isHygiene(item, shelf))
  const one = able.length > 1 && chance.happens(0.7) ? chance.weighted(able, () => 1) : undefined
  const items = one ? [one] : able
  const since = deliveredAt(order)
  const askedAt = Math.floor(since + Math.min(chance.between(0.2, 5) * DAY, (time.now - since) * 0.8))
  const approvedAt = time.atWork(askedAt + chance.between(0.3, 4) * HOUR)
  const arrivedAt = time.atWork(approvedAt + chance.between(3, 6) * DAY)
  const paidAt = time.atWork(arrivedAt + chance.between(2, 30) * HOUR)
  const reason = chance.pick(items.some((item) => isWorn(item, shelf)) ? REASONS.worn : REASONS.used)
  return { order, items, reason, askedAt, approvedAt, arrivedAt, paidAt }
}

/** While something is going back, an order does not complete by itself; when all of it has gone back, it is closed. */
function withReturn(chance: Chance, back: Return, time: ShopTime): Numbered {
  const { order, items, reason, askedAt, approvedAt, paidAt } = back
  const { invoice, ...rest } = order
  const [status, at] = statusOf(back, time.now)
  const isWhole = items.length === order.items.length
  const isOver = status === 'paid'
  const history = order.history.flatMap((change) => {
    if (change.status !== 'completed' || (!isWhole && change.at < approvedAt)) return [change]
    return isOver && !isWhole ? [{ ...change, at: Math.max(change.at, paidAt) }] : []
  })
  if (isOver && isWhole) history.push({ status: 'closed', at: paidAt })
  return {
    ...rest,
    history,
    status: history.at(-1)?.status ?? order.status,
    refunds: [{ id: toRefundId(chance, time, askedAt), amount: refundFor(items, order.amounts), status, at, reason }],
    ...(invoice && history.some((change) => change.status === 'completed') && { invoice }),
  }
}

function statusOf({ askedAt, approvedAt, paidAt }: Return, now: number): [Refund['status'], number] {
  if (paidAt <= now) return ['paid', paidAt]
  return approvedAt <= now ? ['approved', approvedAt] : ['requested', askedAt]
}

function tellCourse({ askedAt, approvedAt, arrivedAt, paidAt, ...asked }: Return, now: number): CaseStory {
  return tellReturn(
    { ...asked, at: askedAt },
    [
      [approvedAt, 'waiting', 'agent', RETURN_APPROVED],
      [arrivedAt, 'in_progress', 'agent', '仓库已收到寄回的商品，正在质检'],
      [paidAt, 'resolved', 'agent', '质检通过，退款已原路退回，1–3 个工作日到账'],
    ],
    now,
  )
}
