import type { z } from 'zod'
import type { ShopCoupon, ShopCustomer, ShopDataKind, ShopDataOf, ShopOrder, ShopParcel } from '../domain/shop-data.ts'
import { CouponData, CustomerData, OrderData, ParcelOfOrder, ProductData } from './shop-data.ts'

/** How one kind of the shop's data is read: pushed, imported or pulled. */
export interface ShopDataForm<K extends ShopDataKind> {
  /** The field that says which one it is; the same again replaces. */
  readonly key: string
  /** What is sent. */
  readonly sent: z.ZodObject
  /** What is sent → what the shop's data is here. */
  readonly form: z.ZodType<ShopDataOf[K]>
}

export const SHOP_DATA: { readonly [K in ShopDataKind]: ShopDataForm<K> } = {
  customers: { key: 'id', sent: CustomerData, form: CustomerData.transform(toShopCustomer) },
  products: { key: 'id', sent: ProductData, form: ProductData },
  orders: { key: 'number', sent: OrderData, form: OrderData.transform(toShopOrder) },
  parcels: { key: 'trackingNumber', sent: ParcelOfOrder, form: ParcelOfOrder.transform(toShopParcel) },
  coupons: { key: 'id', sent: CouponData, form: CouponData.transform(toShopCoupon) },
}

function toShopCustomer({ id, ...given }: CustomerData): ShopCustomer {
  return { ...given, shopId: id }
}

function toShopOrder({ customer, items, ...order }: OrderData): ShopOrder {
  return { ...order, shopId: customer, items: items.map(({ product, ...item }) => ({ ...item, productId: product })) }
}

function toShopParcel({ order, ...parcel }: ParcelOfOrder): ShopParcel {
  return { orderNumber: order, parcel }
}

function toShopCoupon({ customer, ...coupon }: CouponData): ShopCoupon {
  return { ...coupon, ...(customer !== undefined && { shopId: customer }) }
}
