import type { AgentId, ConversationId, IntentId, SuggestionId } from '../domain/ids.ts'
import type { SuggestionOutcome } from '../domain/suggestion.ts'

/** A customer message that people were to answer. */
export interface AssistTurn {
  readonly conversationId: ConversationId
  readonly heardSeq: number
  /** Who held the conversation; absent while it waited. */
  readonly agentId?: AgentId
  readonly at: number
}

/** How many proposals of one intent ended one way with one agent. */
export interface SuggestionTally {
  readonly intent: IntentId
  /** Who decided, else on whose screen it was. */
  readonly agentId?: AgentId
  readonly status: SuggestionOutcome['status']
  /** Of what was ignored. */
  readonly reason?: string
  readonly count: number
  readonly shown: number
  /** Of what was edited: the sum of the shares. */
  readonly editShares: number
}

/** How many messages people were to answer: with a proposal, with one that was shown, with one that was adopted or edited. */
export interface MessageTally {
  readonly agentId?: AgentId
  readonly messages: number
  readonly covered: number
  readonly shown: number
  readonly accepted: number
}

/** What is kept of 小二's help besides the suggestions themselves. */
export interface AssistStore {
  /** Once per message; a later call adds who holds it, if that was not known. */
  noteTurn(turn: AssistTurn): Promise<void>
  /** Keeps when suggestions of a conversation were first on a screen, and whose; the first time counts. */
  show(id: ConversationId, suggestions: readonly SuggestionId[], agentId: AgentId, at: number): Promise<void>
  /** Suggestions offered from `from` on and before `until`. */
  tallySuggestions(from: number, until: number): Promise<readonly SuggestionTally[]>
  /** Messages noted from `from` on and before `until`. */
  tallyMessages(from: number, until: number): Promise<readonly MessageTally[]>
}
