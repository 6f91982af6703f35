import { toLocalTime } from '../../domain/calendar.ts'
import type { Case } from '../../domain/case.ts'
import { caseInLanguage } from '../../domain/case-title.ts'
import type { Coupon, Order, OrderItem } from '../../domain/commerce.ts'
import type { Facts } from '../../domain/conditions.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import { fitFacts, pickFacts } from '../../domain/facts/advice-facts.ts'
import { caseFacts } from '../../domain/facts/case-facts.ts'
import { bargainFacts, basketFacts, dealFacts } from '../../domain/facts/deal-facts.ts'
import { itemFacts, orderFacts, parcelFacts } from '../../domain/facts/order-facts.ts'
import { productFacts, variantFacts } from '../../domain/facts/product-facts.ts'
import { textOf } from '../../domain/facts/say.ts'
import { customerFacts, shopFacts, timeFacts } from '../../domain/facts/shop-facts.ts'
import type { Slots } from '../../domain/flow/flow.ts'
import { slotFacts } from '../../domain/flow/next-step.ts'
import { ALL_ITEMS } from '../../domain/flow/read-goods.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Product } from '../../domain/knowledge.ts'
import { findDeal } from '../../domain/skills/deals.ts'
import { type Pick, recommend } from '../../domain/skills/recommend.ts'
import type { Deps } from '../deps.ts'
import { basketOf, priceOf } from './basket.ts'
import type { Turn } from './turn.ts'
import type { Wanted } from './wanted-facts.ts'

/** What an answer is about. */
export interface Topic {
  /** The intent that is answered; absent within a task. */
  readonly intent?: IntentId
  readonly product?: Product
  /** All that are spoken of, to compare them. */
  readonly products: readonly Product[]
  readonly order?: Order
  readonly item?: OrderItem
  readonly slots: Slots
  readonly context: DialogueContext
}

/** What is known of a topic; what costs a look into the shop's data is there only if it is wanted. */
export interface Known {
  readonly facts: Facts
  readonly coupons: readonly Coupon[]
  readonly cases: readonly Case[]
  readonly picks: readonly Pick[]
  readonly pairs: readonly Product[]
}

const CASES_SHOWN = 5

/** What an answer may say now: `docs/knowledge.md` lists the facts. What costs a look is there only if it is `wanted`. */
export async function gatherFacts(deps: Deps, turn: Turn, topic: Topic, wanted: Wanted): Promise<Known> {
  const { speech } = turn
  const { knowledge } = turn.brain
  const wants = (...names: string[]) => names.some((name) => wanted.has(name))
  const coupons = wants('coupon', 'deal', 'bargain', 'basket') ? await listCoupons(deps, turn) : []
  const cases = wants('case') ? await listCases(deps, turn) : []
  const { wish } = topic.context
  const paired = wish?.pairing === true && topic.product !== undefined
  const pairs = wants('pairs') || paired ? await listPairs(deps, turn, topic) : []
  const picks = wants('picks') && wish ? recommend(paired ? pairs : knowledge.products.values(), wish) : []

  const facts: Facts = {
    ...shopFacts(knowledge, speech),
    ...timeFacts(knowledge, deps.roster.onDuty().length, speech),
    ...customerFacts(turn.stored.customer),
    ...(topic.product && productFactsOf(turn, topic, topic.product)),
    ...(topic.order && (await orderFactsOf(turn, topic, topic.order))),
    ...(wants('case') &&
      caseFacts(
        cases.map((one) => caseInLanguage(one, knowledge, speech.locale)),
        speech,
      )),
    ...(wants('coupon', 'deal', 'basket') && dealFactsOf(turn, topic, coupons)),
    ...(wants('bargain') && bargainFactsOf(turn, topic, coupons)),
    ...(wants('picks') && pickFacts(picks, wish, speech)),
    ...(wants('comparison') && { 'comparison.count': topic.products.length }),
    ...(pairs.length > 0 && {
      'pairs.list': pairs.map(({ name }) => textOf(name, speech)).join(speech.locale === 'zh' ? '、' : ', '),
    }),
    ...slotFacts(topic.slots),
  }
  return { facts, coupons, cases, picks, pairs }
}

function productFactsOf({ speech, focus }: Turn, { context }: Topic, product: Product): Facts {
  return {
    ...productFacts(product, speech),
    ...variantFacts(product, context.variant ?? {}, saidOf(focus, product), speech),
    ...fitFacts(product, context.build ?? {}, speech),
  }
}

/** What this message says of the product's colour and size; nothing where it speaks of another product. */
function saidOf({ product, variant, unknown }: Turn['focus'], { id }: Product) {
  return product?.id === id ? { said: variant, unknown } : { said: {}, unknown: [] }
}

async function orderFactsOf(turn: Turn, { item, slots }: Topic, order: Order): Promise<Facts> {
  const { speech } = turn
  const { knowledge } = turn.brain
  const chosen = item && knowledge.products.get(item.productId)
  const whole = Object.values(slots).some(({ value }) => value === ALL_ITEMS)
  return {
    ...orderFacts(order, (await turn.orders()).length, speech),
    ...parcelFacts(order, knowledge.dialogue.stuckHours, speech),
    ...(item && itemFacts(item, chosen, order, speech)),
    ...(whole && {
      'item.hygiene': order.items.some(({ productId }) => knowledge.products.get(productId)?.hygiene === true),
    }),
  }
}

function listCoupons(deps: Deps, { stored, speech }: Turn): Promise<readonly Coupon[]> {
  return deps.storage.coupons.listFor(stored.customer.id, speech.now)
}

function listCases(deps: Deps, { stored }: Turn): Promise<readonly Case[]> {
  return deps.storage.cases.list({ customerId: stored.customer.id, limit: CASES_SHOWN })
}

function dealFactsOf(turn: Turn, topic: Topic, coupons: readonly Coupon[]): Facts {
  const { speech, brain } = turn
  const basket = basketOf(turn, topic)
  const { selling, calendar } = brain.knowledge
  const today = toLocalTime(speech.now, calendar.timeZone).date
  const deal = basket && findDeal(basket, selling.promotions, coupons, { now: speech.now, today })
  const inBasket = basket?.products.flatMap((id) => brain.knowledge.products.get(id) ?? []) ?? []
  const usable = coupons.filter((one) => one.from <= speech.now)
  return { ...basketFacts(inBasket, speech), ...dealFacts(deal, usable, speech) }
}

function bargainFactsOf({ brain, speech }: Turn, { product, context }: Topic, coupons: readonly Coupon[]): Facts {
  const { bargainCoupon } = brain.knowledge.selling
  const coupon = coupons.find(
    ({ id, products }) => id === bargainCoupon && (products.length === 0 || (product && products.includes(product.id))),
  )
  return bargainFacts(coupon, product && priceOf(product, context.variant), speech)
}

/** The owner's own list goes first; then what other shoppers bought with it. */
async function listPairs(
  deps: Deps,
  { brain }: Turn,
  { product, products, context }: Topic,
): Promise<readonly Product[]> {
  if (!product) return []
  const there = new Set([
    product.id,
    ...products.map(({ id }) => id),
    ...(context.basket ?? []).map(({ productId }) => productId),
  ])
  const bought = (await deps.pairs.current()).get(product.id) ?? []
  const ids = new Set([...product.goesWith, ...bought.map(({ productId }) => productId)])
  return [...ids]
    .flatMap((id) => brain.knowledge.products.get(id) ?? [])
    .filter(({ id, variants }) => !there.has(id) && variants.some(({ stock }) => stock > 0))
    .slice(0, 3)
}
