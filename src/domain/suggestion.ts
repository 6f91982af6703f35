import type { Evidence } from './explanation.ts'
import type { AgentId, ConversationId, IntentId, SuggestionId } from './ids.ts'

/** A reply that 小二 proposes to the agent. */
export interface SuggestionDraft {
  readonly conversationId: ConversationId
  /** The customer message that it would answer. */
  readonly heardSeq: number
  /** 1 is the best. */
  readonly rank: number
  readonly intent: IntentId
  readonly title: string
  readonly text: string
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** When it goes out by itself unless the agent types, edits or stops it. */
  readonly sendsAt?: number
}

/** What became of a suggestion. */
export type SuggestionOutcome =
  | { readonly status: 'offered' }
  | { readonly status: 'adopted' | 'edited'; readonly sentText: string; readonly agentId: AgentId; readonly at: number }
  | { readonly status: 'ignored'; readonly reason: string; readonly agentId: AgentId; readonly at: number }
  /** It went out by itself. */
  | { readonly status: 'sent'; readonly at: number }
  /** The shopper wrote on, or the conversation ended, before anyone decided. */
  | { readonly status: 'expired'; readonly at: number }

export type Suggestion = SuggestionDraft & {
  readonly id: SuggestionId
  readonly createdAt: number
  readonly outcome: SuggestionOutcome
}
