import type { Order, OrderItem } from '../../domain/commerce.ts'
import { itemsText } from '../../domain/facts/order-facts.ts'
import type { Flow, FlowState, Slots } from '../../domain/flow/flow.ts'
import { ALL_ITEMS } from '../../domain/flow/read-goods.ts'
import type { SlotWorld } from '../../domain/flow/slot-world.ts'
import type { Build } from '../../domain/skills/fit.ts'
import { joinWishes, readWish } from '../../domain/skills/wish.ts'
import type { Topic } from './gather-facts.ts'
import { isSettled } from './topic.ts'
import type { Turn } from './turn.ts'

/** What the slots of a flow name. */
interface Chosen {
  readonly order?: Order
  readonly item?: OrderItem
}

/** The value of the first slot of a kind. */
export function slotOfKind(flow: Flow, slots: Slots, kind: Flow['slots'][number]['kind']): string | undefined {
  const slot = flow.slots.find((one) => one.kind === kind && slots[one.name] !== undefined)
  const value = slot && slots[slot.name]?.value
  return value === '' ? undefined : value
}

function chosenIn(flow: Flow, slots: Slots, orders: readonly Order[]): Chosen {
  const number = slotOfKind(flow, slots, 'order')
  const order = number === undefined ? undefined : orders.find((one) => one.number === number)
  const sku = slotOfKind(flow, slots, 'item')
  const item = sku === ALL_ITEMS ? undefined : order?.items.find((one) => one.sku === sku)
  return { ...(order && { order }), ...(item && { item }) }
}

/** What a message's values are read against. */
export async function slotWorld(turn: Turn, flow: Flow, slots: Slots): Promise<SlotWorld> {
  const { brain, focus, speech, heard } = turn
  const { products } = brain.knowledge
  const orders = await turn.orders()
  const chosen = chosenIn(flow, slots, orders)
  const chosenId = chosen.item?.productId ?? slotOfKind(flow, slots, 'product')
  // A shared name of this message leaves open what is talked about, not what was chosen.
  const talkedId = isSettled(focus) ? heard.context.productId : undefined
  const product = products.get(chosenId ?? talkedId ?? '')
  const { productId, orderNumber: orderBefore } = turn.stored.conversation.context
  const before = products.get(productId ?? '')
  return {
    orders,
    ...(before && { before }),
    ...(orderBefore !== undefined && { orderBefore }),
    ...chosen,
    ...(product && { product }),
    among: focus.among,
    named: focus.named,
    products,
    locale: speech.locale,
    language: speech.language,
    orderText: (order) =>
      speech.locale === 'zh'
        ? `${order.number}（${itemsText(order, speech)}）`
        : `${order.number} (${itemsText(order, speech)})`,
  }
}

/** What a flow's texts and conditions may speak of. */
export async function flowTopic(turn: Turn, flow: Flow, state: FlowState): Promise<Topic> {
  const { brain, focus } = turn
  const { products } = brain.knowledge
  const chosen = chosenIn(flow, state.slots, await turn.orders())
  const named = flow.slots.flatMap(({ kind, name }) =>
    kind === 'product' ? (products.get(state.slots[name]?.value ?? '') ?? []) : [],
  )
  const product = products.get(chosen.item?.productId ?? named[0]?.id ?? '') ?? focus.product
  return {
    ...(product && { product }),
    products: named,
    ...chosen,
    slots: state.slots,
    context: learntContext(turn, flow, state),
  }
}

/** What a flow learns of the shopper is true beyond it: measures, and what is looked for. */
export function learntContext({ heard, brain }: Turn, flow: Flow, { slots }: FlowState) {
  const { context } = heard
  const height = numberOf(slotOfKind(flow, slots, 'height'))
  const weight = numberOf(slotOfKind(flow, slots, 'weight'))
  const foot = numberOf(slotOfKind(flow, slots, 'foot'))
  const usual = slotOfKind(flow, slots, 'size')
  const prefers = preferenceOf(slots['prefers']?.value)
  const build: Build = {
    ...context.build,
    ...(height !== undefined && { height }),
    ...(weight !== undefined && { weight }),
    ...(foot !== undefined && { foot }),
    ...(usual !== undefined && { usual }),
    ...(prefers && { prefers }),
  }
  const wished = slotOfKind(flow, slots, 'wish')
  const wish =
    wished === undefined ? context.wish : joinWishes(context.wish, readWish(wished, [], brain.knowledge.products))
  const orderNumber = slotOfKind(flow, slots, 'order')
  const productId = slotOfKind(flow, slots, 'product')
  const compared = flow.slots.flatMap(({ kind, name }) => (kind === 'product' ? (slots[name]?.value ?? []) : []))
  return {
    ...context,
    ...(Object.keys(build).length > 0 && { build }),
    ...(wish && { wish }),
    ...(orderNumber !== undefined && { orderNumber }),
    ...(productId !== undefined && { productId }),
    ...(compared.length > 1 && { compared }),
  }
}

function numberOf(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}

function preferenceOf(value: string | undefined): 'close' | 'roomy' | undefined {
  return value === 'close' || value === 'roomy' ? value : undefined
}
