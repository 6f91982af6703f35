import type { GroupId } from './desk-policy.ts'
import type { Candidate } from './explanation.ts'
import type { AgentId, ConversationId, IntentId } from './ids.ts'

export const HANDOFF_REASONS = [
  'asked',
  'not_understood',
  'autonomy',
  'anger',
  'complaint',
  'tier',
  'sensitive',
  'disliked',
  'no_answer',
  'flow_rule',
  'assist_mode',
  'agent_first',
  'transferred',
  'taken_over',
  'follow_up',
] as const
export type HandoffReason = (typeof HANDOFF_REASONS)[number]

/** What the agent who takes over needs to know at a glance. The transcript is the conversation itself. */
export interface HandoffCard {
  /** The shopper's own words that led here. */
  readonly wants: string
  /** What was weighed for those words. */
  readonly intents: readonly Candidate[]
  /** What the bot had answered before, newest first. */
  readonly lastIntents: readonly IntentId[]
  readonly productId?: string
  readonly orderNumber?: string
  readonly page?: { readonly url: string; readonly title: string }
}

/** `live`: the shopper waits for a person; `message`: nobody was on duty and the shopper left word. */
export type QueueKind = 'live' | 'message'

/** One place in the queue. It keeps `enqueuedAt` when a conversation comes back, and with it its place. */
export interface QueueEntry {
  readonly conversationId: ConversationId
  readonly reason: HandoffReason
  readonly kind: QueueKind
  /** Lower goes first; within a priority the longest waiting does. */
  readonly priority: number
  readonly card: HandoffCard
  readonly enqueuedAt: number
  /** Whose matter it is; anybody's where there is none. */
  readonly groupId?: GroupId
  /** Who is asked to take it now, and until when (epoch milliseconds). It keeps its place meanwhile. */
  readonly offer?: { readonly agentId: AgentId; readonly until: number }
}

/** What cannot wait, unless the owner has another order. */
export const URGENT_REASONS: readonly HandoffReason[] = ['anger', 'complaint', 'sensitive', 'tier']
