import {
  currentParcel,
  type Order,
  type OrderItem,
  type OrderStatus,
  type Parcel,
  type Refund,
  reachedAt,
} from '../commerce.ts'
import type { Facts } from '../conditions.ts'
import { maskAddress, maskName, maskPhone } from '../customer.ts'
import type { Product } from '../knowledge.ts'
import { formatMoney, statusText } from '../present.ts'
import { dayText, listText, momentText, type Speech } from './say.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What may be said of an order to whom it belongs. Phone and address are masked: the chat may be read over a shoulder. */
export function orderFacts(order: Order, visible: number, speech: Speech): Facts {
  const money = (amount: number) => formatMoney(amount, order.currency, speech.locale)
  const delivered = reachedAt(order, 'delivered') ?? deliveredAt(order)
  const paid = reachedAt(order, 'paid')
  return {
    'order.number': order.number,
    'order.status': order.status,
    'order.status_text': statusText(order.status, speech.locale),
    'order.total': money(order.total),
    'order.placed_on': dayText(order.placedAt, speech),
    'order.items': itemsText(order, speech),
    'order.item_count': order.items.length,
    'order.count': visible,
    'order.hours_since_placed': Math.floor((speech.now - order.placedAt) / HOUR),
    ...(order.amounts && { 'order.paid': money(order.amounts.paid), 'order.shipping': money(order.amounts.shipping) }),
    ...(paid !== undefined && {
      'order.hours_since_paid': Math.floor((speech.now - paid) / HOUR),
      'order.days_since_paid': Math.floor((speech.now - paid) / DAY),
    }),
    ...dates(order, speech),
    ...(delivered !== undefined && { 'order.days_since_delivered': Math.floor((speech.now - delivered) / DAY) }),
    ...(order.address && {
      'order.recipient': maskName(order.address.recipient),
      'order.phone': maskPhone(order.address.phone),
      'order.address': `${order.address.region}${maskAddress(order.address.street)}`,
    }),
    ...(order.note !== undefined && { 'order.note': order.note }),
    ...refundFacts(order, speech),
    ...(order.invoice && {
      'invoice.status': order.invoice.status,
      'invoice.title': order.invoice.title,
      'invoice.on': dayText(order.invoice.at, speech),
    }),
  }
}

export function itemsText(order: Order, speech: Pick<Speech, 'locale'>): string {
  return listText(
    order.items.map(({ title, quantity }) => `${title}${title.endsWith('）') ? '' : ' '}×${quantity}`),
    speech,
  )
}

/** What is in an order in a few words, as a button may hold. */
export function itemsBrief({ items }: Order, { locale }: Pick<Speech, 'locale'>): string {
  const [first, ...others] = items
  const title = first?.title ?? ''
  if (others.length === 0) return title
  return locale === 'zh' ? `${title}等 ${items.length} 件` : `${title} + ${others.length} more`
}

const DATED: readonly OrderStatus[] = ['paid', 'shipped', 'delivered', 'completed', 'closed']

function dates(order: Order, speech: Speech): Facts {
  return Object.fromEntries(
    DATED.flatMap((status) => {
      const at = reachedAt(order, status)
      return at === undefined ? [] : [[`order.${status}_on`, dayText(at, speech)] as const]
    }),
  )
}

/** A shop that tells no history still tells what the carrier saw. */
function deliveredAt({ status, parcels }: Order): number | undefined {
  if (status !== 'delivered' && status !== 'completed') return undefined
  return parcels.flatMap((parcel) => (parcel.status === 'delivered' ? (parcel.events.at(-1)?.at ?? []) : [])).at(-1)
}

const REFUND_TEXTS: Readonly<Record<Refund['status'], { zh: string; en: string }>> = {
  requested: { zh: '审核中', en: 'being reviewed' },
  approved: { zh: '已通过，正在退款', en: 'approved, on its way back' },
  paid: { zh: '已退回原支付账户', en: 'paid back to where it came from' },
  rejected: { zh: '未通过', en: 'not approved' },
}

function refundFacts({ refunds, currency }: Order, speech: Speech): Facts {
  const last = refunds.at(-1)
  if (!last) return {}
  return {
    'refund.amount': formatMoney(last.amount, currency, speech.locale),
    'refund.status': last.status,
    'refund.status_text': REFUND_TEXTS[last.status][speech.locale],
    'refund.on': dayText(last.at, speech),
    ...(last.reason !== undefined && { 'refund.reason': last.reason }),
  }
}

/** The parcel that matters, or the one that is named. */
export function parcelFacts(order: Order, stuckHours: number, speech: Speech): Facts {
  const parcel = currentParcel(order)
  if (!parcel) return {}
  const last = parcel.events.at(-1)
  const quiet = last && Math.floor((speech.now - last.at) / HOUR)
  return {
    'parcel.carrier': parcel.carrier,
    'parcel.number': parcel.trackingNumber,
    'parcel.status': parcel.status,
    'parcel.count': order.parcels.length,
    ...(last && {
      'parcel.last_event': last.text,
      'parcel.last_event_at': momentText(last.at, speech),
    }),
    ...(quiet !== undefined && {
      'parcel.quiet_hours': quiet,
      'parcel.quiet_days': Math.floor(quiet / 24),
      'parcel.stuck': isMoving(parcel) && quiet >= stuckHours,
    }),
    ...(parcel.etaAt !== undefined &&
      parcel.etaAt > speech.now - DAY && { 'parcel.eta': dayText(parcel.etaAt, speech) }),
  }
}

function isMoving({ status }: Parcel): boolean {
  return status !== 'delivered'
}

/** The item that a flow has chosen, with what it costs today. */
export function itemFacts(item: OrderItem, product: Product | undefined, order: Order, speech: Speech): Facts {
  const money = (amount: number) => formatMoney(amount, order.currency, speech.locale)
  const price = product && (product.variants.find(({ sku }) => sku === item.sku)?.price ?? product.price)
  const drop = price === undefined ? 0 : Math.max(0, item.unitPrice - price)
  return {
    'item.title': item.title,
    'item.quantity': item.quantity,
    'item.price': money(item.unitPrice),
    'item.total': money(item.unitPrice * item.quantity),
    'item.hygiene': product?.hygiene ?? false,
    ...(price !== undefined && { 'item.price_now': money(price), 'item.cheaper_now': drop > 0 }),
    ...(drop > 0 && { 'item.price_drop': money(drop * item.quantity) }),
  }
}
