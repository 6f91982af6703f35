import type { Order, OrderStatus } from '../../domain/commerce.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Intent, Need } from '../../domain/knowledge.ts'
import type { Topic } from './gather-facts.ts'
import type { Turn } from './turn.ts'
import { type Wanted, wantedBy } from './wanted-facts.ts'

const OF_ORDERS = ['order', 'parcel', 'refund', 'invoice']

/** What an intent is about, as far as the conversation tells. */
export async function topicOf(
  turn: Turn,
  intent: IntentId,
  context: DialogueContext = turn.heard.context,
): Promise<Topic> {
  const { focus, brain } = turn
  const product = brain.knowledge.products.get(context.productId ?? '')
  const asked = brain.knowledge.intents.get(intent)
  const wanted = wantedBy([...(product?.answers[intent] ?? []), ...(asked?.answers ?? [])], brain.renderer)
  const needsOrder = asked?.needs === 'order' || OF_ORDERS.some((name) => wanted.has(name))
  const wish = { orders: asked?.orders ?? [], ...(asked?.needs && { needs: asked.needs }), wants: wanted }
  const order = needsOrder ? orderFor(wish, await turn.orders(), context.orderNumber) : undefined
  return {
    intent,
    ...(product && isSettled(focus) && { product }),
    products: focus.named,
    ...(order && { order }),
    slots: {},
    context,
  }
}

/** What is asked of orders: which statuses the intent means, most meant first, and what an order must have. */
export interface OrderWish {
  readonly orders: readonly OrderStatus[]
  readonly needs?: Need
  readonly wants: Wanted
}

/**
 * The order under discussion, where the question can be about it; else the newest of those that the intent means first; else the
 * newest that is not closed; else the newest.
 */
export function orderFor(wish: OrderWish, orders: readonly Order[], current: string | undefined): Order | undefined {
  const { orders: statuses, wants } = wish
  const having = orders.filter(
    (order) => (wants.has('refund') && order.refunds.length > 0) || (wants.has('invoice') && order.invoice),
  )
  const talkedOf = orders.find(({ number }) => number === current)
  if (talkedOf && (having.length === 0 || having.includes(talkedOf)) && mayBeMeant(wish, talkedOf)) return talkedOf

  const meant = statuses.flatMap((status) => orders.find((order) => order.status === status) ?? [])
  return having[0] ?? meant[0] ?? talkedOf ?? orders.find(({ status }) => status !== 'closed') ?? orders[0]
}

/** An intent that only mentions orders of a kind is not about another one. */
function mayBeMeant({ orders, needs }: OrderWish, { status }: Order): boolean {
  return needs === 'order' || orders.length === 0 || orders.includes(status)
}

/** Others that the question may have meant as well. */
export function otherOrders(
  intent: Pick<Intent, 'orders'> | undefined,
  orders: readonly Order[],
  taken: Order | undefined,
): readonly Order[] {
  if (!intent || intent.orders.length === 0) return []
  return orders.filter((order) => order !== taken && intent.orders.includes(order.status)).slice(0, 2)
}

/** Whether it is clear which product is talked about: a shared name alone leaves it open. */
export function isSettled({ named, among }: Turn['focus']): boolean {
  return named.length > 0 || among.length === 0
}
