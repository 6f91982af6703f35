import { z } from 'zod'
import type { ShopConnector } from '../../ports/shop-connector.ts'
import { toParcel, toPushedProduct, toShopCoupon, toShopCustomer, toShopOrder } from '../../protocol/from-shop-data.ts'
import { CouponData, CustomerData, OrderData, ParcelData, ProductData } from '../../protocol/shop-data.ts'
import { createAsker, type World } from './ask-shop.ts'
import type { ShopApi } from './get-json.ts'

const PRODUCTS_PER_PAGE = 100

const OrderList = z.strictObject({ orders: z.array(OrderData) })
const CouponList = z.strictObject({ coupons: z.array(CouponData) })
const ProductList = z.strictObject({ products: z.array(ProductData), next: z.string().min(1).max(500).optional() })

/** Pulls from the shop's own API. What comes back was asked for, has the right form, and is at most a minute old. */
export function createShopConnector(api: ShopApi, world: World): ShopConnector {
  const { pull, ask } = createAsker(api, world)

  return {
    findCustomer: (id) => {
      const schema = CustomerData.refine((one) => one.id === id, { path: ['id'], error: OTHER })
      return ask({ path: '/customers/{id}', key: id, schema }, 30, toShopCustomer)
    },
    listOrders: (id, limit) => {
      const schema = OrderList.superRefine(({ orders }, context) => ownOnly(context, 'orders', orders, id))
      const request = { path: '/customers/{id}/orders', key: id, query: { limit: String(limit) }, schema }
      return ask(request, 30, ({ orders }) =>
        orders
          .map(toShopOrder)
          .toSorted((a, b) => b.placedAt - a.placedAt)
          .slice(0, limit),
      )
    },
    findOrder: (number) => {
      const schema = OrderData.refine((one) => isSameCode(one.number, number), { path: ['number'], error: OTHER })
      return ask({ path: '/orders/{number}', key: number, schema }, 30, toShopOrder)
    },
    listProducts: async (cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), limit: String(PRODUCTS_PER_PAGE) }
      const page = await pull({ path: '/products', query, schema: ProductList })
      return (
        page && { products: page.products.map(toPushedProduct), ...(page.next !== undefined && { next: page.next }) }
      )
    },
    findParcel: (number) => {
      const isAsked = (one: ParcelData) => isSameCode(one.trackingNumber, number)
      const schema = ParcelData.refine(isAsked, { path: ['trackingNumber'], error: OTHER })
      return ask({ path: '/parcels/{trackingNumber}', key: number, schema }, 60, toParcel)
    },
    listCoupons: (id) => {
      const schema = CouponList.superRefine(({ coupons }, context) => ownOnly(context, 'coupons', coupons, id))
      return ask({ path: '/customers/{id}/coupons', key: id, schema }, 60, ({ coupons }) => coupons.map(toShopCoupon))
    },
  }
}

const OTHER = 'is not what was asked for'

/** Somebody else's orders must never come into a customer's record because the shop's API has a bug. */
function ownOnly(
  context: z.RefinementCtx,
  list: string,
  things: readonly { readonly customer?: string | undefined }[],
  customer: string,
): void {
  for (const [index, thing] of things.entries()) {
    if (thing.customer === undefined || thing.customer === customer) continue
    context.addIssue({ code: 'custom', path: [list, index, 'customer'], message: OTHER })
  }
}

/** Shoppers write the letters of a number as they like. */
function isSameCode(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}
