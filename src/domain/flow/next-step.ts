import { type Facts, holds } from '../conditions.ts'
import type { Flow, FlowRule, FlowSlot, FlowState, Slots } from './flow.ts'

/** What comes next in a flow. */
export type FlowStep =
  | { readonly kind: 'ask'; readonly slot: FlowSlot }
  | { readonly kind: 'rule'; readonly rule: FlowRule }
  | { readonly kind: 'confirm' | 'done' }

/** The first rule that holds, else the first slot that is wanting, else the summary, else the end. `facts` hold the slots' values. */
export function nextStep(flow: Flow, state: FlowState, facts: Facts, confirmed: boolean): FlowStep {
  const rule = flow.rules.find(({ when }) => holds(when, facts))
  if (rule) return { kind: 'rule', rule }

  const slot = flow.slots.find((one) => isWanting(one, state.slots, facts))
  if (slot) return { kind: 'ask', slot }
  return { kind: flow.confirm && !confirmed ? 'confirm' : 'done' }
}

function isWanting({ name, ask, when }: FlowSlot, slots: Slots, facts: Facts): boolean {
  return ask !== undefined && slots[name] === undefined && (!when || holds(when, facts))
}

/** `slot.reason` is the value that conditions compare, `slot.reason_text` how it is shown; what was left out is no fact. */
export function slotFacts(slots: Slots): Facts {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, { value, text }]) =>
      value === '' ? [] : [[`slot.${name}`, value] as const, [`slot.${name}_text`, text] as const],
    ),
  )
}

/** The slots whose own condition still holds. */
export function keepWhatCounts(flow: Flow, slots: Slots, facts: Facts): Slots {
  const gone = flow.slots.filter(({ name, when }) => slots[name] !== undefined && when && !holds(when, facts))
  if (gone.length === 0) return slots
  return Object.fromEntries(Object.entries(slots).filter(([name]) => gone.every((slot) => slot.name !== name)))
}
