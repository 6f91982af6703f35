import { contextAfter, decideReply } from '../../domain/decide-reply.ts'
import type { Choice } from '../../domain/dialogue/choice.ts'
import { NONE_OF_THESE } from '../../domain/dialogue/choice.ts'
import { isEllipsis } from '../../domain/dialogue/ellipsis.ts'
import { orderReferenceWords } from '../../domain/dialogue/order-reference.ts'
import { itemsText } from '../../domain/facts/order-facts.ts'
import { textOf } from '../../domain/facts/say.ts'
import { flowStartedBy } from '../../domain/flow/flow.ts'
import { footWords } from '../../domain/flow/read-measure.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { IntentId } from '../../domain/ids.ts'
import { orderIn } from '../../domain/order-in-language.ts'
import type { Deps } from '../deps.ts'
import { answerIntent, askWhichProduct } from './answer-intent.ts'
import { botTexts } from './bot-texts.ts'
import { continueFlow, settlePaused } from './continue-flow.ts'
import { followUpIntent } from './follow-up.ts'
import { handOver } from './hand-over.ts'
import { plainlyMeant, taskOfAll } from './plainly-meant.ts'
import { policyOf } from './policy.ts'
import { hearProof } from './prove-order.ts'
import { refineAdvice } from './refine-advice.ts'
import { joinReplies, optionOf, type Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** What an order's number by itself asks for. */
const ORDER_STATUS = 'order_status'

const COURTESIES: readonly IntentId[] = ['thanks', 'acknowledge', 'greet', 'goodbye', 'praise']
const COURTEOUS = 0.3

/** From this share of the best candidate on, another one comes into question as well. */
const RIVAL = 0.25

/** What calls a person also in the middle of a task. */
const URGENT: readonly HandoffReason[] = ['sensitive', 'asked', 'anger', 'complaint']

/** What 小二 says to a message: a person first where one is called for, then the question that is open, then the message itself. */
export async function answerMessage(deps: Deps, turn: Turn): Promise<Reply> {
  const { heard, brain } = turn
  const pressed = heard.choice?.kind === 'intent' ? heard.choice.intent : undefined
  const decision = decideReply({ ...heard, ...(pressed !== undefined && { pressed }) }, policyOf(brain))
  if (decision.kind === 'handoff' && URGENT.includes(decision.reason)) return handOver(deps, turn, decision)

  const asked = decision.kind === 'answer' ? decision.intent : ORDER_STATUS
  const proof = await hearProof(deps, turn, asked)
  if (proof?.kind === 'reply') return proof.reply
  if (proof) return afterProof(deps, turn, proof.order.number, proof.intent)

  const going = (await continueFlow(deps, turn)) ?? (await settlePaused(deps, turn))
  if (going) return going

  const said = heard.choice ? await answerChoice(deps, turn, heard.choice) : await answerFollowUp(deps, turn)
  if (said) return said
  return (await answerEach(deps, turn)) ?? answerWhole(deps, turn)
}

/** The order is theirs: from now on it may be spoken of, and what was asked is answered. */
async function afterProof(deps: Deps, turn: Turn, number: string, intent: IntentId): Promise<Reply> {
  const { proof: _, ...rest } = turn.heard.context
  const proven = [...new Set([...(rest.proven ?? []), number])]
  const found = await deps.storage.orders.find(number)
  const { products, shop } = turn.brain.knowledge
  const order = found && orderIn(found, products, turn.speech.locale, shop.language)
  const before = await turn.orders()
  const orders = order && !before.some((one) => one.number === number) ? [order, ...before] : before
  const shown: Turn = {
    ...turn,
    focus: { ...turn.focus, ...(order && { order }), orderNumber: number },
    heard: { ...turn.heard, choice: { kind: 'order', number }, context: { ...rest, proven, orderNumber: number } },
    orders: async () => orders,
  }
  return (await continueFlow(deps, shown)) ?? answerIntent(deps, shown, intent)
}

async function answerChoice(deps: Deps, turn: Turn, choice: Choice): Promise<Reply | undefined> {
  const { heard, focus, speech } = turn
  const texts = botTexts(speech.locale)
  switch (choice.kind) {
    case 'product': {
      const asked = followUpIntent(turn, 'product')
      if (asked !== undefined) return answerIntent(deps, turn, asked)
      return openProduct(turn)
    }
    case 'order': {
      const asked = followUpIntent(turn, 'order')
      if (asked !== undefined) return answerIntent(deps, turn, asked)
      if (!focus.order) return undefined
      return {
        text: texts.orderChosen(focus.order.number, itemsText(focus.order, speech)),
        rule: 'opening:order',
        context: { ...heard.context, offered: [] },
      }
    }
    // A button of a task that is over means nothing any more, but what it says may.
    default:
      return undefined
  }
}

/** A product was named or chosen, and nothing asked of it yet. */
function openProduct({ focus, heard, speech }: Turn): Reply {
  const name = focus.product ? textOf(focus.product.name, speech) : ''
  return {
    text: botTexts(speech.locale).product(name),
    rule: 'opening:product',
    context: { ...heard.context, misses: 0, offered: [] },
  }
}

/** "那黑色的呢", "L呢", an order number alone: what was asked before is asked of something else. */
async function answerFollowUp(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const { heard, focus } = turn
  const refined = await refineAdvice(deps, turn)
  if (refined) return refined
  const words = [
    ...focus.variantWords,
    ...orderReferenceWords(heard.text),
    ...footWords(heard.text),
    ...(heard.text.match(/^\D{0,2}(\d{2,5})(?=\D{0,2}$)/)?.slice(1) ?? []),
  ]
  if (!isEllipsis(heard.text, heard.understood.entities, words)) return undefined

  const intent = followUpIntent(turn)
  if (intent !== undefined) return answerIntent(deps, turn, intent)
  if (focus.named.length > 0) return openProduct(turn)
  return focus.among.length > 1 ? askWhichProduct(turn, focus.among) : undefined
}

/** Two questions in one message get two answers, in their order; a task that one of them begins comes last. */
async function answerEach(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const { heard, brain } = turn
  const asked = heard.understood.questions.flatMap(({ text, candidates }) => {
    // "刚买的T恤" between two questions says what they are about.
    if (isEllipsis(text, heard.understood.entities, orderReferenceWords(text))) return []
    const understood = { ...heard.understood, candidates, questions: [] }
    const decision = decideReply({ ...heard, text, understood }, policyOf(brain))
    return decision.kind === 'answer' ? [decision.intent] : []
  })
  if (asked.length < 2) return undefined
  const task = taskOfAll(turn, asked)
  if (task !== undefined) return answerIntent(deps, turn, task)

  const begins = (intent: IntentId) => flowStartedBy(brain.knowledge.flows, intent) !== undefined
  const ordered = [...asked.filter((intent) => !begins(intent)), ...asked.filter(begins).slice(0, 1)].slice(0, 3)
  let joined: Reply | undefined
  for (const intent of ordered) {
    const context = joined?.context ?? heard.context
    const reply = await answerIntent(deps, { ...turn, heard: { ...heard, context } }, intent)
    joined = joined ? joinReplies(joined, reply) : reply
  }
  return joined
}

async function answerWhole(deps: Deps, turn: Turn): Promise<Reply> {
  const { heard, brain, speech } = turn
  const texts = botTexts(speech.locale)
  const pressed = heard.choice?.kind === 'intent' ? heard.choice.intent : undefined
  const decision = decideReply({ ...heard, ...(pressed !== undefined && { pressed }) }, policyOf(brain))
  switch (decision.kind) {
    case 'answer':
      return answerIntent(deps, turn, decision.intent)
    case 'clarify': {
      const plain = await plainlyMeant(turn, withoutOutsiders(turn, decision.intents))
      if (plain !== undefined) return answerIntent(deps, turn, plain)
      const choices = [
        ...decision.intents.map((id) => optionOf(turn, id)),
        { value: NONE_OF_THESE, label: texts.noneOfThese },
      ]
      const context = { ...contextAfter(heard.context, decision), offered: choices }
      return { text: texts.clarify, rule: 'clarify', choices, context }
    }
    case 'not_understood': {
      const courtesy = courtesyIn(turn)
      if (courtesy !== undefined) return answerIntent(deps, turn, courtesy)
      if (!/[\p{L}\p{N}]/u.test(heard.text) && heard.pictures.length === 0 && !heard.choice && heard.text !== '') {
        return { text: texts.here, rule: 'no_words', context: { ...heard.context, offered: [] } }
      }
      // A picture by itself is no question: shoppers send it first and tell after.
      if (heard.pictures.length > 0)
        return { text: texts.image, rule: 'picture', context: { ...heard.context, offered: [] } }
      const quickReplies = [{ value: 'human_agent', label: texts.person }]
      const context = { ...contextAfter(heard.context, decision), offered: quickReplies }
      return { text: blankText(turn), rule: 'not_understood', quickReplies, context }
    }
    case 'handoff':
      return handOver(deps, turn, decision)
  }
}

/** What is far behind the best is worth offering, but it does not make the best unclear. */
function withoutOutsiders({ heard }: Turn, intents: readonly IntentId[]): readonly IntentId[] {
  const { candidates } = heard.understood
  const leading = (candidates[0]?.confidence ?? 0) * RIVAL
  const rivals = candidates.filter(({ confidence }) => confidence >= leading).map(({ intent }) => intent)
  return intents.filter((id) => rivals.includes(id))
}

/** "ok thx" is no question that was missed. */
function courtesyIn({ heard }: Turn): IntentId | undefined {
  const [best] = heard.understood.candidates
  return best && best.confidence >= COURTEOUS && COURTESIES.includes(best.intent) ? best.intent : undefined
}

/** A product card is an opening; anything else was not understood. */
function blankText({ stored, speech, focus }: Turn): string {
  const texts = botTexts(speech.locale)
  const { body } = stored.message
  if (body.kind === 'product' && focus.product) return texts.product(textOf(focus.product.name, speech))
  return texts.notUnderstood
}
