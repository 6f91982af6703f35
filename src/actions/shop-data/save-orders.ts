import type { Order } from '../../domain/commerce.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { ShopOrder } from '../../domain/shop-data.ts'
import type { Stores } from '../../ports/storage.ts'
import { customerOfShop } from './customer-of-shop.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Writes orders; the same number is replaced. An unknown customer begins a record. */
export async function saveOrders(deps: ShopDataDeps, orders: readonly ShopOrder[]): Promise<void> {
  await deps.storage.transaction(async (stores) => {
    const buyers = new Map<string, CustomerId>()
    for (const { shopId, ...order } of orders) {
      const customerId = buyers.get(shopId) ?? (await customerOfShop(deps, stores, shopId)).id
      buyers.set(shopId, customerId)
      await stores.orders.save([{ ...order, customerId, parcels: await parcelsOf(stores, order) }])
    }
  })
}

/** Carriers' news often comes by itself: an order that does not speak of parcels must not take it away. */
async function parcelsOf(stores: Stores, order: Pick<ShopOrder, 'number' | 'parcels'>): Promise<Order['parcels']> {
  return order.parcels ?? (await stores.orders.find(order.number))?.parcels ?? []
}
