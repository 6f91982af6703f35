import type { Customer } from '../../domain/customer.ts'
import type { ShopCoupon, ShopCustomer, ShopOrder } from '../../ports/shop-connector.ts'
import type { CustomerPatch } from '../../ports/storage.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** What has been stored: an answer that the connector remembered must not undo what the shop has pushed since. */
const stored = new WeakSet<object>()

async function once(answer: object, store: () => Promise<void>): Promise<void> {
  if (stored.has(answer)) return
  await store()
  stored.add(answer)
}

/** Stores orders under whoever has that id in the shop now: records may have been merged while the shop was asked. */
export async function storeOrders(
  deps: Deps,
  shopId: string,
  answer: ShopOrder | readonly ShopOrder[] | undefined,
): Promise<void> {
  const owner = await findOwner(deps, shopId)
  if (!owner || !answer) return

  const orders = [answer].flat().map(({ customer: _, ...order }) => ({ ...order, customerId: owner.id }))
  await once(answer, () => deps.storage.orders.save(orders))
}

export async function storeCoupons(
  deps: Deps,
  shopId: string,
  answer: readonly ShopCoupon[] | undefined,
): Promise<void> {
  const owner = await findOwner(deps, shopId)
  if (!owner || !answer) return

  const coupons = answer.map(({ customer, ...coupon }) => ({
    ...coupon,
    ...(customer !== undefined && { customerId: owner.id }),
  }))
  await once(answer, () => deps.storage.coupons.save(coupons))
}

/** Writes into the record what the shop says otherwise. */
export async function storeCustomer(deps: Deps, answer: ShopCustomer | undefined): Promise<void> {
  const customer = answer && (await findOwner(deps, answer.id))
  if (!customer) return

  await once(answer, async () => {
    const patch = changesTo(customer, answer)
    if (Object.keys(patch).length === 0) return

    await deps.storage.customers.update(customer.id, patch)
    const current = await deps.storage.conversations.findCurrent(customer.id)
    if (current) await publishConversation(deps, current.id)
  })
}

/** A record for somebody whom only the shop knows so far; whoever has one keeps it. */
export async function beginRecord(deps: Deps, shopId: string): Promise<void> {
  const identity = { kind: 'shop', value: shopId } as const
  const locale = deps.live.current().knowledge.shop.language
  await deps.storage.transaction(async (stores) => {
    if (await stores.customers.findByIdentity(identity)) return

    const { id } = await stores.customers.create({ id: deps.ids.next(), locale, at: deps.clock.now() })
    await stores.customers.addIdentity(id, identity)
    await stores.customers.update(id, { verified: true })
  })
}

function findOwner({ storage }: Deps, shopId: string): Promise<Customer | undefined> {
  return storage.customers.findByIdentity({ kind: 'shop', value: shopId })
}

/** Tags are added, never taken away: people's own stand beside the shop's. */
function changesTo(customer: Customer, { name, phone, email, tier, tags = [] }: ShopCustomer): CustomerPatch {
  const added = tags.filter((tag) => !customer.tags.includes(tag))
  return {
    ...(name !== undefined && name !== customer.name && { name }),
    ...(phone !== undefined && phone !== customer.phone && { phone }),
    ...(email !== undefined && email !== customer.email && { email }),
    ...(tier !== undefined && tier !== customer.tier && { tier }),
    ...(added.length > 0 && { tags: [...customer.tags, ...added] }),
  }
}
