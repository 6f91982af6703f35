import type { AgentId, ConversationId, CustomerId } from '../ids.ts'

/** What is counted: conversations, the bot's turns, waits for a person, holds, messages with proposals, complaints, visits that may sell. */
export const FACT_KINDS = ['sessions', 'turns', 'responses', 'holds', 'proposals', 'complaints', 'sales'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What is kept of each besides its place. Truth is 0 or 1, times are milliseconds, what is not known is absent. */
export const MEASURES = {
  sessions: [
    // With the bot: it received the shopper; why it may not have been enough; how that ended.
    ...['bot', 'disliked', 'unanswered', 'asked', 'solved', 'contained', 'transferred', 'reason', 'ending'],
    // With people: the wait in the queue, the first words of a person, the end.
    ...['queued', 'wait', 'prompt', 'abandoned', 'served', 'response', 'promised', 'resolution', 'asks', 'replies'],
    // What the shopper thought of it.
    ...['invited', 'rated', 'score', 'satisfied', 'botscore', 'botsatisfied'],
    // What sales are told from.
    ...['inquiry', 'product', 'way', 'touched'],
  ],
  turns: ['worded', 'understood', 'answered', 'unanswered', 'clarified', 'liked', 'disliked', 'kind'],
  responses: ['first', 'wait', 'swift'],
  holds: ['ms', 'until', 'held'],
  proposals: ['covered', 'shown', 'accepted', 'edit'],
  complaints: ['ended', 'deadline'],
  sales: ['inquiry', 'way', 'product', 'ordered', 'paid', 'amount', 'settles', 'comeback', 'wonback'],
} as const satisfies Record<FactKind, readonly string[]>
export type Measure<Kind extends FactKind = FactKind> = (typeof MEASURES)[Kind][number]

/** Along what facts are told apart; empty texts where there is no such thing. */
export interface FactPlace {
  readonly conversationId: ConversationId
  /** Where to look in the conversation; 0 is all of it. */
  readonly seq: number
  readonly at: number
  readonly customerId: CustomerId
  /** By the shop's clock. */
  readonly day: string
  readonly hour: number
  /** 0 is Monday. */
  readonly weekday: number
  readonly agentId: AgentId
  readonly groupId: string
  readonly intent: string
  readonly channel: string
  readonly tier: string
}

export type Fact<Kind extends FactKind = FactKind> = FactPlace & {
  readonly [measure in Measure<Kind>]?: number | string | undefined
}

/** All that is counted of one conversation; what it sold depends on the customer's other visits and is told apart. */
export type ConversationFacts = { readonly [Kind in Exclude<FactKind, 'sales'>]: readonly Fact<Kind>[] }

/** Later than any moment: what goes on has not ended yet, and what is settled never fails. */
export const NEVER = Number.MAX_SAFE_INTEGER

export function truth(said: boolean): 0 | 1 {
  return said ? 1 : 0
}
