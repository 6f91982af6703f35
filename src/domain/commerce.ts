import type { CustomerId } from './ids.ts'

export const ORDER_STATUSES = ['unpaid', 'paid', 'shipped', 'delivered', 'completed', 'closed'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** Money is in minor units (fen, cents) of the order's currency. */
export interface OrderItem {
  readonly productId: string
  readonly sku: string
  readonly title: string
  readonly quantity: number
  readonly unitPrice: number
}

export interface Order {
  readonly number: string
  readonly customerId: CustomerId
  readonly status: OrderStatus
  readonly currency: string
  readonly total: number
  readonly items: readonly OrderItem[]
  readonly placedAt: number
  readonly parcels: readonly Parcel[]
}

export interface ParcelEvent {
  readonly at: number
  readonly text: string
}

export interface Parcel {
  readonly trackingNumber: string
  readonly carrier: string
  readonly status: 'packed' | 'in_transit' | 'out_for_delivery' | 'delivered'
  /** Newest last. */
  readonly events: readonly ParcelEvent[]
  readonly etaAt?: number
}
