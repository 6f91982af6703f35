import type { Order, Parcel } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/customer.ts'
import { type ShopConnector, ShopError } from '../../ports/shop-connector.ts'
import type { Deps } from '../deps.ts'
import { saveCoupons } from './save-coupons.ts'
import { saveOrders } from './save-orders.ts'
import { saveParcels } from './save-parcels.ts'
import { storeCustomer, storeOnce } from './store-answers.ts'

/** As many as a shopper may look through in a conversation. */
const ORDERS_AT_ONCE = 20

/**
 * Brings what is stored of a customer up to date: orders, coupons, and who they are. A shop that cannot be asked
 * makes no failure: what is stored serves.
 */
export async function refreshOrdersOf(deps: Deps, customer: Customer): Promise<void> {
  const { shop } = deps
  if (!shop) return

  const identities = await deps.storage.customers.listIdentities(customer.id)
  const shopIds = identities.filter(({ kind }) => kind === 'shop').map(({ value }) => value)
  const pulls = shopIds.flatMap((id) => [
    // Orders first: when a shop that was down is tried again, only the first call goes out.
    shop.listOrders(id, ORDERS_AT_ONCE).then((answer) => storeOnce(answer, (orders) => saveOrders(deps, orders))),
    shop.listCoupons(id).then((answer) => storeOnce(answer, (coupons) => saveCoupons(deps, coupons))),
    shop.findCustomer(id).then((known) => storeCustomer(deps, known)),
  ])
  await tellFailures(deps, { customer: customer.id }, pulls)
}

/** The same for one order, whoever told its number; its customer's record is begun if there is none. */
export async function refreshOrder(deps: Deps, number: string): Promise<void> {
  if (deps.shop) await tellFailures(deps, { order: number }, [pullOrder(deps, deps.shop, number)])
}

/** The same for the parcels of an order that are still on their way. */
export async function refreshParcelsOf(deps: Deps, order: Order): Promise<void> {
  const { shop } = deps
  if (!shop) return

  const moving = order.parcels.filter((parcel) => parcel.status !== 'delivered')
  const pulls = moving.map(async (stored) => {
    const parcel = await shop.findParcel(stored.trackingNumber)
    // What was pushed meanwhile may be newer than an answer that was remembered.
    if (parcel && newsAt(parcel) >= newsAt(stored)) await saveParcels(deps, [{ orderNumber: order.number, parcel }])
  })
  await tellFailures(deps, { order: order.number }, pulls)
}

async function pullOrder(deps: Deps, shop: ShopConnector, number: string): Promise<void> {
  const order = await shop.findOrder(number)
  if (!order) return

  await storeOnce(order, (one) => saveOrders(deps, [one]))
  // Whoever has no account proves by the last digits of the phone number that the order is theirs.
  await storeCustomer(deps, await shop.findCustomer(order.shopId))
}

function newsAt({ events }: Parcel): number {
  return Math.max(0, ...events.map((event) => event.at))
}

/** Waits for all of it. What failed is told in one line; that the shop is not asked for a while was told before. */
async function tellFailures(deps: Deps, about: object, pulls: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(pulls)
  const errors = outcomes
    .flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    .filter((error) => !(error instanceof ShopError && error.reason === 'resting'))
  if (errors.length === 0) return

  const causes = errors.map(String)
  deps.log.warn({ ...about, causes, error: errors[0] }, 'the shop could not be asked; what is stored serves')
}
