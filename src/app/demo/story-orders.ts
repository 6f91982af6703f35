import type { OrderItem } from '../../domain/commerce.ts'
import { refundFor, toAmounts, totalOf } from './amounts.ts'
import { type CaseStory, tellReturn } from './case-story.ts'
import { createChance } from './chance.ts'
import type { Numbered } from './number-orders.ts'
import { type Making, type OrderDraft, toRefundId } from './orders.ts'
import { type Person, toPerson } from './people.ts'
import { placeOf } from './places.ts'
import type { Shelf } from './shelf.ts'
import type { Story, StoryOrder } from './stories.ts'

/** Before the story begins: what came earlier is over by then. */
const EARLIER = { from: 640, until: 25 }

export function toStoryPerson({ city, past, about: _, orders: __, ...sketch }: Story): Person {
  return toPerson({ ...sketch, place: placeOf(city), past: { orders: past, ...EARLIER } })
}

/** The orders that the story tells; one whose goods are all gone from the shelf is not told. */
export function listStoryOrders(making: Making, shelf: Shelf, person: Person, story: Story): OrderDraft[] {
  return story.orders(making.time).flatMap((told) => {
    const items = told.items.flatMap((wanted) => toItem(shelf, wanted))
    return items.length === 0 ? [] : [toDraft(making, person, told, items)]
  })
}

function toDraft(
  { time, currency, unit }: Making,
  person: Person,
  told: StoryOrder,
  items: readonly OrderItem[],
): OrderDraft {
  const history = told.history.map(([status, at]) => ({ status, at }))
  const amounts = toAmounts(items, unit)
  const total = totalOf(amounts)
  const { number, refund, note } = told
  const refundId = refund && toRefundId(createChance(`refund ${person.key}`), time, refund.at)
  return {
    person,
    status: history.at(-1)?.status ?? 'unpaid',
    currency,
    total,
    amounts: { ...amounts, paid: history.length > 1 ? total : 0 },
    items,
    placedAt: history[0]?.at ?? time.now,
    history,
    address: person.address,
    parcels: told.parcel ? [told.parcel] : [],
    refunds: refund && refundId ? [{ id: refundId, amount: refundFor(items, amounts), ...refund }] : [],
    ...(number !== undefined && { number }),
    ...(note !== undefined && { note }),
  }
}

function toItem(shelf: Shelf, [id, index, quantity]: StoryOrder['items'][number]): OrderItem[] {
  const good = shelf.find(id)
  const variant = good?.product.variants[index]
  return good && variant ? [shelf.toItem(good, variant, quantity)] : []
}

/** The returns that stories are about, for as far as they have come. */
export function listStoryCases(
  { time }: Making,
  stories: readonly Story[],
  orders: readonly Numbered[],
): readonly CaseStory[] {
  return stories.flatMap((story) =>
    story.orders(time).flatMap(({ history: [placed], returned, refund }) => {
      const order = orders.find(({ person, placedAt }) => person.key === story.key && placedAt === placed?.[1])
      if (!returned || !order) return []

      const asked = { order, items: order.items, reason: refund?.reason ?? '', at: returned.at }
      return [tellReturn(asked, returned.turns, time.now)]
    }),
  )
}
