import type { Case } from '../case.ts'
import type { Order } from '../commerce.ts'
import type { Conversation } from '../conversation.ts'
import type { Tier } from '../customer.ts'
import type { HandoffReason, QueueKind } from '../handoff.ts'
import type { AgentId, ConversationId, CustomerId } from '../ids.ts'
import type { Message } from '../message.ts'
import type { Rating } from '../rating.ts'
import type { SuggestionOutcome } from '../suggestion.ts'
import type { Fact } from './fact.ts'

/** One stay in the queue or with people, as it was kept. */
export interface QueueStay {
  readonly enqueuedAt: number
  readonly reason: HandoffReason
  readonly kind: QueueKind
  readonly groupId?: string
  readonly agentId?: AgentId
  readonly claimedAt?: number
  readonly endedAt?: number
}

/** One proposal, as far as it is counted. */
export interface Proposal {
  readonly heardSeq: number
  readonly rank: number
  readonly intent: string
  readonly status: SuggestionOutcome['status']
  readonly shown: boolean
  readonly agentId?: AgentId
  readonly editShare?: number
}

/** All that was kept of one conversation, from which its facts follow. */
export interface Material {
  readonly conversation: Conversation
  readonly tier: Tier
  /** Whether the shopper was ever asked for a rating. */
  readonly invited: boolean
  /** Oldest first, all of them. */
  readonly messages: readonly Message[]
  /** Oldest first. */
  readonly stays: readonly QueueStay[]
  readonly ratings: readonly Rating[]
  readonly proposals: readonly Proposal[]
  /** Shoppers' messages that people were to answer. */
  readonly assisted: readonly { readonly heardSeq: number; readonly agentId?: AgentId; readonly at: number }[]
  readonly cases: readonly Case[]
}

/** What is counted by, besides what was kept. */
export interface CountingRules {
  readonly timeZone: string
  readonly currency: string
  readonly agents: readonly { readonly id: AgentId; readonly name: string }[]
  /** How soon a person is to answer a customer of this tier. */
  readonly promiseFor: (tier: Tier) => number
}

/** A customer's conversations, oldest first, and orders. */
export interface CustomerVisits {
  readonly customerId: CustomerId
  readonly visits: readonly Fact<'sessions'>[]
  readonly orders: readonly Order[]
}

/** A conversation whose facts are behind; the revision tells whether it changed again while it was counted. */
export interface Behind {
  readonly conversationId: ConversationId
  readonly revision: number
}

/** Whoever was taken in so soon did not wait long; the owner may promise something else. */
export const PROMPT_MILLISECONDS = 30_000
export const USUAL_PROMISE_MILLISECONDS = 60_000
export const SWIFT_MILLISECONDS = 180_000
/** An order counts for the inquiry before it while that is not older than this. */
export const SETTLING_HOURS = 72
export const COMEBACK_DAYS = 90
export const SATISFIED_FROM = 4
/** A person's rating of so many stars or fewer makes a complaint a failed one. */
export const DISSATISFIED_UP_TO = 2
/** The only way in so far. */
export const CHANNEL = 'web'
