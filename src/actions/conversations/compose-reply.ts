import type { DialogueContext } from '../../domain/conversation.ts'
import type { BotDecision, Heard } from '../../domain/decide-reply.ts'
import type { Thread } from '../../domain/events.ts'
import type { Explanation } from '../../domain/explanation.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Product } from '../../domain/knowledge.ts'
import { textIn } from '../../domain/localized-text.ts'
import type { Message, MessageBody, Option } from '../../domain/message.ts'
import type { Consequences } from '../../ports/message-log.ts'
import type { Deps } from '../deps.ts'
import { findWish } from '../handoff/find-wish.ts'
import { planHandoff } from '../handoff/plan-handoff.ts'
import { botTexts, handoffText } from './bot-texts.ts'
import { findReply, type Reply } from './find-reply.ts'

/** A reply ready to be stored. */
export interface ComposedReply {
  readonly body: MessageBody
  readonly explanation: Explanation
  readonly context: DialogueContext
  readonly enqueue?: NonNullable<Consequences['enqueue']>
}

type Heeded = Thread & { readonly message: Message }

/** What is pressed to say that none of the offered intents is meant. */
export const NONE_OF_THESE = 'none_of_these'

/** Decision → words. An answer whose facts are all missing becomes a handoff: nothing is made up. */
export async function composeReply(
  deps: Deps,
  thread: Heeded,
  heard: Heard,
  decision: BotDecision,
  product: Product | undefined,
): Promise<ComposedReply> {
  const texts = botTexts(thread.conversation.locale)
  switch (decision.kind) {
    case 'answer': {
      const reply = await findReply(deps, thread, decision.intent, product)
      if (!reply)
        return handOver(deps, thread, heard, { kind: 'handoff', reason: 'no_answer', intent: decision.intent }, product)
      return finish(deps, thread, heard, 'answer', { ...reply, quickReplies: nextOf(deps, thread, decision.intent) })
    }
    case 'clarify': {
      const choices = [
        ...decision.intents.map((id) => optionOf(deps, thread, id)),
        { value: NONE_OF_THESE, label: texts.noneOfThese },
      ]
      const composed = finish(deps, thread, heard, 'clarify', { text: texts.clarify })
      return {
        ...composed,
        body: { kind: 'clarify', text: texts.clarify, choices },
        context: { ...composed.context, offered: choices },
      }
    }
    case 'not_understood': {
      const person: Option = { value: 'human_agent', label: texts.person }
      return finish(deps, thread, heard, 'not_understood', {
        ...blankReply(deps, thread, product),
        quickReplies: [person],
      })
    }
    case 'handoff':
      return handOver(deps, thread, heard, decision, product)
  }
}

/** A picture cannot be read, a product card is an opening; anything else was not understood. */
function blankReply(deps: Deps, { message, conversation }: Heeded, product: Product | undefined): { text: string } {
  const texts = botTexts(conversation.locale)
  if (message.body.kind === 'image') return { text: texts.image }
  if (message.body.kind === 'product' && product) {
    return {
      text: texts.product(textIn(product.name, conversation.locale, deps.live.current().knowledge.shop.language)),
    }
  }
  return { text: texts.notUnderstood }
}

async function handOver(
  deps: Deps,
  thread: Heeded,
  heard: Heard,
  decision: BotDecision & { kind: 'handoff' },
  product: Product | undefined,
): Promise<ComposedReply> {
  const reply = decision.intent ? await findReply(deps, thread, decision.intent, product) : undefined
  const { message } = thread
  // Whoever asks for a person has said before what for.
  const wish = decision.reason === 'asked' ? await findWish(deps, message.conversationId, message.seq) : undefined
  const wants = wish ?? (heard.text || thread.conversation.preview)
  const { enqueue, nobody } = planHandoff(deps, thread, decision.reason, wants, heard.understood.candidates)
  const said = reply?.text ?? handoffText(thread.conversation.locale, decision.reason)
  const text = nobody === undefined ? said : whileNobodyIsThere(decision, reply?.text, nobody)
  return { ...finish(deps, thread, heard, `handoff:${decision.reason}`, { ...reply, text }), enqueue }
}

/** The owner's words may hold what cannot wait ("stop using it"); a bare promise of a colleague would be a lie. */
function whileNobodyIsThere(
  decision: BotDecision & { kind: 'handoff' },
  said: string | undefined,
  nobody: string,
): string {
  return said === undefined || decision.reason === 'asked' ? nobody : `${said}\n${nobody}`
}

function finish(
  deps: Deps,
  { conversation, message }: Heeded,
  { understood }: Heard,
  rule: string,
  reply: Partial<Reply> & { text: string; quickReplies?: readonly Option[] },
): ComposedReply {
  const { knowledge } = deps.live.current()
  const { text, image, products, quickReplies } = reply
  return {
    body: {
      kind: 'text',
      text,
      ...(image !== undefined && { image }),
      ...(products && products.length > 0 && { products }),
      ...(quickReplies && quickReplies.length > 0 && { quickReplies }),
    },
    explanation: {
      heardSeq: message.seq,
      rule,
      candidates: understood.candidates,
      thresholds: { answer: knowledge.thresholds.answer, clarify: knowledge.thresholds.clarify },
      facts: reply.facts ?? {},
      ...(reply.answer !== undefined && { answer: reply.answer }),
      knowledgeVersion: knowledge.version,
    },
    context: { ...conversation.context, offered: quickReplies ?? [] },
  }
}

function nextOf(deps: Deps, thread: Heeded, intent: IntentId): readonly Option[] {
  return (deps.live.current().knowledge.intents.get(intent)?.next ?? []).map((id) => optionOf(deps, thread, id))
}

export function optionOf(deps: Deps, { conversation }: Pick<Thread, 'conversation'>, id: IntentId): Option {
  const { intents, shop } = deps.live.current().knowledge
  return { value: id, label: textIn(intents.get(id)?.title ?? id, conversation.locale, shop.language) }
}
