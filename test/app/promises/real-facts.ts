import { toLocalTime } from '../../../src/domain/calendar.ts'
import type { Facts } from '../../../src/domain/conditions.ts'
import { fitFacts, pickFacts } from '../../../src/domain/facts/advice-facts.ts'
import { caseFacts } from '../../../src/domain/facts/case-facts.ts'
import { bargainFacts, basketFacts, dealFacts } from '../../../src/domain/facts/deal-facts.ts'
import { itemFacts, orderFacts, parcelFacts } from '../../../src/domain/facts/order-facts.ts'
import { productFacts, variantFacts } from '../../../src/domain/facts/product-facts.ts'
import type { Speech } from '../../../src/domain/facts/say.ts'
import { customerFacts, shopFacts, timeFacts } from '../../../src/domain/facts/shop-facts.ts'
import type { Flow, Slots } from '../../../src/domain/flow/flow.ts'
import { slotFacts } from '../../../src/domain/flow/next-step.ts'
import type { KnowledgeBase } from '../../../src/domain/knowledge.ts'
import { type Locale, textIn } from '../../../src/domain/localized-text.ts'
import { findDeal } from '../../../src/domain/skills/deals.ts'
import { recommend } from '../../../src/domain/skills/recommend.ts'
import { colorKey } from '../../../src/domain/skills/variants.ts'
import type { World } from './random-world.ts'

const CUSTOMER = { id: 'lin', tier: 'regular', verified: true, name: '林小满' } as Parameters<typeof customerFacts>[0]

/** All facts of a world, made by the functions that make them in the shop. */
export function factsOf(world: World, knowledge: KnowledgeBase, locale: Locale): Facts {
  const { language, timeZone, currency } = knowledge.shop
  const { now, product, order, item, coupons, cases, build, wish } = world
  const speech: Speech = { locale, language, timeZone, currency, now }
  const today = toLocalTime(now, timeZone).date
  const deal = findDeal({ total: world.basket, products: [] }, world.promotions, coupons, { now, today })
  const [variant] = product.variants
  const choice = variant && { color: colorKey(variant), ...(variant.size !== undefined && { size: variant.size }) }
  const bargain = coupons.find(({ id }) => id === knowledge.selling.bargainCoupon)
  return {
    ...shopFacts(knowledge, speech),
    ...timeFacts(knowledge, 0, speech),
    ...customerFacts(CUSTOMER),
    ...productFacts(product, speech),
    ...variantFacts(product, choice ?? {}, { said: choice ?? {}, unknown: [] }, speech),
    ...fitFacts(product, build, speech),
    ...orderFacts(order, 4, speech),
    ...parcelFacts(order, knowledge.dialogue.stuckHours, speech),
    ...itemFacts(item, knowledge.products.get(item.productId), order, speech),
    ...caseFacts(cases, speech),
    ...basketFacts([product, product], speech),
    ...dealFacts(deal, coupons, speech),
    ...bargainFacts(bargain, product.price, speech),
    ...pickFacts(recommend([product], wish), wish, speech),
    'pairs.list': textIn(product.name, locale, language),
    'comparison.count': 2,
  }
}

/** What a flow's slots could have learnt, with figures of their own. */
export function slotsOf({ slots }: Flow, locale: Locale): Slots {
  return Object.fromEntries(
    slots.map(({ name, kind, options }) => {
      const [option] = options
      if (option) return [name, { value: option.value, text: textIn(option.label, locale, 'zh') }]
      return [name, kind === 'quantity' ? { value: '7731', text: '7731' } : { value: 'said', text: 'said' }]
    }),
  )
}

export function flowFacts(flow: Flow, locale: Locale): Facts {
  return slotFacts(slotsOf(flow, locale))
}
