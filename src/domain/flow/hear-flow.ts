import { type Facts, holds } from '../conditions.ts'
import { isEllipsis } from '../dialogue/ellipsis.ts'
import type { Heard } from '../dialogue/heard.ts'
import { orderReferenceWords } from '../dialogue/order-reference.ts'
import { isCancel, isCorrection, isNo, isSkip, isYes, soundsLikeQuestion, startsWithYes } from '../dialogue/phrases.ts'
import type { IntentId } from '../ids.ts'
import { textIn } from '../localized-text.ts'
import type { Flow, FlowSlot, FlowState, Slots, SlotValue } from './flow.ts'
import { photos, readSlot } from './read-slot.ts'
import type { SlotWorld } from './slot-world.ts'

/** What is asked besides slots: whether it is right so, and what is to be changed. */
export const CONFIRM = 'confirm'
export const CHANGE = 'change'

/** From here on a message is believed to be about something else than what was asked. */
const SURELY_ELSE = 0.6

/** A slot that the shopper has left out. */
const LEFT_OUT: SlotValue = { value: '', text: '' }

/** What a message does to a running flow. `unheard`: it says nothing that the flow wants to know. */
export type FlowHearing =
  | { readonly kind: 'advanced'; readonly state: FlowState }
  | { readonly kind: 'confirmed' | 'cancelled' | 'refused' | 'unheard' }
  | { readonly kind: 'change'; readonly state: FlowState }

/** Reads a message for a flow. Pure: what is asked next is decided when the facts of the new slots are known. */
export function hearInFlow(flow: Flow, state: FlowState, heard: Heard, world: SlotWorld, facts: Facts): FlowHearing {
  const pressed = hearPressed(flow, state, heard)
  if (pressed) return pressed
  const verdict = state.asked === CONFIRM ? hearVerdict(flow, heard, world) : undefined
  if (verdict) return verdict
  const asked = flow.slots.find(({ name }) => name === state.asked)
  if (!saysNoTo(asked, heard) && isCancel(heard.text)) return { kind: 'cancelled' }

  if (asked?.optional && heard.pictures.length === 0 && isSkip(heard.text)) return leaveOut(state, asked.name)

  const slots = fillSlots(flow, state, heard, world, facts)
  if (slots !== state.slots) return { kind: 'advanced', state: { ...state, slots, misses: 0 } }

  // "好的，就退这个": with nothing new in it, it is a yes.
  if (state.asked === CONFIRM && startsWithYes(heard.text)) return { kind: 'confirmed' }
  const wanted = state.asked === CHANGE ? slotByLabel(flow, heard.text, world) : undefined
  return wanted
    ? { kind: 'advanced', state: { ...state, slots: dropSlot(flow, state.slots, wanted.name) } }
    : { kind: 'unheard' }
}

function hearPressed(flow: Flow, state: FlowState, { choice }: Heard): FlowHearing | undefined {
  if (choice?.kind === 'correct') {
    return { kind: 'advanced', state: { ...state, slots: dropSlot(flow, state.slots, choice.slot), misses: 0 } }
  }
  if (choice?.kind !== 'flow') return undefined
  switch (choice.control) {
    case 'confirm':
      return state.asked === CONFIRM ? { kind: 'confirmed' } : undefined
    case 'change':
      return { kind: 'change', state: { ...state, asked: CHANGE, misses: 0 } }
    case 'cancel':
      return { kind: 'cancelled' }
    case 'skip':
      return state.asked === undefined ? undefined : leaveOut(state, state.asked)
    default:
      return undefined
  }
}

/** The button's own words count most: "取消" may be just what is to be confirmed. */
function hearVerdict(flow: Flow, { text }: Heard, world: SlotWorld): FlowHearing | undefined {
  const yes = flow.confirm ? bare(textIn(flow.confirm.yes, world.locale, world.language)) : ''
  const said = bare(text)
  if (said.length > 1 && (yes === said || yes.includes(said))) return { kind: 'confirmed' }
  if (isYes(text)) return { kind: 'confirmed' }
  return isNo(text) ? { kind: 'refused' } : undefined
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}

function saysNoTo(asked: FlowSlot | undefined, { text }: Heard): boolean {
  return asked !== undefined && (asked.kind === 'yes_no' || asked.optional) && isNo(text)
}

function leaveOut(state: FlowState, name: string): FlowHearing {
  return { kind: 'advanced', state: { ...state, slots: { ...state.slots, [name]: LEFT_OUT }, misses: 0 } }
}

/** The slots after this message; the same object where it says nothing new. Without `facts` also those that may turn out not to count. */
export function fillSlots(flow: Flow, state: FlowState, heard: Heard, world: SlotWorld, facts?: Facts): Slots {
  let slots = state.slots
  let reading = world
  // The label of what was pressed is no more than the button says.
  const said = heard.choice ? { ...heard, text: '' } : heard
  for (const slot of flow.slots) {
    if (facts && slot.when && !holds(slot.when, facts) && state.asked !== slot.name) continue
    if (isSwitchingTopic(slot, state, heard)) continue

    const value = readSlot(slot, said, reading, isAsked(slot, flow, state, said), flow.slots)
    if (!value || !mayTake(flow, slot, state, heard)) continue
    slots = takeSlot(flow, slots, slot, value, reading)
    if (slot.kind === 'order') reading = withOrder(reading, value.value)
  }
  return slots
}

