import type { Thread } from '../../domain/events.ts'
import type { ShopCustomer } from '../../domain/shop-data.ts'
import type { Stores } from '../../ports/storage.ts'
import { customerOfShop } from './customer-of-shop.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** Writes what the shop says of its customers into their records; what it leaves out stays. */
export async function saveCustomers(deps: ShopDataDeps, customers: readonly ShopCustomer[]): Promise<void> {
  const changed = await deps.storage.transaction(async (stores) => {
    const threads = []
    for (const one of customers) threads.push(await saveCustomer(deps, stores, one))
    return threads
  })
  for (const thread of changed) {
    if (thread) deps.publisher.publish({ type: 'conversation.changed', ...thread })
  }
}

/** The conversation in which people now see another customer than before, if there is one. */
async function saveCustomer(
  deps: ShopDataDeps,
  stores: Stores,
  { shopId, ...given }: ShopCustomer,
): Promise<Thread | undefined> {
  const known = await customerOfShop(deps, stores, shopId)
  const customer = await stores.customers.update(known.id, { ...given, verified: true })
  if (JSON.stringify(customer) === JSON.stringify(known)) return undefined

  const conversation = await stores.conversations.findCurrent(customer.id)
  return conversation && { conversation, customer }
}
