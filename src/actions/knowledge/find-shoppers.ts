import { type Agent, requireRole } from '../../domain/agent.ts'
import type { Customer } from '../../domain/customer.ts'
import type { Deps } from '../deps.ts'

/** As many as one can choose from. */
const SHOWN = 10
const ORDERS_SHOWN = 3

/** A customer whom one may speak as, and what there is to ask about. */
export interface Shopper {
  readonly customer: Customer
  /** The newest. */
  readonly orders: readonly string[]
}

/** Customers by the number of an order, a phone number, an e-mail address, the shop's own id, or a part of their name; last seen first. */
export async function findShoppers(deps: Deps, supervisor: Agent, words: string): Promise<readonly Shopper[]> {
  requireRole(supervisor, 'supervisor')
  const { orders, customers } = deps.storage
  const order = await orders.find(words)
  const owner = order && (await customers.find(order.customerId))
  const known = await Promise.all(
    (['shop', 'phone', 'email'] as const).map((kind) => customers.findByIdentity({ kind, value: words })),
  )
  const named = await customers.searchNamed(words, SHOWN)
  const found = new Map([owner, ...known, ...named].flatMap((one) => (one ? [[one.id, one]] : [])))
  const shown = [...found.values()].slice(0, SHOWN)
  return Promise.all(
    shown.map(async (customer) => ({
      customer,
      orders: (await orders.listOf(customer.id, ORDERS_SHOWN)).map(({ number }) => number),
    })),
  )
}
