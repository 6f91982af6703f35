import type { FillBasket } from './baskets.ts'
import { type Chance, createChance, draw } from './chance.ts'
import { CUTOFF, type Fate, type Making, makeOrder, type OrderDraft } from './orders.ts'
import type { Person } from './people.ts'
import { DAY, HOUR, MINUTE } from './shop-time.ts'

/** What is going on in the shop just now, beyond what the last days have left. */
const UNPAID_NOW = 5
const PAID_NOW = 6
const ON_THEIR_WAY = 9

/** Everything that these people have ordered in two years, as far as it suits them. */
export function listPastOrders(making: Making, fillBasket: FillBasket, people: readonly Person[]): OrderDraft[] {
  const { time, days } = making
  return people.flatMap((person) => {
    const chance = createChance(`orders ${person.key}`)
    const { orders, from, until } = person.past
    if (orders === 0) return []

    const moments = days.spread(chance, orders, from, until)
    return moments.flatMap((placedAt, at) => {
      const items = fillBasket(person, chance)
      const fate = drawFate(chance, time.now - placedAt)
      return items.length === 0 ? [] : [makeOrder(making, chance, { person, items, placedAt, fate, isFirst: at === 0 })]
    })
  })
}

/** What some of them have ordered in the last days and hours. */
export function listFreshOrders(making: Making, fillBasket: FillBasket, people: readonly Person[]): OrderDraft[] {
  const { time, days } = making
  const chance = createChance('fresh orders')
  const loyal = people.filter(({ past }) => past.orders > 2 && past.until < 30)
  const buyers = draw(chance, loyal, UNPAID_NOW + PAID_NOW + ON_THEIR_WAY, ({ past }) => past.orders)
  return buyers.flatMap((person, at) => {
    const items = fillBasket(person, chance)
    const [fate, from, until] = toFresh(making, at)
    const placedAt = days.between(chance, time.now - from, time.now - until)
    return items.length === 0 ? [] : [makeOrder(making, chance, { person, items, placedAt, fate, isFirst: false })]
  })
}

/** The fate, and between how long ago. What was paid before the cut-off has left, so it cannot be waiting. */
function toFresh({ time }: Making, at: number): [Fate, number, number] {
  if (at < UNPAID_NOW) return ['unpaid', 20 * HOUR, 0.3 * HOUR]
  if (at >= UNPAID_NOW + PAID_NOW) return ['usual', 3.5 * DAY, 1.2 * DAY]

  const isPacking = time.minuteOf(time.now) < CUTOFF + 2 * 60
  return ['paid', time.now - time.daysAgo(isPacking ? 1 : 0, CUTOFF), 10 * MINUTE]
}

/** Only what lies some days back is over. */
function drawFate(chance: Chance, age: number): Fate {
  const luck = chance.next()
  if (age < 3 * DAY || luck > 0.042) return 'usual'
  return luck < 0.03 ? 'expired' : 'cancelled'
}
