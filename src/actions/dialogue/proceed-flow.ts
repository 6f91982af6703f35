import type { OrderItem } from '../../domain/commerce.ts'
import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import { rememberIntent, without } from '../../domain/dialogue/context.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow, FlowRule, FlowSlot, FlowState, SlotKind } from '../../domain/flow/flow.ts'
import { CONFIRM } from '../../domain/flow/hear-flow.ts'
import { type FlowStep, keepWhatCounts, nextStep } from '../../domain/flow/next-step.ts'
import { eligibleOrders, toOrderValue } from '../../domain/flow/read-goods.ts'
import type { SlotWorld } from '../../domain/flow/slot-world.ts'
import type { LocalizedText } from '../../domain/localized-text.ts'
import type { DetailsCard, Option } from '../../domain/message.ts'
import type { Deps } from '../deps.ts'
import { askSlot } from './ask-slot.ts'
import { botTexts } from './bot-texts.ts'
import { finishFlow } from './finish-flow.ts'
import { flowTopic, learntContext, slotWorld } from './flow-world.ts'
import { gatherFacts, type Known } from './gather-facts.ts'
import { handOver } from './hand-over.ts'
import { knownMeasure } from './known-measure.ts'
import { askForProof } from './prove-order.ts'
import { optionOf, type Reply } from './reply.ts'
import { tellSameCase } from './same-case.ts'
import type { Turn } from './turn.ts'
import { wantedByFlow } from './wanted-facts.ts'

/** Goes on with a task: the rule that stops it, the next question, the summary, or its end. */
export async function proceed(
  deps: Deps,
  turn: Turn,
  flow: Flow,
  before: FlowState,
  confirmed = false,
): Promise<Reply> {
  const filled = await fillWhatIsPlain(turn, flow, before)
  const wanted = wantedByFlow(flow, turn.brain.renderer)
  const known = await gatherFacts(deps, turn, await flowTopic(turn, flow, filled), wanted)
  // What was learnt for a reason that is not the reason any more is no part of the request.
  const state = { ...filled, slots: keepWhatCounts(flow, filled.slots, known.facts) }
  const topic = await flowTopic(turn, flow, state)
  const step = nextStep(flow, state, known.facts, confirmed)

  switch (step.kind) {
    case 'rule':
      return applyRule(deps, turn, { flow, state, rule: step.rule, known })
    case 'ask':
      return (await tellSameCase(deps, turn, flow, state)) ?? ask(deps, turn, { flow, state, step, known })
    case 'confirm':
      return (await tellSameCase(deps, turn, flow, state)) ?? confirm(turn, flow, state, known)
    case 'done':
      // What was confirmed was looked up when it was shown; what needs no confirming is looked up here.
      return (
        (flow.confirm ? undefined : await tellSameCase(deps, turn, flow, state)) ??
        finishFlow(deps, turn, flow, state, topic)
      )
  }
}

/** With one order to choose from, or one item in it, there is nothing to ask. */
async function fillWhatIsPlain(turn: Turn, flow: Flow, state: FlowState): Promise<FlowState> {
  let { slots } = state
  for (const slot of flow.slots) {
    if (slots[slot.name] !== undefined) continue
    const world = await slotWorld(turn, flow, slots)
    if (slot.kind === 'order') {
      const eligible = eligibleOrders(slot, world.orders)
      const [only, ...others] = eligible.length > 0 ? eligible : world.orders
      if (only && others.length === 0) slots = { ...slots, [slot.name]: toOrderValue(only, world) }
    }
    // What comes in one kind needs no choosing.
    const [only, ...others] = slot.kind === 'variant' && !world.item ? (world.product?.variants ?? []) : []
    if (only && others.length === 0) slots = { ...slots, [slot.name]: { value: only.sku, text: '' } }
    const measure = knownMeasure(slot.kind, turn.heard.context.build, turn.speech)
    if (measure) slots = { ...slots, [slot.name]: measure }
    const item = slot.kind === 'item' ? plainItem(world, turn.heard.context.productId) : undefined
    if (item) slots = { ...slots, [slot.name]: { value: item.sku, text: item.title } }
  }
  return { ...state, slots }
}

/** The only item of the order, or the only one of the product that is being talked about. */
function plainItem({ order }: SlotWorld, productId: string | undefined): OrderItem | undefined {
  const [first, ...others] = order?.items ?? []
  if (others.length === 0) return first
  const ofProduct = order?.items.filter((item) => item.productId === productId) ?? []
  return ofProduct.length === 1 ? ofProduct[0] : undefined
}

