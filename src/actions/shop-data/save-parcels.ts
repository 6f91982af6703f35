import { AppError } from '../../domain/errors.ts'
import type { ShopParcel } from '../../domain/shop-data.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Puts parcels on their orders, or replaces those with the same tracking number; throws `order_not_found`. */
export async function saveParcels(deps: ShopDataDeps, parcels: readonly ShopParcel[]): Promise<void> {
  await deps.storage.transaction(async (stores) => {
    for (const { orderNumber, parcel } of parcels) {
      if (await stores.orders.saveParcel(orderNumber, parcel)) continue

      throw new AppError('order_not_found', {
        message: `order: there is no order ${orderNumber}. Push the order before its parcels.`,
      })
    }
  })
}
