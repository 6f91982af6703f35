import { toLocalTime } from '../../domain/calendar.ts'
import { type Choice, toChoiceValue } from '../../domain/dialogue/choice.ts'
import { itemsBrief } from '../../domain/facts/order-facts.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow, FlowSlot, FlowState } from '../../domain/flow/flow.ts'
import { ALL_ITEMS, eligibleOrders } from '../../domain/flow/read-goods.ts'
import type { SlotWorld } from '../../domain/flow/slot-world.ts'
import type { Option } from '../../domain/message.ts'
import { toOrderCard, toProductCard } from '../../domain/present.ts'
import { variantText } from '../../domain/skills/variants.ts'
import { botTexts } from './bot-texts.ts'
import { type Cards, short } from './cards.ts'
import { slotWorld } from './flow-world.ts'
import type { Turn } from './turn.ts'

const ORDERS_SHOWN = 4
const VARIANTS_SHOWN = 8

/** The buttons and cards with which a slot is asked for. Free words do as well at every step. */
export async function askSlot(
  turn: Turn,
  flow: Flow,
  { slots, misses }: FlowState,
  slot: FlowSlot,
): Promise<Cards & { quickReplies: readonly Option[] }> {
  const world = await slotWorld(turn, flow, slots)
  const texts = botTexts(turn.speech.locale)
  const extra = [
    ...(slot.optional ? [option({ kind: 'flow', control: 'skip' }, texts.skip)] : []),
    ...(misses > 0
      ? [option({ kind: 'flow', control: 'cancel' }, texts.cancel), { value: 'human_agent', label: texts.person }]
      : []),
  ]
  const orders = slot.kind === 'order' ? listOrders(slot, world) : []
  const among = slot.kind === 'product' ? turn.focus.among.slice(0, ORDERS_SHOWN) : []
  return {
    ...(among.length > 0 && {
      products: among.map((one) => toProductCard(one, turn.brain.knowledge, turn.speech.locale)),
    }),
    ...(orders.length > 0 && {
      orders: orders.map((order) => toOrderCard(order, turn.speech.timeZone, turn.speech.locale)),
    }),
    quickReplies: [...optionsFor(turn, slot, world), ...extra],
  }
}

/** Those that fit go first; without any, all are shown, and the rules say why one cannot be taken. */
function listOrders(slot: FlowSlot, { orders }: SlotWorld) {
  const eligible = eligibleOrders(slot, orders)
  return (eligible.length > 0 ? eligible : orders).slice(0, ORDERS_SHOWN)
}

function optionsFor(turn: Turn, slot: FlowSlot, world: SlotWorld): readonly Option[] {
  const { speech } = turn
  const texts = botTexts(speech.locale)
  const press = (value: string, label: string) => option({ kind: 'slot', slot: slot.name, value }, short(label))
  switch (slot.kind) {
    case 'order':
      return listOrders(slot, world).map((order) => {
        const day = toLocalTime(order.placedAt, speech.timeZone).date.slice(5)
        return option({ kind: 'order', number: order.number }, short(`${day} ${itemsBrief(order, speech)}`))
      })
    case 'item': {
      const items = world.order?.items ?? []
      const all = items.length > 1 ? [press(ALL_ITEMS, texts.wholeOrder)] : []
      return [...items.map((item) => press(item.sku, item.title)), ...all]
    }
    case 'choice':
      return slot.options.map(({ value, label }) => press(value, textOf(label, speech)))
    case 'yes_no':
      return [press('yes', texts.yes), press('no', texts.no)]
    case 'variant':
      return (world.product?.variants ?? [])
        .filter(({ stock, sku }) => stock > 0 && sku !== world.item?.sku)
        .slice(0, VARIANTS_SHOWN)
        .map((one) => press(one.sku, variantText(one, speech.locale, speech.language)))
        .filter(({ label }) => label !== '')
    case 'product':
      return turn.focus.among
        .slice(0, ORDERS_SHOWN)
        .map((one) => option({ kind: 'product', id: one.id }, short(textOf(one.name, speech))))
    default:
      return []
  }
}

function option(choice: Choice, label: string): Option {
  return { value: toChoiceValue(choice), label }
}
