import type { Flow, FlowCase, FlowSlot } from './flow.ts'

/** How an agent fills in a slot: what only a shopper can be asked by, words stand in for. */
export type FieldKind = 'choice' | 'yes_no' | 'text'

export interface Field {
  readonly slot: FlowSlot
  readonly kind: FieldKind
  readonly required: boolean
}

/** A flow as a form: what a person of the shop may ask for of an order on behalf of the customer. */
export interface Task {
  readonly flow: Flow
  readonly opens: FlowCase
  readonly order: FlowSlot
  readonly item?: FlowSlot
  /** Pictures come from the conversation. */
  readonly photo?: FlowSlot
  readonly fields: readonly Field[]
}

/** Undefined for a flow that is not about an order, or opens no case. */
export function taskOf(flow: Flow): Task | undefined {
  const slotOf = (kind: FlowSlot['kind']) => flow.slots.find((slot) => slot.kind === kind)
  const order = slotOf('order')
  if (!flow.case || !order) return undefined

  const item = slotOf('item')
  const photo = slotOf('photo')
  const apart = [order, item, photo]
  return {
    flow,
    opens: flow.case,
    order,
    ...(item && { item }),
    ...(photo && { photo }),
    fields: flow.slots.filter((slot) => !apart.includes(slot)).map(toField),
  }
}

/** What is asked for only under a condition, or never, an agent may leave out: the condition is for the bot to weigh. */
function toField(slot: FlowSlot): Field {
  const kind = slot.kind === 'choice' || slot.kind === 'yes_no' ? slot.kind : 'text'
  return { slot, kind, required: !slot.optional && slot.when === undefined && slot.ask !== undefined }
}
