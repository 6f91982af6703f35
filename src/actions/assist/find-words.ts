import { type Flow, flowStartedBy } from '../../domain/flow/flow.ts'
import type { Answer, Intent } from '../../domain/knowledge.ts'
import type { Deps } from '../deps.ts'
import { type FoundReply, findReply } from '../dialogue/find-reply.ts'
import type { Topic } from '../dialogue/gather-facts.ts'
import { topicOf } from '../dialogue/topic.ts'
import type { Turn } from '../dialogue/turn.ts'

/** The words that an agent may say to an intent in this conversation. */
export interface FoundWords extends FoundReply {
  /** They are the product's own, not the shop's. */
  readonly ofProduct: boolean
}

/** The intent's answer for this conversation's facts; of an intent that only begins a task, the task's first question. */
export async function findWords(deps: Deps, turn: Turn, intent: Intent): Promise<FoundWords | undefined> {
  const topic = await topicOf(turn, intent.id)
  const own = topic.product?.answers[intent.id] ?? []
  const ofProduct = (await findReply(deps, turn, topic, [own])).reply
  if (ofProduct) return { ...ofProduct, ofProduct: true }

  const flow = flowStartedBy(turn.brain.knowledge.flows, intent.id)
  const { reply } = await findReply(deps, turn, topic, [intent.answers, firstQuestion(flow, topic)])
  return reply && { ...reply, ofProduct: false }
}

/** What the task would ask first; which order is meant is not asked where that is known. */
function firstQuestion(flow: Flow | undefined, { order }: Topic): readonly Answer[] {
  const slot = flow?.slots.find(({ kind, ask }) => ask !== undefined && !(kind === 'order' && order))
  return slot?.ask === undefined ? [] : [{ say: slot.ask, priority: 0, products: [], show: [] }]
}
