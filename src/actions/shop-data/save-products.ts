import { AppError } from '../../domain/errors.ts'
import { listMissing, type NeededField, type PushedProduct } from '../../domain/with-pushed.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Writes what the shop says of its products, and serves it from now on. Throws `invalid_input` as `storeProducts` does. */
export async function saveProducts(deps: ShopDataDeps, products: readonly PushedProduct[]): Promise<void> {
  await storeProducts(deps, products)
  await deps.live.refreshProducts()
}

/** Writes them without serving them yet; throws `invalid_input` for one that nobody wrote and that is not whole. */
export async function storeProducts(deps: ShopDataDeps, products: readonly PushedProduct[]): Promise<void> {
  for (const product of products) {
    const lacking = listLacking(deps, product)
    if (lacking.length === 0) continue

    throw new AppError('invalid_input', {
      message: `${lacking.join(', ')}: missing. The knowledge has no product "${product.id}", so it must be told whole.`,
    })
  }
  await deps.storage.transaction((stores) => stores.products.save(products))
}

/** What a product lacks before it can be stored: nothing where the owner wrote it. */
export function listLacking({ live }: ShopDataDeps, product: PushedProduct): readonly NeededField[] {
  return live.written().products.has(product.id) ? [] : listMissing(product)
}
