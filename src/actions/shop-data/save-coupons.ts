import type { ShopCoupon } from '../../domain/shop-data.ts'
import { customerOfShop } from './customer-of-shop.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Writes coupons; the same id is replaced. An unknown customer begins a record. */
export async function saveCoupons(deps: ShopDataDeps, coupons: readonly ShopCoupon[]): Promise<void> {
  await deps.storage.transaction(async (stores) => {
    for (const { shopId, ...coupon } of coupons) {
      const owner = shopId === undefined ? undefined : await customerOfShop(deps, stores, shopId)
      await stores.coupons.save([{ ...coupon, ...(owner && { customerId: owner.id }) }])
    }
  })
}
