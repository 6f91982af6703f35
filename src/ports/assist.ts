import type { MessageTally, SuggestionTally } from '../domain/assist-report.ts'
import type { AgentId, ConversationId, SuggestionId } from '../domain/ids.ts'

/** A customer message that people were to answer. */
export interface AssistTurn {
  readonly conversationId: ConversationId
  readonly heardSeq: number
  /** Who held the conversation; absent while it waited. */
  readonly agentId?: AgentId
  readonly at: number
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
