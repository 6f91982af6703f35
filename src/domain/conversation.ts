import type { DialogueContext } from './dialogue/context.ts'
import { AppError } from './errors.ts'
import type { HandoffReason } from './handoff.ts'
import type { AgentId, ConversationId, CustomerId } from './ids.ts'
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
  readonly customerReadSeq: number
  readonly agentReadSeq: number
  readonly context: DialogueContext
  /** Customer messages that no agent has read. */
  readonly unread: number
  /** The newest words, cut short. */
  readonly preview: string
  /** Since when the customer waits for an answer. */
  readonly waitingSince?: number
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
  | (Base & { readonly status: 'queued'; readonly queuedFor: HandoffReason })
  | (Base & {
      readonly status: 'assigned'
      readonly agentId: AgentId
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
