import type { Facts } from '../../domain/conditions.ts'
import { type BotDecision, decideReply } from '../../domain/decide-reply.ts'
import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import { without } from '../../domain/dialogue/context.ts'
import { isEllipsis } from '../../domain/dialogue/ellipsis.ts'
import { textOf } from '../../domain/facts/say.ts'
import { type Flow, type FlowState, flowStartedBy } from '../../domain/flow/flow.ts'
import { CHANGE, CONFIRM, type FlowHearing, fillSlots, hearInFlow } from '../../domain/flow/hear-flow.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { answerIntent } from './answer-intent.ts'
import { botTexts } from './bot-texts.ts'
import { flowTopic, slotWorld } from './flow-world.ts'
import { gatherFacts } from './gather-facts.ts'
import { handOver } from './hand-over.ts'
import { policyOf } from './policy.ts'
import { proceed } from './proceed-flow.ts'
import { askForProof } from './prove-order.ts'
import { joinReplies, type Reply } from './reply.ts'
import { startFlow } from './start-flow.ts'
import type { Turn } from './turn.ts'
import { wantedByFlow } from './wanted-facts.ts'

const LIKELY = 0.5

/** In the middle of a task these ask for nothing. */
const SMALL_TALK: readonly IntentId[] = ['acknowledge', 'greet', 'thanks', 'goodbye', 'praise']

/** After so many answers that say nothing, a person is called. */
const MOST_MISSES = 3

/** What the message does to the task under way; undefined where there is none. */
export async function continueFlow(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const state = turn.heard.context.flow
  const flow = state && turn.brain.knowledge.flows.get(state.flow)
  // The owner may have removed the flow meanwhile: then there is nothing to go on with.
  if (!state || !flow) return undefined

  if (namesUnknownOrder(turn, flow)) return askForProof(deps, turn, state.intent)
  const topic = await flowTopic(turn, flow, state)
  const { facts } = await gatherFacts(deps, turn, topic, wantedByFlow(flow, turn.brain.renderer))
  const heard = hearInFlow(flow, state, turn.heard, await slotWorld(turn, flow, state.slots), facts)
  const hearing = heard.kind === 'advanced' ? { ...heard, state: await readOn(turn, flow, heard.state, facts) } : heard
  return act(deps, turn, { flow, state, hearing })
}

/** With the item known, the same message may name its size: "t恤 换 L 码". */
async function readOn(turn: Turn, flow: Flow, state: FlowState, facts: Facts): Promise<FlowState> {
  const { asked: _, ...unasked } = state
  const slots = fillSlots(flow, unasked, turn.heard, await slotWorld(turn, flow, state.slots), facts)
  return { ...state, slots: { ...slots, ...state.slots } }
}

/** A number that this shopper has not shown to be theirs must not be passed over in silence. */
export function namesUnknownOrder({ focus }: Turn, { slots }: Flow): boolean {
  return focus.orderNumber !== undefined && !focus.order && slots.some(({ kind }) => kind === 'order')
}

interface Running {
  readonly flow: Flow
  readonly state: FlowState
}

async function act(
  deps: Deps,
  turn: Turn,
  { flow, state, hearing }: Running & { hearing: FlowHearing },
): Promise<Reply> {
  switch (hearing.kind) {
    case 'advanced':
      return proceed(deps, turn, flow, hearing.state)
    case 'confirmed':
      return proceed(deps, turn, flow, state, true)
    case 'cancelled':
      return cancelled(turn, flow)
    case 'refused':
      return askChange(turn, { flow, state: { ...state, asked: CHANGE } }, botTexts(turn.speech.locale).flowRefused)
    case 'change':
      return askChange(turn, { flow, state: hearing.state }, botTexts(turn.speech.locale).flowChange)
    case 'unheard':
      return detour(deps, turn, { flow, state })
  }
}

function cancelled(turn: Turn, flow: Flow): Reply {
  const { speech, heard } = turn
  const context = { ...without(heard.context, 'flow', 'proof'), offered: [] }
  return {
    text: botTexts(speech.locale).flowCancelled(textOf(flow.title, speech)),
    rule: `flow:${flow.id}:cancelled`,
    context,
  }
}

