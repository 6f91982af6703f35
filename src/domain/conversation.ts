import type { GroupId } from './desk-policy.ts'
import type { DialogueContext } from './dialogue/context.ts'
import { AppError } from './errors.ts'
import type { HandoffReason } from './handoff.ts'
import type { AgentId, ConversationId, CustomerId, LabelId } from './ids.ts'
import type { Locale } from './localized-text.ts'
import type { RatingTarget } from './rating.ts'

export const CONVERSATION_STATUSES = ['bot', 'queued', 'assigned', 'resolved'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

interface Base {
  readonly id: ConversationId
  readonly customerId: CustomerId
  /** The resolved conversation that this one follows. */
  readonly previousId?: ConversationId
  readonly locale: Locale
  readonly lastSeq: number
  /** The newest customer message, and the newest that the shop's side has dealt with: a reply, or suggestions. */
  readonly lastCustomerSeq: number
  readonly handledSeq: number
  /** What has come to a browser of the customer, and what they have seen. */
  readonly customerDeliveredSeq: number
  readonly customerReadSeq: number
  readonly agentReadSeq: number
  readonly context: DialogueContext
  /** Customer messages that no agent has read. */
  readonly unread: number
  /** The newest words, cut short. */
  readonly preview: string
  /** Since when the customer waits for an answer. */
  readonly waitingSince?: number
  /** When people were last called to it. */
  readonly calledAt?: number
  /** Whose matter it was when they were called; their hours count. */
  readonly groupId?: GroupId
  /** When a person first answered since then. */
  readonly firstRepliedAt?: number
  /** What agents have sorted it under. */
  readonly labels: readonly LabelId[]
  /** Of the person who served. */
  readonly rating?: { readonly score: number; readonly comment: string }
  /** Whom the shopper is asked to rate now. */
  readonly asks?: RatingTarget
  readonly createdAt: number
  readonly updatedAt: number
}

/** The status says who must speak next; `agentId` exists only while an agent holds it. */
export type Conversation =
  | (Base & { readonly status: 'bot' | 'resolved' })
  | (Base & {
      readonly status: 'queued'
      readonly queuedFor: HandoffReason
      /** The bot goes on answering until a person comes. */
      readonly withBot: boolean
    })
  | (Base & {
      readonly status: 'assigned'
      readonly agentId: AgentId
      /** Another agent is asked to take it. */
      readonly transfer?: { readonly to: AgentId; readonly until: number }
      /** Laid aside until then, or until the customer writes. */
      readonly snoozedUntil?: number
      /** When it came back, until the agent has written. */
      readonly wokenAt?: number
    })

/** The conversation, if this agent holds it; the error that tells the agent otherwise. */
export function heldBy(conversation: Conversation, agentId: AgentId): Conversation & { status: 'assigned' } {
  if (conversation.status !== 'assigned' || conversation.agentId !== agentId) {
    throw new AppError('conversation_not_yours')
  }
  return conversation
}
