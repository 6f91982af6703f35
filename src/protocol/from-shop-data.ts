import type { Parcel } from '../domain/commerce.ts'
import type { PushedProduct } from '../domain/with-pushed.ts'
import type { ShopCoupon, ShopCustomer, ShopOrder } from '../ports/shop-connector.ts'
import type { CouponData, CustomerData, OrderData, ParcelData, ProductData } from './shop-data.ts'

/** The same without `undefined` in its optional fields: JSON has none, so what was left out is not there. */
type FromJson<T> = T extends object ? { [K in keyof T]: FromJson<Exclude<T[K], undefined>> } : T

function fromJson<T extends object>(data: T): FromJson<T> {
  return data as FromJson<T>
}

export function toShopCustomer(data: CustomerData): ShopCustomer {
  return fromJson(data)
}

export function toShopOrder(data: OrderData): ShopOrder {
  const { items, parcels, ...order } = fromJson(data)
  return {
    ...order,
    parcels: parcels ?? [],
    items: items.map(({ product, ...item }) => ({ productId: product, ...item })),
  }
}

export function toParcel(data: ParcelData): Parcel {
  return fromJson(data)
}

export function toShopCoupon(data: CouponData): ShopCoupon {
  return fromJson(data)
}

export function toPushedProduct(data: ProductData): PushedProduct {
  return fromJson(data)
}
