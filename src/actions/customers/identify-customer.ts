import type { Customer, VerifiedIdentity } from '../../domain/customer.ts'
import type { Deps } from '../deps.ts'

/**
 * Joins a visitor to the customer that the shop says it is. An anonymous record is merged and nothing of it is lost;
 * a record that is verified as somebody else stays as it is, for browsers are shared.
 */
export async function identifyCustomer(deps: Deps, visitor: Customer, identity: VerifiedIdentity): Promise<Customer> {
  const known = await deps.storage.customers.findByIdentity({ kind: 'shop', value: identity.shopId })
  if (known?.id === visitor.id) return known

  const target = known ?? (visitor.verified ? await createFor(deps, visitor) : visitor)
  const customer = await deps.storage.transaction(async (stores) => {
    if (known && !visitor.verified) await stores.customers.merge(visitor.id, known.id)
    await stores.customers.addIdentity(target.id, { kind: 'shop', value: identity.shopId })
    return stores.customers.update(target.id, {
      verified: true,
      ...(identity.name !== undefined && { name: identity.name }),
      ...(identity.phone !== undefined && { phone: identity.phone }),
      ...(identity.email !== undefined && { email: identity.email }),
    })
  })
  if (known && !visitor.verified) deps.publisher.publish({ type: 'customers.merged', from: visitor.id, into: known.id })
  return customer
}

function createFor(deps: Deps, visitor: Customer): Promise<Customer> {
  return deps.storage.customers.create({ id: deps.ids.next(), locale: visitor.locale, at: deps.clock.now() })
}
