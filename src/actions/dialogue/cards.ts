import { type Case, isEnded } from '../../domain/case.ts'
import { caseInLanguage } from '../../domain/case-title.ts'
import { currentParcel } from '../../domain/commerce.ts'
import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import { couponText } from '../../domain/facts/deal-facts.ts'
import { momentText, textOf } from '../../domain/facts/say.ts'
import type { Card } from '../../domain/knowledge.ts'
import type { DetailsCard, MessageBody, Option } from '../../domain/message.ts'
import { toOrderCard, toProductCard } from '../../domain/present.ts'
import { toDetailsCard } from '../../domain/present-case.ts'
import { compareProducts } from '../../domain/skills/compare.ts'
import { botTexts } from './bot-texts.ts'
import type { Known, Topic } from './gather-facts.ts'
import type { Turn } from './turn.ts'

type Text = Extract<MessageBody, { kind: 'text' }>
/** What stands below the words of a reply. */
export type Cards = Partial<Pick<Text, 'products' | 'orders' | 'table' | 'details'>>

/** What the cards let the shopper choose from: "第二个" is one of these. */
export function choicesAmong(
  { speech }: Pick<Turn, 'speech'>,
  { products }: Topic,
  known: Known,
  show: readonly Card[],
): readonly Option[] {
  const shown = [
    ...(show.includes('picks') ? known.picks.map(({ product }) => product) : []),
    ...(show.includes('pairs') ? known.pairs : []),
    ...(show.includes('comparison') ? products : []),
  ]
  return shown.map((product) => ({
    value: toChoiceValue({ kind: 'product', id: product.id }),
    label: short(textOf(product.name, speech)),
  }))
}

const LONGEST_LABEL = 32

export function short(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`
}

const ORDERS_SHOWN = 5
const EVENTS_SHOWN = 4

/** The cards that an answer asks for, as far as there is something to show. */
export async function cardsFor(
  turn: Turn,
  topic: Topic,
  known: Known,
  show: readonly Card[],
  productIds: readonly string[],
): Promise<Cards> {
  const wants = (card: Card) => show.includes(card)
  const { knowledge } = turn.brain
  const products = [
    ...(wants('product') && topic.product ? [topic.product] : []),
    ...(wants('picks') ? known.picks.map(({ product }) => product) : []),
    ...(wants('pairs') ? known.pairs : []),
    ...productIds.flatMap((id) => knowledge.products.get(id) ?? []),
  ]
  const orders = [
    ...(wants('order') && topic.order ? [topic.order] : []),
    ...(wants('orders') ? (await turn.orders()).slice(0, ORDERS_SHOWN) : []),
  ]
  const table = wants('comparison') ? compareProducts(topic.products, turn.speech) : undefined
  const details = [
    ...(wants('parcel') ? parcelCards(turn, topic) : []),
    ...(wants('case') ? caseCards(turn, known) : []),
    ...(wants('coupons') ? couponCards(turn, known) : []),
  ]
  const { locale } = turn.speech
  return {
    ...(products.length > 0 && { products: products.map((one) => toProductCard(one, knowledge, locale)) }),
    ...(orders.length > 0 && { orders: orders.map((one) => toOrderCard(one, knowledge.shop.timeZone, locale)) }),
    ...(table && { table }),
    ...(details.length > 0 && { details }),
  }
}

/** The newest events of the parcel, newest first. */
function parcelCards({ speech }: Turn, { order }: Topic): readonly DetailsCard[] {
  const parcel = order && currentParcel(order)
  if (!parcel) return []
  const events = parcel.events.slice(-EVENTS_SHOWN).toReversed()
  return [
    {
      title: botTexts(speech.locale).parcelTitle(parcel.carrier, parcel.trackingNumber),
      lines: events.map(({ at, text }) => ({ label: momentText(at, speech), text })),
    },
  ]
}

/** Those that go on; with none, the newest. */
function caseCards(turn: Turn, { cases }: Known): readonly DetailsCard[] {
  const open = cases.filter((one) => !isEnded(one))
  return (open.length > 0 ? open.slice(0, 3) : cases.slice(0, 1)).map((one) => caseCard(turn, one))
}

export function caseCard({ brain, speech }: Turn, found: Case): DetailsCard {
  return toDetailsCard(caseInLanguage(found, brain.knowledge, speech.locale), speech.timeZone, speech.locale)
}

function couponCards({ speech }: Turn, { coupons }: Known): readonly DetailsCard[] {
  if (coupons.length === 0) return []
  return [
    {
      title: botTexts(speech.locale).couponsTitle,
      lines: coupons.slice(0, 5).map((one) => ({ label: textOf(one.name, speech), text: couponText(one, speech) })),
    },
  ]
}
