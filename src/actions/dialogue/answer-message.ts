import { decideReply } from '../../domain/decide-reply.ts'
import { isEllipsis } from '../../domain/dialogue/ellipsis.ts'
import { orderReferenceWords } from '../../domain/dialogue/order-reference.ts'
import { flowStartedBy } from '../../domain/flow/flow.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { IntentId } from '../../domain/ids.ts'
import { orderIn } from '../../domain/order-in-language.ts'
import type { Deps } from '../deps.ts'
import { answerChoice, answerFollowUp } from './answer-follow-up.ts'
import { answerIntent } from './answer-intent.ts'
import { answerWhole } from './answer-whole.ts'
import { continueFlow, settlePaused } from './continue-flow.ts'
import { handOver } from './hand-over.ts'
import { taskOfAll } from './plainly-meant.ts'
import { policyOf } from './policy.ts'
import { hearProof } from './prove-order.ts'
import { joinReplies, type Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** What an order's number by itself asks for. */
const ORDER_STATUS = 'order_status'

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
