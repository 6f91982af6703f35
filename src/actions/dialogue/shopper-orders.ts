import type { Order } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/customer.ts'
import type { Deps } from '../deps.ts'
import { refreshOrdersOf, refreshParcelsOf } from '../shop-data/refresh-from-shop.ts'

const SHOWN = 20
/** Parcels of this many orders are asked for anew: nobody follows more at once. */
const FOLLOWED = 2

/** Orders are for whom the shop vouches for, and for whoever has shown in this conversation that a number is theirs. */
export async function listShopperOrders(
  deps: Deps,
  customer: Customer,
  proven: readonly string[],
): Promise<readonly Order[]> {
  const own = customer.verified ? await listOwn(deps, customer) : []
  const shown = await Promise.all(
    proven
      .filter((number) => own.every((order) => order.number !== number))
      .map((number) => deps.storage.orders.find(number)),
  )
  return [...own, ...shown.flatMap((order) => order ?? [])].toSorted((a, b) => b.placedAt - a.placedAt)
}

/** From the shop's own system where one is connected, else as they are stored. */
async function listOwn(deps: Deps, customer: Customer): Promise<readonly Order[]> {
  if (!deps.shop) return deps.storage.orders.listOf(customer.id, SHOWN)

  await refreshOrdersOf(deps, customer)
  const known = await deps.storage.orders.listOf(customer.id, SHOWN)
  const moving = known.filter(({ parcels }) => parcels.some(({ status }) => status !== 'delivered'))
  await Promise.all(moving.slice(0, FOLLOWED).map((order) => refreshParcelsOf(deps, order)))
  return deps.storage.orders.listOf(customer.id, SHOWN)
}

/** An order that a verified customer names and that is too old for the list. */
export async function findOwnOrder(deps: Deps, customer: Customer, number: string): Promise<Order | undefined> {
  const order = customer.verified ? await deps.storage.orders.find(number) : undefined
  return order?.customerId === customer.id ? order : undefined
}

export function withOrder(orders: readonly Order[], order: Order | undefined): readonly Order[] {
  if (!order || orders.some(({ number }) => number === order.number)) return orders
  return [...orders, order].toSorted((a, b) => b.placedAt - a.placedAt)
}
