import type { Case } from '../../domain/case.ts'
import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import { rememberIntent, without } from '../../domain/dialogue/context.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow, FlowCase, FlowState } from '../../domain/flow/flow.ts'
import type { Deps } from '../deps.ts'
import { botTexts } from './bot-texts.ts'
import { caseCard } from './cards.ts'
import { findReply } from './find-reply.ts'
import { learntContext } from './flow-world.ts'
import type { Topic } from './gather-facts.ts'
import { handOver } from './hand-over.ts'
import { openFlowCase } from './open-flow-case.ts'
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
function open(
  deps: Deps,
  { stored, speech, brain }: Turn,
  flow: Flow,
  opens: FlowCase,
  state: FlowState,
): Promise<Case> {
  const key = `${stored.conversation.id}:${flow.id}:${state.startedSeq}`
  return openFlowCase(deps, { key, flow, opens, state, thread: stored, speech, knowledge: brain.knowledge })
}
