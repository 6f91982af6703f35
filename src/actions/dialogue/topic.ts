import type { Order } from '../../domain/commerce.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Intent } from '../../domain/knowledge.ts'
import type { Topic } from './gather-facts.ts'
import type { Turn } from './turn.ts'
import { wantedBy } from './wanted-facts.ts'

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
  const order = needsOrder ? orderFor(asked, await turn.orders(), context.orderNumber) : undefined
  return {
    ...(product && isSettled(focus) && { product }),
    products: focus.named,
    ...(order && { order }),
    slots: {},
    context,
  }
}

/** The order under discussion; else the newest of those that the intent means first; else the newest that is not closed; else the newest. */
export function orderFor(
  intent: Pick<Intent, 'orders'> | undefined,
  orders: readonly Order[],
  current: string | undefined,
): Order | undefined {
  return (
    orders.find(({ number }) => number === current) ??
    orders.find(({ status }) => intent?.orders.includes(status)) ??
    orders.find(({ status }) => status !== 'closed') ??
    orders[0]
  )
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
