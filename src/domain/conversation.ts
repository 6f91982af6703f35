import { AppError } from './errors.ts'
import type { HandoffReason } from './handoff.ts'
import type { AgentId, ConversationId, CustomerId, IntentId, ProductId } from './ids.ts'
import type { Locale } from './localized-text.ts'
import type { Option } from './message.ts'

export const CONVERSATION_STATUSES = ['bot', 'queued', 'assigned', 'resolved'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

/** What is being talked about; kept per conversation. */
export interface DialogueContext {
  /** Messages in a row that were not understood. */
  readonly misses: number
  /** Whether the last reply asked which intent is meant. */
  readonly clarified: boolean
  /** Newest first, at most five. */
  readonly lastIntents: readonly IntentId[]
  /** The choices or quick replies that the last reply offered. */
  readonly offered: readonly Option[]
  readonly productId?: ProductId
  readonly orderNumber?: string
  readonly page?: { readonly url: string; readonly title: string }
}

export const EMPTY_CONTEXT: DialogueContext = { misses: 0, clarified: false, lastIntents: [], offered: [] }

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
  readonly rating?: { readonly score: number; readonly comment: string }
  readonly createdAt: number
  readonly updatedAt: number
}

/** The status says who must speak next; `agentId` exists only while an agent holds it. */
export type Conversation =
  | (Base & { readonly status: 'bot' | 'resolved' })
  | (Base & { readonly status: 'queued'; readonly queuedFor: HandoffReason })
  | (Base & { readonly status: 'assigned'; readonly agentId: AgentId })

/** The conversation, if this agent holds it; the error that tells the agent otherwise. */
export function heldBy(conversation: Conversation, agentId: AgentId): Conversation & { status: 'assigned' } {
  if (conversation.status !== 'assigned' || conversation.agentId !== agentId) {
    throw new AppError('conversation_not_yours')
  }
  return conversation
}
