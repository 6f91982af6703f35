import type { CustomerId, ProductId } from './ids.ts'
import type { LocalizedText } from './localized-text.ts'

export const ORDER_STATUSES = ['unpaid', 'paid', 'shipped', 'delivered', 'completed', 'closed'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** Money is in minor units (fen, cents) of the order's currency. */
export interface OrderItem {
  readonly productId: ProductId
  readonly sku: string
  readonly title: string
  readonly quantity: number
  readonly unitPrice: number
}

/** Where it goes. `region` is province, city and district as one text. */
export interface Address {
  readonly recipient: string
  readonly phone: string
  readonly region: string
  readonly street: string
}

export interface Amounts {
  readonly goods: number
  readonly shipping: number
  readonly discount: number
  readonly paid: number
}

export const REFUND_STATUSES = ['requested', 'approved', 'paid', 'rejected'] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

export interface Refund {
  readonly id: string
  readonly amount: number
  readonly status: RefundStatus
  /** When the status became what it is. */
  readonly at: number
  readonly reason?: string
}

export interface Invoice {
  readonly kind: 'personal' | 'company'
  readonly title: string
  readonly status: 'requested' | 'issued'
  readonly at: number
  readonly url?: string
}

export interface Order {
  readonly number: string
  readonly customerId: CustomerId
  readonly status: OrderStatus
  readonly currency: string
  readonly total: number
  readonly amounts?: Amounts
  readonly items: readonly OrderItem[]
  readonly placedAt: number
  /** When it came into each status, oldest first; empty where the shop does not say. */
  readonly history: readonly { readonly status: OrderStatus; readonly at: number }[]
  readonly address?: Address
  readonly parcels: readonly Parcel[]
  readonly refunds: readonly Refund[]
  readonly invoice?: Invoice
  readonly note?: string
}

export interface ParcelEvent {
  readonly at: number
  readonly text: string
}

export const PARCEL_STATUSES = ['packed', 'in_transit', 'out_for_delivery', 'delivered'] as const
export type ParcelStatus = (typeof PARCEL_STATUSES)[number]

export interface Parcel {
  readonly trackingNumber: string
  readonly carrier: string
  readonly status: ParcelStatus
  /** Newest last. */
  readonly events: readonly ParcelEvent[]
  readonly etaAt?: number
}

/** Takes `off` from what costs at least `spend`. Money is in minor units of the shop's currency. */
export interface Coupon {
  readonly id: string
  readonly name: LocalizedText
  /** `percent`: `off` is how many in a hundred are taken off. */
  readonly kind: 'amount' | 'percent'
  readonly off: number
  readonly spend: number
  readonly from: number
  readonly until: number
  /** The products it is good for; empty: all. */
  readonly products: readonly ProductId[]
  /** Whose it is; absent: anybody may have it. */
  readonly customerId?: CustomerId
  readonly used: boolean
}

/** When the order came into a status; undefined where it did not, or the shop does not say. */
export function reachedAt(order: Pick<Order, 'history'>, status: OrderStatus): number | undefined {
  return order.history.findLast((change) => change.status === status)?.at
}

/** The parcel that matters: the newest one still on its way, else the newest. */
export function currentParcel(order: Order): Parcel | undefined {
  return order.parcels.findLast((parcel) => parcel.status !== 'delivered') ?? order.parcels.at(-1)
}