/** Which of what was learnt is to be changed. */
function askChange({ speech, heard }: Turn, { flow, state }: Running, text: string): Reply {
  const texts = botTexts(speech.locale)
  const learnt = flow.slots.filter(({ name, ask }) => ask !== undefined && state.slots[name] !== undefined)
  const quickReplies = [
    ...learnt.map(({ name, label }) => ({
      value: toChoiceValue({ kind: 'correct', slot: name }),
      label: textOf(label, speech),
    })),
    { value: toChoiceValue({ kind: 'flow', control: 'cancel' }), label: texts.cancel },
  ]
  return {
    text,
    rule: `flow:${flow.id}:change`,
    quickReplies,
    context: { ...heard.context, flow: state, offered: quickReplies },
  }
}

/** Something else was said: it is answered, and the task goes on; or it was not understood, and is asked again. */
async function detour(deps: Deps, turn: Turn, running: Running): Promise<Reply> {
  const { flow, state } = running
  const decision = decideAside(turn)
  if (!decision) return askAgain(deps, turn, running)
  if (decision.kind === 'handoff') return handOver(deps, turn, decision)

  const { intent } = decision
  if (flow.start.includes(intent)) return proceed(deps, turn, flow, state)
  const other = flowStartedBy(turn.brain.knowledge.flows, intent)
  if (other) return startFlow(deps, turn, other, { intent })

  const aside = await answerIntent(deps, turn, intent)
  if (aside.enqueue) return aside
  const kept = { ...turn, heard: { ...turn.heard, context: { ...aside.context, flow: state } } }
  const back = await proceed(deps, kept, flow, { ...state, misses: 0 }, false)
  const { locale } = turn.speech
  const resumed = `${botTexts(locale).flowResume(textOf(flow.title, turn.speech))}${locale === 'zh' ? '' : ' '}`
  // Cards of other orders would seem to be what the task asks for.
  const { orders: _, ...said } = aside
  return joinReplies(said, { ...back, text: resumed + back.text })
}

type Aside = Extract<BotDecision, { kind: 'answer' | 'handoff' }>

/** What the message asks beside the task, if it surely asks something. */
function decideAside({ heard, brain }: Turn): Aside | undefined {
  // A name or a figure alone asks nothing.
  if (isEllipsis(heard.text, heard.understood.entities)) return undefined
  const policy = policyOf(brain)
  const pressed = heard.choice?.kind === 'intent' ? heard.choice.intent : undefined
  const decision = decideReply({ ...heard, ...(pressed !== undefined && { pressed }) }, policy)
  if (decision.kind === 'handoff') return decision.intent === undefined ? undefined : decision
  if (decision.kind === 'answer') return SMALL_TALK.includes(decision.intent) ? undefined : decision

  // Whoever does not answer what was asked has most likely changed the subject: less will do to believe it.
  const [best] = heard.understood.candidates
  if (decision.kind !== 'clarify' || !best || best.confidence < LIKELY || SMALL_TALK.includes(best.intent))
    return undefined
  const likely = decideReply({ ...heard, pressed: best.intent }, policy)
  return likely.kind === 'answer' || likely.kind === 'handoff' ? likely : undefined
}

async function askAgain(deps: Deps, turn: Turn, { flow, state }: Running): Promise<Reply> {
  const misses = state.misses + 1
  if (misses >= MOST_MISSES) return handOver(deps, turn, { kind: 'handoff', reason: 'not_understood' })
  if (state.asked === CHANGE) {
    return askChange(turn, { flow, state: { ...state, misses } }, botTexts(turn.speech.locale).flowChange)
  }
  const reply = await proceed(deps, turn, flow, { ...state, misses })
  return state.asked === CONFIRM
    ? {
        ...reply,
        text: `${botTexts(turn.speech.locale).flowAgain}${turn.speech.locale === 'zh' ? '' : ' '}${reply.text}`,
      }
    : reply
}

/** A task that waited is taken up again, or given up. */
export async function settlePaused(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const { choice, context } = turn.heard
  const state = context.paused
  const flow = state && turn.brain.knowledge.flows.get(state.flow)
  if (choice?.kind !== 'flow' || !state || !flow) return undefined

  const rest = without(context, 'paused')
  if (choice.control === 'drop' || choice.control === 'cancel') {
    return {
      text: botTexts(turn.speech.locale).flowDropped,
      rule: `flow:${flow.id}:dropped`,
      context: { ...rest, offered: [] },
    }
  }
  if (choice.control !== 'resume') return undefined
  return proceed(deps, { ...turn, heard: { ...turn.heard, context: { ...rest, flow: state } } }, flow, {
    ...state,
    misses: 0,
  })
}
