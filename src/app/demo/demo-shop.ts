import type { KnowledgeBase } from '../../domain/knowledge.ts'
import { minorDigits } from '../../domain/present.ts'
import { createBaskets } from './baskets.ts'
import type { CaseStory } from './case-story.ts'
import { type CouponDraft, listCoupons } from './coupons.ts'
import { listFreshOrders, listPastOrders } from './crowd.ts'
import { createDays } from './days.ts'
import { type Numbered, numberOrders } from './number-orders.ts'
import type { Making } from './orders.ts'
import { listOtherCases } from './other-cases.ts'
import { drawPeople } from './people.ts'
import { type Regular, toRegular } from './regulars.ts'
import { returnSome } from './returns.ts'
import { createShelf } from './shelf.ts'
import { createShopTime } from './shop-time.ts'
import { STORIES } from './stories.ts'
import { listStoryCases, listStoryOrders, toStoryPerson } from './story-orders.ts'

/** Everything that the demo shop's own system would know. */
export interface DemoShop {
  readonly people: readonly Regular[]
  readonly orders: readonly Numbered[]
  readonly coupons: readonly CouponDraft[]
  readonly cases: readonly CaseStory[]
}

/** Pure: the same knowledge and the same moment make the same shop. */
export function toDemoShop(knowledge: KnowledgeBase, now: number): DemoShop {
  const time = createShopTime(now, knowledge.shop.timeZone)
  const { currency } = knowledge.shop
  const making: Making = { time, days: createDays(time), currency, unit: 10 ** minorDigits(currency) }
  const shelf = createShelf(knowledge)
  const fillBasket = createBaskets(shelf)
  const crowd = drawPeople()
  const told = STORIES.map((story) => ({ story, person: toStoryPerson(story) }))
  const people = [...told.map(({ person }) => person), ...crowd]

  const storyOrders = told.flatMap(({ story, person }) => listStoryOrders(making, shelf, person, story))
  const crowdOrders = [...listPastOrders(making, fillBasket, people), ...listFreshOrders(making, fillBasket, crowd)]
  const numbered = numberOrders([...storyOrders, ...crowdOrders], time)
  // What a story tells is not for chance to change.
  const settled = new Set(storyOrders.map(({ history }) => history))
  const returned = returnSome(
    numbered.filter(({ history }) => !settled.has(history)),
    shelf,
    time,
  )
  const orders = [...numbered.filter(({ history }) => settled.has(history)), ...returned.orders]
  const crowdKeys = new Set(crowd.map(({ key }) => key))
  const others = returned.orders.filter(({ person }) => crowdKeys.has(person.key))
  return {
    people: people.map((person) => toRegular(person, orders, shelf, making)),
    orders,
    coupons: listCoupons(making, shelf, crowd),
    cases: [...listStoryCases(making, STORIES, orders), ...returned.cases, ...listOtherCases(others, shelf, time)],
  }
}
