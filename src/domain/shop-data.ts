import type { Coupon, Order, Parcel } from './commerce.ts'
import type { Customer } from './customer.ts'
import type { PushedProduct } from './with-pushed.ts'

/** What the shop's own system may tell of, in the order in which it is best told: an order before its parcels. */
export const SHOP_DATA_KINDS = ['customers', 'products', 'orders', 'parcels', 'coupons'] as const
export type ShopDataKind = (typeof SHOP_DATA_KINDS)[number]

/** A customer as the shop's own system knows one; what is left out stays as it is. */
export type ShopCustomer = { readonly shopId: string } & Partial<
  Pick<Customer, 'name' | 'phone' | 'email' | 'tier' | 'tags'>
>

/** `shopId` is the buyer's id in the shop. Without `parcels`, those that are known stay. */
export type ShopOrder = Omit<Order, 'customerId' | 'parcels'> & {
  readonly shopId: string
  readonly parcels?: readonly Parcel[]
}

/** A parcel that is told by itself says whose it is. */
export interface ShopParcel {
  readonly orderNumber: string
  readonly parcel: Parcel
}

/** Without `shopId` it is anybody's. */
export type ShopCoupon = Omit<Coupon, 'customerId'> & { readonly shopId?: string }

export interface ShopDataOf {
  readonly customers: ShopCustomer
  readonly products: PushedProduct
  readonly orders: ShopOrder
  readonly parcels: ShopParcel
  readonly coupons: ShopCoupon
}
