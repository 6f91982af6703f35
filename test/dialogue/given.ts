import { z } from 'zod'
import { ORDER_STATUSES, type Order, PARCEL_STATUSES, REFUND_STATUSES } from '../../src/domain/commerce.ts'
import type { DemoShopper } from '../support/demo-shop.ts'

const HOUR = 3_600_000

/** What the shop's system holds besides the demo: a change of one order, or a new one that is `like` another. */
export const GivenOrder = z.strictObject({
  order: z.string(),
  like: z.string().optional(),
  /** How many hours ago it was placed. */
  hours: z.number().optional(),
  status: z.enum(ORDER_STATUSES).optional(),
  invoice: z.strictObject({ title: z.string(), status: z.enum(['requested', 'issued']) }).optional(),
  refund: z.enum(REFUND_STATUSES).optional(),
  /** What each item cost more than it does now, in minor units. */
  dearer: z.number().optional(),
  parcels: z
    .array(
      z.strictObject({
        number: z.string(),
        carrier: z.string(),
        status: z.enum(PARCEL_STATUSES),
        event: z.string(),
        hours: z.number(),
      }),
    )
    .optional(),
})
export type GivenOrder = z.output<typeof GivenOrder>

export async function giveOrder({ deps }: DemoShopper, given: GivenOrder): Promise<void> {
  const like = await deps.storage.orders.find(given.like ?? given.order)
  if (!like) throw new Error(`The demo shop has no order ${given.like ?? given.order}.`)
  await deps.storage.orders.save([changed(like, given, deps.clock.now())])
}

function changed(order: Order, given: GivenOrder, now: number): Order {
  const { status, invoice, refund, dearer = 0, parcels, hours } = given
  return {
    ...order,
    number: given.order,
    ...(hours !== undefined && { placedAt: now - hours * HOUR }),
    ...(status && { status, history: [...order.history, { status, at: now - HOUR }] }),
    items: order.items.map((item) => ({ ...item, unitPrice: item.unitPrice + dearer })),
    ...(invoice && { invoice: { kind: 'personal', at: now - 5 * HOUR, ...invoice } }),
    ...(refund && { refunds: [{ id: 'R1', amount: order.total, status: refund, at: now - HOUR }] }),
    parcels: parcels
      ? parcels.map(({ number, hours: ago, event, ...parcel }) => ({
          ...parcel,
          trackingNumber: number,
          events: [{ at: now - ago * HOUR, text: event }],
        }))
      : given.like === undefined
        ? order.parcels
        : [],
  }
}