interface Stage {
  readonly flow: Flow
  readonly state: FlowState
  readonly known: Known
}

/** A text of the flow, filled in; what cannot be filled in is said without its facts by nobody. */
export function render({ brain, speech }: Turn, text: LocalizedText, { facts }: Pick<Known, 'facts'>) {
  const rendered = brain.renderer.render(text, facts, speech.locale)
  return 'text' in rendered ? rendered : undefined
}

async function applyRule(deps: Deps, turn: Turn, stage: Stage & { rule: FlowRule }): Promise<Reply> {
  const { flow, state, rule, known } = stage
  const said = render(turn, rule.say, known)
  const ended = { ...turn, heard: { ...turn.heard, context: learntContext(turn, flow, state) } }
  if (rule.result === 'handoff' || !said) {
    const decision = { kind: 'handoff', reason: 'flow_rule', intent: state.intent } as const
    const withFlow = { ...ended.heard.context, flow: state }
    return handOver(
      deps,
      { ...ended, heard: { ...ended.heard, context: withFlow } },
      decision,
      said && { text: said.text, facts: said.used },
    )
  }
  const quickReplies = rule.next.map((intent) => optionOf(turn, intent))
  return {
    text: said.text,
    facts: said.used,
    rule: `flow:${flow.id}:rule:${flow.rules.indexOf(rule) + 1}`,
    quickReplies,
    context: { ...without(ended.heard.context, 'flow'), offered: quickReplies },
  }
}

async function ask(deps: Deps, turn: Turn, stage: Stage & { step: FlowStep & { kind: 'ask' } }): Promise<Reply> {
  const { flow, step, known } = stage
  const { slot } = step
  const state = { ...stage.state, asked: slot.name }
  const context = {
    ...learntContext(turn, flow, state),
    flow: state,
    lastIntents: rememberIntent(turn.heard.context, state.intent),
  }
  const asking = { ...turn, heard: { ...turn.heard, context } }
  if (slot.kind === 'order' && (await turn.orders()).length === 0) return askForProof(deps, asking, state.intent)

  const said = slot.ask === undefined ? undefined : render(turn, slot.ask, known)
  const words = said?.text ?? textOf(slot.label, turn.speech)
  const asked = await askSlot(asking, flow, state, slot)
  return {
    ...asked,
    text: again(turn, state, slot) + words,
    rule: `flow:${flow.id}:ask:${slot.name}`,
    ...(said && { facts: said.used }),
    context: { ...context, offered: asked.quickReplies },
  }
}

function again({ speech }: Turn, { misses }: FlowState, slot: FlowSlot): string {
  if (misses === 0 || slot.kind === 'text') return ''
  return `${botTexts(speech.locale).flowAgain}${speech.locale === 'zh' ? '' : ' '}`
}

function confirm(turn: Turn, flow: Flow, before: FlowState, known: Known): Reply {
  const { speech } = turn
  const texts = botTexts(speech.locale)
  const state = { ...before, asked: CONFIRM }
  const said = flow.confirm && render(turn, flow.confirm.say, known)
  const control = (name: 'confirm' | 'change' | 'cancel', label: string): Option => ({
    value: toChoiceValue({ kind: 'flow', control: name }),
    label,
  })
  const quickReplies = [
    control('confirm', flow.confirm ? textOf(flow.confirm.yes, speech) : texts.yes),
    control('change', texts.change),
    control('cancel', texts.cancel),
  ]
  return {
    text: said?.text ?? texts.summary(textOf(flow.title, speech)),
    rule: `flow:${flow.id}:confirm`,
    ...(said && { facts: said.used }),
    details: [summaryOf(turn, flow, state)],
    quickReplies,
    context: { ...learntContext(turn, flow, state), flow: state, offered: quickReplies },
  }
}

/** What has been learnt, line by line, as the shopper may check it. */
export function summaryOf(
  { speech }: Pick<Turn, 'speech'>,
  flow: Flow,
  { slots }: FlowState,
  except: readonly SlotKind[] = [],
): DetailsCard {
  const lines = flow.slots.flatMap(({ name, kind, label }) => {
    const text = slots[name]?.text
    return text && !except.includes(kind) ? [{ label: textOf(label, speech), text }] : []
  })
  return { title: textOf(flow.title, speech), lines }
}
