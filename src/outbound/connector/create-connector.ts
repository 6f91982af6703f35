import { z } from 'zod'
import type { Parcel } from '../../domain/commerce.ts'
import type { ShopConnector } from '../../ports/shop-connector.ts'
import { ParcelData } from '../../protocol/shop-data.ts'
import { SHOP_DATA } from '../../protocol/shop-data-to-domain.ts'
import { createAsker, type World } from './ask-shop.ts'
import type { ShopApi } from './get-json.ts'

const PRODUCTS_PER_PAGE = 100

const Customer = SHOP_DATA.customers.form
const Order = SHOP_DATA.orders.form
const OrderList = z.strictObject({ orders: z.array(Order) })
const CouponList = z.strictObject({ coupons: z.array(SHOP_DATA.coupons.form) })
const ProductList = z.strictObject({
  products: z.array(SHOP_DATA.products.form),
  next: z.string().min(1).max(500).exactOptional(),
})

/** Pulls from the shop's own API. What comes back was asked for, has the right form, and is at most a minute old. */
export function createShopConnector(api: ShopApi, world: World): ShopConnector {
  const { pull, ask } = createAsker(api, world)

  return {
    findCustomer: (shopId) => {
      const schema = Customer.refine((one) => one.shopId === shopId, { path: ['id'], error: OTHER })
      return ask({ path: '/customers/{id}', key: shopId, schema }, 30)
    },
    listOrders: (shopId, limit) => {
      const schema = OrderList.superRefine(({ orders }, context) =>
        ownOnly(context, 'orders', orders, shopId),
      ).transform(({ orders }) => orders.toSorted((a, b) => b.placedAt - a.placedAt).slice(0, limit))
      return ask({ path: '/customers/{id}/orders', key: shopId, query: { limit: String(limit) }, schema }, 30)
    },
    findOrder: (number) => {
      const schema = Order.refine((one) => isSameCode(one.number, number), { path: ['number'], error: OTHER })
      return ask({ path: '/orders/{number}', key: number, schema }, 30)
    },
    listProducts: (cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), limit: String(PRODUCTS_PER_PAGE) }
      return pull({ path: '/products', query, schema: ProductList })
    },
    findParcel: (number) => {
      const isAsked = (one: Parcel) => isSameCode(one.trackingNumber, number)
      const schema = ParcelData.refine(isAsked, { path: ['trackingNumber'], error: OTHER })
      return ask({ path: '/parcels/{trackingNumber}', key: number, schema }, 60)
    },
    listCoupons: (shopId) => {
      const schema = CouponList.superRefine(({ coupons }, context) =>
        ownOnly(context, 'coupons', coupons, shopId),
      ).transform(({ coupons }) => coupons)
      return ask({ path: '/customers/{id}/coupons', key: shopId, schema }, 60)
    },
  }
}

const OTHER = 'is not what was asked for'

/** Somebody else's orders must never come into a customer's record because the shop's API has a bug. */
function ownOnly(
  context: z.RefinementCtx,
  list: string,
  things: readonly { readonly shopId?: string }[],
  shopId: string,
): void {
  for (const [index, thing] of things.entries()) {
    if (thing.shopId === undefined || thing.shopId === shopId) continue
    context.addIssue({ code: 'custom', path: [list, index, 'customer'], message: OTHER })
  }
}

/** Shoppers write the letters of a number as they like. */
function isSameCode(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}
