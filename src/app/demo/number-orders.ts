import { createChance } from './chance.ts'
import type { OrderDraft } from './orders.ts'
import type { ShopTime } from './shop-time.ts'

export type Numbered = OrderDraft & { readonly number: string }

/** `XM202611180037`: the day, and a number that rises over the day; the shop has other customers in between. */
export function numberOrders(drafts: readonly OrderDraft[], time: ShopTime): readonly Numbered[] {
  const chance = createChance('numbers')
  const taken = new Set(drafts.flatMap(({ number }) => number ?? []))
  const lastOf = new Map<string, number>()
  return drafts
    .toSorted((one, other) => one.placedAt - other.placedAt)
    .map((draft) => ({ ...draft, number: draft.number ?? nextNumber(draft) }))

  function nextNumber({ placedAt }: OrderDraft): string {
    const day = `XM${time.dateOf(placedAt).replaceAll('-', '')}`
    let count = lastOf.get(day) ?? 0
    let number: string
    do {
      count += chance.int(1, 9)
      number = day + String(count).padStart(4, '0')
    } while (taken.has(number))
    lastOf.set(day, count)
    return number
  }
}
