import type { Order } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/customer.ts'
import type { Deps } from '../deps.ts'

const SHOWN = 20

/** Orders are for whom the shop vouches for, and for whoever has shown in this conversation that a number is theirs. */
export async function listShopperOrders(
  deps: Deps,
  customer: Customer,
  proven: readonly string[],
): Promise<readonly Order[]> {
  const own = customer.verified ? await deps.storage.orders.listOf(customer.id, SHOWN) : []
  const shown = await Promise.all(
    proven
      .filter((number) => own.every((order) => order.number !== number))
      .map((number) => deps.storage.orders.find(number)),
  )
  return [...own, ...shown.flatMap((order) => order ?? [])].toSorted((a, b) => b.placedAt - a.placedAt)
}
