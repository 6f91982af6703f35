import type { Customer } from '../../domain/customer.ts'
import type { Stores } from '../../ports/storage.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/**
 * The customer whom the shop knows under this id; an unknown one begins a record. The shop vouches for it,
 * and nobody can chat as this customer without a token that the shop has signed.
 */
export async function customerOfShop(deps: ShopDataDeps, stores: Stores, shopId: string): Promise<Customer> {
  const identity = { kind: 'shop', value: shopId } as const
  const known = await stores.customers.findByIdentity(identity)
  if (known) return known

  const locale = deps.live.written().shop.language
  const { id } = await stores.customers.create({ id: deps.ids.next(), locale, at: deps.clock.now() })
  const begun = await stores.customers.update(id, { verified: true })
  await stores.customers.addIdentity(id, identity)
  // Another server may have tied the same identity in this moment: then that record is the one.
  return (await stores.customers.findByIdentity(identity)) ?? begun
}
