import { dueAfter } from '../../domain/calendar.ts'
import type { Case } from '../../domain/case.ts'
import { caseTitle, itemOfCase } from '../../domain/case-title.ts'
import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import { rememberIntent, without } from '../../domain/dialogue/context.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow, FlowCase, FlowState } from '../../domain/flow/flow.ts'
import { openCase } from '../cases/open-case.ts'
import type { Deps } from '../deps.ts'
import { botTexts } from './bot-texts.ts'
import { caseCard } from './cards.ts'
import { findReply } from './find-reply.ts'
import { learntContext, slotOfKind } from './flow-world.ts'
import type { Topic } from './gather-facts.ts'
import { handOver } from './hand-over.ts'
import { summaryOf } from './proceed-flow.ts'
import { optionOf, type Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** The task is done: its case is opened, and what the shop says to that is said. A task that was interrupted is offered again. */
export async function finishFlow(deps: Deps, turn: Turn, flow: Flow, state: FlowState, topic: Topic): Promise<Reply> {
  const opened = flow.case && (await open(deps, turn, flow, flow.case, state))
  const context = without(learntContext(turn, flow, state), 'flow')
  const done = { ...turn, heard: { ...turn.heard, context } }
  const { reply } = await findReply(deps, done, { ...topic, context }, [flow.done])
  if (!reply) return handOver(deps, done, { kind: 'handoff', reason: 'no_answer', intent: state.intent })

  const { paused } = context
  const { choices, next, ...said } = reply
  const quickReplies = paused
    ? resumeOptions(turn)
    : [...choices, ...(next ?? flow.next).map((intent) => optionOf(turn, intent))]
  const pausedTitle = paused && turn.brain.knowledge.flows.get(paused.flow)?.title
  const offer = pausedTitle && `\n\n${botTexts(turn.speech.locale).flowPausedOffer(textOf(pausedTitle, turn.speech))}`
  return {
    ...said,
    text: `${reply.text}${offer ?? ''}`,
    facts: { ...reply.facts, ...(opened && { 'case.number': opened.number }) },
    ...(opened && { details: [caseCard(turn, opened)], notify: state.intent }),
    rule: `flow:${flow.id}:done`,
    quickReplies,
    context: { ...context, offered: quickReplies, lastIntents: rememberIntent(context, state.intent) },
  }
}

export function resumeOptions({ speech }: Pick<Turn, 'speech'>) {
  const texts = botTexts(speech.locale)
  return [
    { value: toChoiceValue({ kind: 'flow', control: 'resume' }), label: texts.resume },
    { value: toChoiceValue({ kind: 'flow', control: 'drop' }), label: texts.drop },
  ]
}

/** The key is the message that began the flow: a second run opens no second case. */
function open(deps: Deps, turn: Turn, flow: Flow, { type, dueHours }: FlowCase, state: FlowState): Promise<Case> {
  const { stored, speech } = turn
  const { conversation, customer } = stored
  const orderNumber = slotOfKind(flow, state.slots, 'order')
  const sku = slotOfKind(flow, state.slots, 'item')
  const item = flow.slots.find(({ kind }) => kind === 'item')
  const about = item && itemOfCase(sku, state.slots[item.name]?.text, turn.brain.knowledge, speech.locale)
  return openCase(deps, {
    key: `${conversation.id}:${flow.id}:${state.startedSeq}`,
    type,
    title: caseTitle(flow, about, speech.language),
    customerId: customer.id,
    conversationId: conversation.id,
    ...(orderNumber !== undefined && { orderNumber }),
    ...(sku !== undefined && { sku }),
    // Order and item stand on the case by themselves.
    details: summaryOf(turn, flow, state, ['order', 'item']).lines,
    evidence: (slotOfKind(flow, state.slots, 'photo') ?? '').split(' ').filter(Boolean),
    dueAt: dueAfter(turn.brain.knowledge.calendar, speech.now, dueHours),
    at: speech.now,
  })
}
