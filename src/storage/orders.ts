import type { Order, Parcel } from '../domain/commerce.ts'
import type { OrderStore } from '../ports/commerce.ts'
import { atomically } from './atomically.ts'
import { markCustomers } from './figures/mark.ts'
import type { OrderRow, ParcelRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

/** Orders per statement: an engine takes so many parameters and no more. */
const AT_ONCE = 200

export function orderStore(db: Db): OrderStore {
  return {
    save: (orders) =>
      atomically(db, async (trx) => {
        // One statement must not write the same row twice: the last one counts.
        const last = [...new Map(orders.map((order) => [order.number, order])).values()]
        for (let at = 0; at < last.length; at += AT_ONCE) await saveSome(trx, last.slice(at, at + AT_ONCE))
      }),
    listOf: async (customerId, limit) => {
      const rows = await db
        .selectFrom('orders')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('placed_at', 'desc')
        .limit(limit)
        .execute()
      return withParcels(db, rows)
    },
    find: async (number) => {
      const rows = await db.selectFrom('orders').selectAll().where('number', '=', number).execute()
      return (await withParcels(db, rows))[0]
    },
    saveParcel: (orderNumber, parcel) => atomically(db, (trx) => saveParcel(trx, orderNumber, parcel)),
    listBaskets: async (since, limit) => {
      const rows = await db
        .selectFrom('orders')
        .select('items')
        .where('placed_at', '>=', since)
        .where('status', 'not in', ['unpaid', 'closed'])
        .orderBy('placed_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ items }) => [...new Set((JSON.parse(items) as Order['items']).map((item) => item.productId))])
    },
  }
}

/** The orders of these customers, oldest first, without their parcels. */
export async function listOrdersOf(db: Db, customerIds: readonly string[]): Promise<readonly Order[]> {
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('customer_id', 'in', customerIds)
    .orderBy('placed_at')
    .orderBy('number')
    .execute()
  return rows.map((row) => toOrder(row, []))
}

type More = Omit<Order, 'number' | 'parcels' | 'customerId' | 'status' | 'currency' | 'total' | 'items' | 'placedAt'>

async function saveParcel(db: Db, orderNumber: string, parcel: Parcel): Promise<boolean> {
  const order = await db.selectFrom('orders').select('number').where('number', '=', orderNumber).executeTakeFirst()
  if (!order) return false

  const row = toParcelRow(orderNumber, parcel)
  await db
    .insertInto('parcels')
    .values(row)
    .onConflict((conflict) => conflict.columns(['order_number', 'tracking_number']).doUpdateSet(row))
    .execute()
  return true
}

async function saveSome(db: Db, orders: readonly Order[]): Promise<void> {
  const numbers = orders.map(({ number }) => number)
  const owned = await db.selectFrom('orders').select('customer_id').where('number', 'in', numbers).execute()
  await db
    .insertInto('orders')
    .values(orders.map(toRow))
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((update) => ({
        customer_id: update.ref('excluded.customer_id'),
        status: update.ref('excluded.status'),
        currency: update.ref('excluded.currency'),
        total: update.ref('excluded.total'),
        items: update.ref('excluded.items'),
        placed_at: update.ref('excluded.placed_at'),
        more: update.ref('excluded.more'),
      })),
    )
    .execute()
  // An order may settle an inquiry, also of whom it was taken from.
  await markCustomers(db, [...owned.map((row) => row.customer_id), ...orders.map(({ customerId }) => customerId)])
  await db.deleteFrom('parcels').where('order_number', 'in', numbers).execute()
  const parcels = orders.flatMap(({ number, parcels }) => parcels.map((parcel) => toParcelRow(number, parcel)))
  for (let at = 0; at < parcels.length; at += AT_ONCE) {
    await db
      .insertInto('parcels')
      .values(parcels.slice(at, at + AT_ONCE))
      .execute()
  }
}

function toRow({ number, parcels: _, customerId, status, currency, total, items, placedAt, ...more }: Order): OrderRow {
  return {
    number,
    customer_id: customerId,
    status,
    currency,
    total,
    items: JSON.stringify(items),
    placed_at: placedAt,
    more: JSON.stringify(more satisfies More),
  }
}

async function withParcels(db: Db, rows: readonly OrderRow[]): Promise<readonly Order[]> {
  if (rows.length === 0) return []

  const numbers = rows.map((row) => row.number)
  const parcels = await db.selectFrom('parcels').selectAll().where('order_number', 'in', numbers).execute()
  return rows.map((row) =>
    toOrder(
      row,
      parcels.filter((parcel) => parcel.order_number === row.number),
    ),
  )
}

function toOrder(row: OrderRow, parcels: readonly ParcelRow[]): Order {
  return {
    number: row.number,
    customerId: row.customer_id,
    status: row.status as Order['status'],
    currency: row.currency,
    total: row.total,
    items: JSON.parse(row.items) as Order['items'],
    placedAt: row.placed_at,
    ...(JSON.parse(row.more) as More),
    parcels: parcels.map(toParcel),
  }
}

function toParcelRow(orderNumber: string, parcel: Parcel): ParcelRow {
  return {
    tracking_number: parcel.trackingNumber,
    order_number: orderNumber,
    carrier: parcel.carrier,
    status: parcel.status,
    events: JSON.stringify(parcel.events),
    eta_at: parcel.etaAt ?? null,
  }
}

function toParcel(row: ParcelRow): Parcel {
  return {
    trackingNumber: row.tracking_number,
    carrier: row.carrier,
    status: row.status as Parcel['status'],
    events: JSON.parse(row.events) as Parcel['events'],
    ...(row.eta_at !== null && { etaAt: row.eta_at }),
  }
}
