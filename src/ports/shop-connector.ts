import type { Parcel } from '../domain/commerce.ts'
import type { ShopCoupon, ShopCustomer, ShopOrder } from '../domain/shop-data.ts'
import type { PushedProduct } from '../domain/with-pushed.ts'

export interface ShopProductPage {
  readonly products: readonly PushedProduct[]
  /** What to ask for the page after this one; absent: this is the last. */
  readonly next?: string
}

/**
 * The shop's own system, asked while somebody waits: a call answers soon or throws a `ShopError`, nothing else.
 * What the shop does not know is `undefined`. What was asked a moment ago comes as the same object again.
 */
export interface ShopConnector {
  findCustomer(shopId: string): Promise<ShopCustomer | undefined>
  /** Newest first; all of them this customer's. */
  listOrders(shopId: string, limit: number): Promise<readonly ShopOrder[] | undefined>
  findOrder(number: string): Promise<ShopOrder | undefined>
  listProducts(cursor?: string): Promise<ShopProductPage | undefined>
  findParcel(trackingNumber: string): Promise<Parcel | undefined>
  /** This customer's and everybody's. */
  listCoupons(shopId: string): Promise<readonly ShopCoupon[] | undefined>
}

/**
 * `resting`: the shop was not asked, for it has failed several times running a moment ago. `inner_address`: nor was it where its
 * name leads into one's own network and that is not allowed.
 */
export type ShopErrorReason =
  | 'timeout'
  | 'network'
  | 'status'
  | 'redirect'
  | 'too_large'
  | 'invalid'
  | 'resting'
  | 'inner_address'

/** Why the shop could not be asked, or what is wrong with its answer. The message names the call, and the field. */
export class ShopError extends Error {
  readonly reason: ShopErrorReason
  /** The HTTP status, where the reason is `status`. */
  readonly status: number | undefined

  constructor(call: string, reason: ShopErrorReason, detail: { text: string; status?: number; cause?: unknown }) {
    super(`${call}: ${detail.text}`, { cause: detail.cause })
    this.name = 'ShopError'
    this.reason = reason
    this.status = detail.status
  }
}
