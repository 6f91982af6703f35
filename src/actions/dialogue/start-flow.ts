import type { CaseType } from '../../domain/case.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import { without } from '../../domain/dialogue/context.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow, FlowSlot, FlowState, Slots, SlotValue } from '../../domain/flow/flow.ts'
import { fillSlots } from '../../domain/flow/hear-flow.ts'
import { readSlot } from '../../domain/flow/read-slot.ts'
import type { IntentId } from '../../domain/ids.ts'
import { textIn } from '../../domain/localized-text.ts'
import type { Deps } from '../deps.ts'
import { namesUnknownOrder } from './continue-flow.ts'
import { slotWorld } from './flow-world.ts'
import { knownMeasure } from './known-measure.ts'
import { proceed } from './proceed-flow.ts'
import { askForProof } from './prove-order.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

export interface FlowBeginning {
  readonly intent: IntentId
  /** What is known beforehand. */
  readonly known?: Slots
}

/**
 * Begins a task with what the message says and what is known already. A task that is interrupted waits, unless the new one is
 * about the same order: then the shopper has changed their mind.
 */
export async function startFlow(deps: Deps, turn: Turn, flow: Flow, begin: FlowBeginning): Promise<Reply> {
  const { intent, known = {} } = begin
  const { heard, stored } = turn
  const running = heard.context.flow
  const empty: FlowState = {
    flow: flow.id,
    intent,
    slots: { ...impliedBy(turn, flow, intent), ...known },
    misses: 0,
    startedSeq: stored.message.seq,
  }
  const said = { ...empty, slots: fillSlots(flow, empty, heard, await slotWorld(turn, flow, empty.slots)) }

  const carried = { ...said, slots: { ...(await carriedSlots(turn, flow, running)), ...said.slots } }
  // With the order known, the message may name one of its items.
  const slots = fillSlots(flow, carried, heard, await slotWorld(turn, flow, carried.slots))
  const context = laidAside(heard.context, flow, running, { slots, flows: turn.brain.knowledge.flows })
  const begun = { ...carried, slots }
  if (namesUnknownOrder(turn, flow)) {
    return askForProof(deps, { ...turn, heard: { ...heard, context: { ...context, flow: begun } } }, intent)
  }
  return proceed(deps, { ...turn, heard: { ...heard, context } }, flow, begun)
}

/** Who comes in by "it arrived broken" has said why. */
function impliedBy({ speech }: Turn, flow: Flow, intent: IntentId): Slots {
  return Object.fromEntries(
    flow.slots.flatMap((slot) => {
      const option = slot.options.find(({ intents }) => intents.includes(intent))
      return option
        ? [[slot.name, { value: option.value, text: textIn(option.label, speech.locale, speech.language) }]]
        : []
    }),
  )
}

/** What belongs to one task alone, unless the shopper only wants another outcome of the same matter. */
const OF_ONE_TASK: readonly FlowSlot['kind'][] = ['quantity', 'text', 'choice', 'yes_no']

/** What was learnt before: by the task that this one replaces, and in the conversation. */
async function carriedSlots(turn: Turn, flow: Flow, running: FlowState | undefined): Promise<Slots> {
  const { heard, brain } = turn
  const before = running && brain.knowledge.flows.get(running.flow)
  const isSameMatter = isOutcome(before) && isOutcome(flow)
  const world = await slotWorld(turn, flow, {})
  const carried: Record<string, SlotValue> = {}
  for (const slot of flow.slots) {
    const twin = before?.slots.find(
      ({ name, kind }) => name === slot.name && kind === slot.kind && (isSameMatter || !OF_ONE_TASK.includes(kind)),
    )
    const value = (twin && running?.slots[twin.name]) ?? knownValue(slot, turn, world)
    if (value && value.value !== '') carried[slot.name] = value
  }
  return carried

  function knownValue(slot: Flow['slots'][number], { heard: { context } }: Turn, reading: typeof world) {
    const { build, orderNumber, pictures = [], wish } = context
    switch (slot.kind) {
      case 'order':
        return orderNumber === undefined
          ? undefined
          : readSlot(slot, { ...heard, choice: { kind: 'order', number: orderNumber } }, reading, false)
      case 'product':
        return (
          comparedBefore(turn, flow, slot) ??
          firstProduct(flow, slot, readSlot(slot, heard, reading, false, flow.slots))
        )
      case 'photo':
        return pictures.length > 0 ? readSlot(slot, { ...heard, pictures }, reading, false) : undefined
      case 'wish':
        // What goes with one product is no wish for the next.
        return wish && !wish.pairing
          ? { value: wish.words.join(' ') || '-', text: wish.words.join(' ') || '-' }
          : undefined
      default:
        return knownMeasure(slot.kind, build, turn.speech)
    }
  }
}

function firstProduct(flow: Flow, slot: FlowSlot, value: SlotValue | undefined): SlotValue | undefined {
  return slot === flow.slots.find(({ kind }) => kind === 'product') ? value : undefined
}

/** "哪个更保暖" after a comparison is asked of the same products. */
function comparedBefore({ heard, focus, brain, speech }: Turn, flow: Flow, slot: FlowSlot): SlotValue | undefined {
  const slots = flow.slots.filter(({ kind }) => kind === 'product')
  if (slots.length < 2 || focus.named.length > 0 || focus.among.length > 0) return undefined

  const product = brain.knowledge.products.get(heard.context.compared?.[slots.indexOf(slot)] ?? '')
  return product && { value: product.id, text: textOf(product.name, speech) }
}

/** What may become of an order that went wrong: who asks for one of these instead of another has changed their mind. */
const OUTCOMES: readonly CaseType[] = [
  'return',
  'exchange',
  'refund',
  'repair',
  'damaged',
  'wrong_item',
  'missing_item',
  'cancel',
]

function isOutcome(flow: Flow | undefined): boolean {
  return flow?.case !== undefined && OUTCOMES.includes(flow.case.type)
}

function laidAside(
  context: DialogueContext,
  flow: Flow,
  running: FlowState | undefined,
  { slots, flows }: { readonly slots: Slots; readonly flows: ReadonlyMap<string, Flow> },
): DialogueContext {
  const rest = without(context, 'flow')
  if (!running || running.flow === flow.id) return rest

  const isSameOrder = running.slots['order']?.value === slots['order']?.value
  const before = flows.get(running.flow)
  const changedMind = isSameOrder && isOutcome(before) && isOutcome(flow)
  return changedMind ? without(rest, 'paused') : { ...rest, paused: running }
}
