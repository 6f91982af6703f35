import { contextAfter, decideReply, type Heard } from '../../domain/decide-reply.ts'
import type { Product } from '../../domain/knowledge.ts'
import { wordsOf } from '../../domain/message.ts'
import { findMentioned } from '../../domain/present.ts'
import type { Understood } from '../../domain/understanding.ts'
import type { Deps } from '../deps.ts'
import { composeReply, NONE_OF_THESE } from './compose-reply.ts'
import { inSpokenLanguage } from './spoken-language.ts'
import { type Stored, tryStoreMessage } from './store-message.ts'

/** The bot's turn: understand, decide, reply once. The reply's key makes a second run harmless. */
export async function answerAsBot(deps: Deps, heardMessage: Stored): Promise<void> {
  const stored = inSpokenLanguage(heardMessage)
  const { message } = stored
  const product = productInTalk(deps, stored)
  const context = { ...stored.conversation.context, ...talkedAbout(stored, product) }
  const heard = hear(deps, stored, context)
  const decision = decideReply(heard, policyOf(deps))

  const thread = { ...stored, conversation: { ...stored.conversation, context: contextAfter(context, decision) } }
  const reply = await composeReply(deps, thread, heard, decision, product)
  const sent = await tryStoreMessage(deps, {
    conversationId: message.conversationId,
    // A crash after this line is made good at the next start; the same key keeps it at one reply.
    key: `reply-to-${message.seq}`,
    author: { kind: 'bot' },
    body: reply.body,
    at: deps.clock.now(),
    explanation: reply.explanation,
    // Somebody may have taken over while this was thought out: then the bot keeps silent.
    whileStatus: [stored.conversation.status],
    consequences: {
      context: reply.context,
      handledSeq: message.seq,
      ...(reply.enqueue && { enqueue: reply.enqueue }),
      ...(stored.conversation.status === 'queued' && { dequeue: true }),
    },
  })
  if (!('refused' in sent) && decision.kind === 'answer' && decision.notify) {
    deps.publisher.publish({
      type: 'answer.notified',
      conversationId: message.conversationId,
      seq: sent.message.seq,
      intent: decision.intent,
    })
  }
}

/** What the decision rests on, in the knowledge that serves now. */
function policyOf(deps: Deps) {
  const { knowledge } = deps.live.current()
  return {
    thresholds: knowledge.thresholds,
    handoff: knowledge.handoff,
    autonomyOf: (intent: string) => knowledge.intents.get(intent)?.autonomy ?? 'human',
  }
}

const NOTHING_HEARD: Understood = {
  language: 'zh',
  candidates: [],
  outOfScope: 1,
  questions: [],
  entities: [],
  mood: 'calm',
  wantsPerson: false,
  threatensLaw: false,
}

function hear(deps: Deps, { message, conversation, customer }: Stored, context: Heard['context']): Heard {
  const { knowledge, understanding } = deps.live.current()
  const { body } = message
  const text = wordsOf(body)
  const pressed = pressedIntent(body)
  const known = pressed !== undefined && knowledge.intents.has(pressed)
  const speaks = body.kind === 'text' || (body.kind === 'choice' && !known && body.choice !== NONE_OF_THESE)

  return {
    text,
    ...(known && { pressed }),
    understood: speaks
      ? understanding.understand({ text, locale: conversation.locale, at: message.at })
      : NOTHING_HEARD,
    tier: customer.tier,
    context,
  }
}

/** Sending an order card asks how it stands. */
function pressedIntent(body: Stored['message']['body']): string | undefined {
  if (body.kind === 'choice') return body.choice
  return body.kind === 'order' ? 'order_status' : undefined
}

function productInTalk(deps: Deps, { message, conversation }: Stored): Product | undefined {
  const { products } = deps.live.current().knowledge
  if (message.body.kind === 'product') return products.get(message.body.product.id)

  const named = message.body.kind === 'text' ? findMentioned(message.body.text, products.values()) : undefined
  return named ?? products.get(conversation.context.productId ?? '')
}

function talkedAbout({ message }: Stored, product: Product | undefined) {
  return {
    ...(product && { productId: product.id }),
    ...(message.body.kind === 'order' && { orderNumber: message.body.order.number }),
  }
}
