import type { Edit } from './edit-distance.ts'
import type { Evidence } from './explanation.ts'
import type { AgentId, ConversationId, IntentId, SuggestionId } from './ids.ts'
import type { Thresholds } from './knowledge.ts'

/** What the text comes from: the intent's own answers, those of the product that is talked about, or an intent that begins a task. */
export const SUGGESTION_SOURCES = ['intent', 'product', 'flow'] as const
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number]

/** How sure 小二 is, by the owner's thresholds: it would answer by itself, it would ask which is meant, or it guesses. */
export const SURENESSES = ['sure', 'likely', 'guess'] as const
export type Sureness = (typeof SURENESSES)[number]

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
  readonly source: SuggestionSource
  readonly sureness: Sureness
  /** When it goes out by itself unless the agent types, edits or stops it. */
  readonly sendsAt?: number
}

/** What became of a suggestion. */
export type SuggestionOutcome =
  | { readonly status: 'offered' }
  | ({
      readonly status: 'adopted' | 'edited'
      readonly sentText: string
      readonly agentId: AgentId
      readonly at: number
    } & Edit)
  | { readonly status: 'ignored'; readonly reason: string; readonly agentId: AgentId; readonly at: number }
  /** The agent answered with something of their own; the edit says how near that came. `sentText` is empty for a card or a picture. */
  | ({
      readonly status: 'passed'
      readonly sentText: string
      readonly agentId: AgentId
      readonly at: number
    } & Edit)
  /** It went out by itself. */
  | { readonly status: 'sent'; readonly at: number }
  /** The shopper wrote on, or the conversation ended, before anyone decided. */
  | { readonly status: 'expired'; readonly at: number }

export type Suggestion = SuggestionDraft & {
  readonly id: SuggestionId
  readonly createdAt: number
  /** When an agent first had it on the screen, and who. */
  readonly shown?: { readonly at: number; readonly agentId: AgentId }
  readonly outcome: SuggestionOutcome
}

export function surenessOf(confidence: number, { answer, clarify }: Pick<Thresholds, 'answer' | 'clarify'>): Sureness {
  if (confidence >= answer) return 'sure'
  return confidence >= clarify ? 'likely' : 'guess'
}
