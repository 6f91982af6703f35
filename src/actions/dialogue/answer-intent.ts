import { toChoiceValue } from '../../domain/dialogue/choice.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import { rememberIntent } from '../../domain/dialogue/context.ts'
import { itemsBrief } from '../../domain/facts/order-facts.ts'
import { textOf } from '../../domain/facts/say.ts'
import { flowStartedBy } from '../../domain/flow/flow.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Product } from '../../domain/knowledge.ts'
import type { Option } from '../../domain/message.ts'
import { toProductCard } from '../../domain/present.ts'
import type { Deps } from '../deps.ts'
import { botTexts } from './bot-texts.ts'
import { short } from './cards.ts'
import { findReply } from './find-reply.ts'
import { handOver } from './hand-over.ts'
import { askForProof } from './prove-order.ts'
import { optionOf, type Reply } from './reply.ts'
import { startFlow } from './start-flow.ts'
import { otherOrders, topicOf } from './topic.ts'
import type { Turn } from './turn.ts'

const CHOICES_SHOWN = 4

/** Answers an intent: by the flow that it starts, or by its answers. What it cannot do without is asked for first. */
export async function answerIntent(deps: Deps, turn: Turn, id: IntentId): Promise<Reply> {
  const { knowledge } = turn.brain
  const context = answeredContext(turn.heard.context, id)
  const answering = { ...turn, heard: { ...turn.heard, context } }
  const flow = flowStartedBy(knowledge.flows, id)
  if (flow) return startFlow(deps, answering, flow, { intent: id })

  const intent = knowledge.intents.get(id)
  const { product, among } = turn.focus
  if (intent?.needs === 'product' && !product && among.length > 1) return askWhichProduct(answering, among)
  if (intent?.needs === 'order') {
    const missing = await askForOrder(deps, answering, id)
    if (missing) return missing
  }
  return sayAnswer(deps, answering, id)
}

/** What changes with any answer; the intent is now the newest that was talked about. */
export function answeredContext(context: DialogueContext, intent: IntentId): DialogueContext {
  return { ...context, misses: 0, clarified: false, offered: [], lastIntents: rememberIntent(context, intent) }
}

async function sayAnswer(deps: Deps, turn: Turn, id: IntentId): Promise<Reply> {
  const { brain, heard } = turn
  const intent = brain.knowledge.intents.get(id)
  const topic = await topicOf(turn, id)
  const { reply, missing } = await findReply(deps, turn, topic, [
    topic.product?.answers[id] ?? [],
    intent?.answers ?? [],
  ])
  if (missing !== undefined && topic.product)
    return tellMissing(deps, turn, { id, fact: missing, product: topic.product })
  if (!reply) return handOver(deps, turn, { kind: 'handoff', reason: 'no_answer', intent: id })

  const orders = intent?.needs === 'order' ? await turn.orders() : []
  const taken = topic.order
  const quickReplies = [
    ...reply.choices,
    ...otherOrders(intent, orders, taken).map((order) => ({
      value: toChoiceValue({ kind: 'order', number: order.number }),
      label: short(botTexts(turn.speech.locale).otherOrder(itemsBrief(order, turn.speech))),
    })),
    ...(reply.next ?? intent?.next ?? []).map((next) => optionOf(turn, next)),
  ]
  const spokenOf = taken && usesOrder(reply.facts) ? { orderNumber: taken.number } : {}
  const { choices: _, next: __, list, ...words } = reply
  return {
    ...words,
    said: { intent: id, answer: reply.answer, ...(list === 0 && topic.product && { product: topic.product.id }) },
    rule: 'answer',
    quickReplies,
    context: { ...heard.context, ...spokenOf, offered: quickReplies },
    ...(intent?.autonomy === 'notify' && { notify: id }),
  }
}

function usesOrder(facts: Readonly<Record<string, string>>): boolean {
  return Object.keys(facts).some((fact) => /^(?:order|parcel|refund|invoice)\./.test(fact))
}

/** Whose order it is must be known; undefined where the question can be answered as it is. */
async function askForOrder(deps: Deps, turn: Turn, id: IntentId): Promise<Reply | undefined> {
  const { focus, heard } = turn
  const orders = await turn.orders()
  if (focus.orderNumber !== undefined && !focus.order) return askForProof(deps, turn, id)
  if (orders.length > 0 || heard.context.orderNumber !== undefined) return undefined
  return askForProof(deps, turn, id)
}

/** Several products bear the name: which one is meant is chosen by card. */
export function askWhichProduct(turn: Turn, among: readonly Product[]): Reply {
  const { speech, brain, heard } = turn
  const shown = among.slice(0, CHOICES_SHOWN)
  const quickReplies: Option[] = shown.map((product) => ({
    value: toChoiceValue({ kind: 'product', id: product.id }),
    label: short(textOf(product.name, speech)),
  }))
  return {
    text: botTexts(speech.locale).whichProduct,
    rule: 'ask:product',
    products: shown.map((product) => toProductCard(product, brain.knowledge, speech.locale)),
    quickReplies,
    context: { ...heard.context, offered: quickReplies },
  }
}

/** Nobody has written it down: it is said so, noted for the owner, and a person is offered. */
async function tellMissing(
  deps: Deps,
  turn: Turn,
  { id, fact, product }: { id: IntentId; fact: string; product: Product },
): Promise<Reply> {
  const { speech, brain, heard, stored } = turn
  await deps.storage.missingFacts.note({ productId: product.id, fact, asked: heard.text, at: speech.now })
  const texts = botTexts(speech.locale)
  const title = textOf(brain.knowledge.intents.get(id)?.title ?? id, speech)
  const quickReplies = [{ value: 'human_agent', label: texts.person }]
  deps.log.info(
    { conversationId: stored.conversation.id, product: product.id, fact },
    'a fact was asked for that nobody wrote down',
  )
  return {
    text: texts.missingFact(textOf(product.name, speech), title),
    rule: `missing:${fact}`,
    quickReplies,
    context: { ...heard.context, offered: quickReplies },
  }
}
