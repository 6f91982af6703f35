import type { ShopCustomer } from '../../domain/shop-data.ts'
import { saveCustomers } from './save-customers.ts'
import type { ShopDataDeps } from './shop-data-deps.ts'

/** What has been stored: an answer that the connector remembered must not undo what the shop has pushed since. */
const stored = new WeakSet<object>()

/** Stores what the shop answered, unless this very answer was stored before or there is none. */
export async function storeOnce<T extends object>(
  answer: T | undefined,
  store: (answer: T) => Promise<void>,
): Promise<void> {
  if (!answer || stored.has(answer)) return

  await store(answer)
  stored.add(answer)
}

/** Writes into the record what the shop answered of a customer. Tags are added, never taken away: people's own stand beside the shop's. */
export async function storeCustomer(deps: ShopDataDeps, answer: ShopCustomer | undefined): Promise<void> {
  await storeOnce(answer, async ({ tags = [], ...said }) => {
    const known = await deps.storage.customers.findByIdentity({ kind: 'shop', value: said.shopId })
    const kept = known?.tags ?? []
    const added = tags.filter((tag) => !kept.includes(tag))
    await saveCustomers(deps, [{ ...said, ...(added.length > 0 && { tags: [...kept, ...added] }) }])
  })
}
