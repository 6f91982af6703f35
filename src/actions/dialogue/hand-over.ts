import type { BotDecision } from '../../domain/decide-reply.ts'
import { contextAfter } from '../../domain/decide-reply.ts'
import { without } from '../../domain/dialogue/context.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Deps } from '../deps.ts'
import { findWish } from '../handoff/find-wish.ts'
import { planHandoff } from '../handoff/plan-handoff.ts'
import { botTexts, handoffText } from './bot-texts.ts'
import { findReply } from './find-reply.ts'
import type { Reply } from './reply.ts'
import { topicOf } from './topic.ts'
import type { Turn } from './turn.ts'

type Handoff = Extract<BotDecision, { kind: 'handoff' }>

type Said = Pick<Reply, 'text' | 'facts'>

/** Gives up, with a reason; `said` are words that the shop has for it, else the intent's own. A task under way ends, and what it had learnt goes onto the card. */
export async function handOver(deps: Deps, turn: Turn, decision: Handoff, said?: Said): Promise<Reply> {
  const { stored, heard, speech } = turn
  const { message } = stored
  const context = contextAfter(heard.context, decision)
  const thread = { ...stored, conversation: { ...stored.conversation, context } }
  const found = said ?? (decision.intent === undefined ? undefined : await findWords(deps, turn, decision.intent))

  // Whoever asks for a person has said before what for.
  const wish = decision.reason === 'asked' ? await findWish(deps, message.conversationId, message.seq) : undefined
  const wants = [wish ?? (heard.text || stored.conversation.preview), taskText(turn)].filter(Boolean).join('\n')
  const isWaiting = stored.conversation.status === 'queued'
  const { enqueue, nobody } = planHandoff(deps, thread, decision.reason, wants, heard.understood.candidates)
  const words = found?.text
  const calling = isWaiting ? botTexts(speech.locale).stillQueued : handoffText(speech.locale, decision.reason)
  const text = nobody === undefined ? (words ?? calling) : joinNobody(decision, words, nobody)
  return {
    ...found,
    text,
    rule: `handoff:${decision.reason}`,
    context: without(context, 'flow', 'paused', 'proof'),
    enqueue,
  }
}

async function findWords(deps: Deps, turn: Turn, intent: string) {
  const { product } = turn.focus
  const answers = turn.brain.knowledge.intents.get(intent)?.answers ?? []
  const topic = await topicOf(turn, intent)
  const { reply } = await findReply(deps, turn, topic, [product?.answers[intent] ?? [], answers])
  if (!reply) return undefined
  const { choices: _, next: __, ...said } = reply
  return said
}

/** What a task had learnt: `申请退货：订单 XM… / 原因 尺码不合适`. */
function taskText({ heard, brain, speech }: Turn): string {
  const state = heard.context.flow
  const flow = state && brain.knowledge.flows.get(state.flow)
  if (!state || !flow) return ''
  const learnt = flow.slots.flatMap(({ name, label }) => {
    const text = state.slots[name]?.text
    return text ? `${textOf(label, speech)} ${text}` : []
  })
  return learnt.length === 0 ? '' : `${textOf(flow.title, speech)}: ${learnt.join(' / ')}`
}

/** The owner's words may hold what cannot wait ("stop using it"); a bare promise of a colleague would be a lie. */
function joinNobody(decision: Handoff, said: string | undefined, nobody: string): string {
  return said === undefined || decision.reason === 'asked' ? nobody : `${said}\n${nobody}`
}
