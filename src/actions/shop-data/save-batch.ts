import { AppError } from '../../domain/errors.ts'
import type { ShopDataKind, ShopDataOf } from '../../domain/shop-data.ts'
import { saveCoupons } from './save-coupons.ts'
import { saveCustomers } from './save-customers.ts'
import { saveOrders } from './save-orders.ts'
import { saveParcels } from './save-parcels.ts'
import { storeProducts } from './save-products.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

type Store<K extends ShopDataKind> = (deps: ShopDataDeps, items: readonly ShopDataOf[K][]) => Promise<void>

const STORES: { readonly [K in ShopDataKind]: Store<K> } = {
  customers: saveCustomers,
  products: storeProducts,
  orders: saveOrders,
  parcels: saveParcels,
  coupons: saveCoupons,
}

/** One that was refused, by its place in the batch, and why. */
export interface Refusal {
  readonly index: number
  readonly error: AppError
}

export interface Batch<K extends ShopDataKind> {
  readonly kind: K
  readonly items: readonly ShopDataOf[K][]
}

/** Saves a batch in one transaction; where one of it is refused, each by itself, so that it stops none of the others. */
export async function saveBatch<K extends ShopDataKind>(
  deps: ShopDataDeps,
  { kind, items }: Batch<K>,
): Promise<readonly Refusal[]> {
  const store: Store<K> = STORES[kind]
  const whole = await refusalOf(store(deps, items))
  const refusals: Refusal[] = []
  if (whole) {
    for (const [index, item] of items.entries()) {
      const error = await refusalOf(store(deps, [item]))
      if (error) refusals.push({ index, error })
    }
  }
  if (kind === 'products') await deps.live.refreshProducts()
  return refusals
}

async function refusalOf(work: Promise<void>): Promise<AppError | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