/** What is said after an order was named is said of that one, not of the one before. */
function withOrder(world: SlotWorld, number: string): SlotWorld {
  if (world.order?.number === number) return world
  const { order: _, item, product, ...rest } = world
  const order = world.orders.find((one) => one.number === number)
  return { ...rest, ...(order && { order }), ...(!item && product && { product }) }
}

/** Words that come instead of a picture tell what the picture would have shown. */
function isAsked(slot: FlowSlot, flow: Flow, { asked, slots }: FlowState, { text }: Heard): boolean {
  if (asked === slot.name) return true
  const isPictureAsked = flow.slots.some(({ name, kind }) => name === asked && kind === 'photo')
  // Asked for a usual size, people tell how long the foot is.
  if (slot.kind === 'foot' && flow.slots.some(({ name, kind }) => name === asked && kind === 'size')) return true
  return (
    slot.kind === 'text' &&
    slots[slot.name] === undefined &&
    isPictureAsked &&
    !isSkip(text) &&
    !soundsLikeQuestion(text)
  )
}

/** A question in answer to "anything to add?" is a question. */
function isSwitchingTopic(slot: FlowSlot, { asked, intent }: FlowState, { text, understood }: Heard): boolean {
  if (slot.kind !== 'text' || asked !== slot.name) return false
  const [best] = understood.candidates
  return best !== undefined && best.intent !== intent && best.confidence > SURELY_ELSE && soundsLikeQuestion(text)
}

/** What is known already changes only where it was asked for again, put right, or looked at before confirming. */
function mayTake(flow: Flow, slot: FlowSlot, { asked, slots, intent }: FlowState, heard: Heard): boolean {
  const { text, choice, understood } = heard
  if (slots[slot.name] === undefined || asked === slot.name || slot.kind === 'photo') return true
  // A card that is pressed answers what was asked, not an earlier question for such a thing.
  if (choice !== undefined && flow.slots.some(({ name, kind }) => name === asked && kind === slot.kind)) return false
  if (asked === CONFIRM || asked === CHANGE || choice !== undefined || isCorrection(text)) return true
  // In a free text an order's number belongs to the text.
  const isFreeText = flow.slots.some(({ name, kind }) => name === asked && kind === 'text')
  const namesOrder =
    !isFreeText && understood.entities.some(({ kind }) => kind === 'order_number') && !asksElse(intent, heard)
  if (slot.kind === 'height' || slot.kind === 'weight' || slot.kind === 'foot') return true
  if (slot.kind === 'product' && flow.slots.filter(({ kind }) => kind === 'product').length === 1) {
    return namesAnother(flow, heard)
  }
  return slot.kind === 'order' && (namesOrder || isOrderReference(text))
}

/** Advice is given anew of whatever is named; a case is about what it began with, unless a name alone puts it right. */
function namesAnother(flow: Flow, { text, understood: { entities } }: Heard): boolean {
  if (!entities.some(({ kind }) => kind === 'product')) return false
  return !flow.case || (isEllipsis(text, entities) && entities.every(({ kind }) => kind === 'product'))
}

/** "要开发票 XM2026…": the number belongs to what else is asked. */
function asksElse(intent: IntentId, { text, understood }: Heard): boolean {
  const [best] = understood.candidates
  const isSure = best !== undefined && best.intent !== intent && best.confidence > SURELY_ELSE
  return isSure && !isEllipsis(text, understood.entities)
}

/** A message that is nothing but a reference to another order can only be a correction. */
function isOrderReference(text: string): boolean {
  return isEllipsis(text, [], orderReferenceWords(text))
}

function takeSlot(flow: Flow, slots: Slots, slot: FlowSlot, value: SlotValue, world: SlotWorld): Slots {
  const before = slots[slot.name]
  if (slot.kind === 'photo' && before && before.value !== '') {
    return { ...slots, [slot.name]: photos([...before.value.split(' '), ...value.value.split(' ')], world) }
  }
  if (before?.value === value.value) return slots
  return { ...dropSlot(flow, slots, slot.name), [slot.name]: value }
}

const DEPENDENTS: Readonly<Record<string, readonly FlowSlot['kind'][]>> = {
  order: ['item', 'variant', 'quantity'],
  item: ['variant', 'quantity'],
}

/** Forgets a slot, and with it what was learnt of the thing that it named. */
export function dropSlot(flow: Flow, slots: Slots, name: string): Slots {
  const kind = flow.slots.find((one) => one.name === name)?.kind ?? ''
  const gone = new Set([name])
  for (const one of flow.slots) if (DEPENDENTS[kind]?.includes(one.kind)) gone.add(one.name)
  return Object.fromEntries(Object.entries(slots).filter(([key]) => !gone.has(key)))
}

/** "原因": what the shopper wants to change, by what it is called. */
function slotByLabel(flow: Flow, text: string, { locale, language }: SlotWorld): FlowSlot | undefined {
  const said = text.toLowerCase()
  return flow.slots.find((slot) => said.includes(textIn(slot.label, locale, language).toLowerCase()))
}
