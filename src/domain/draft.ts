import type { AgentId, ConversationId } from './ids.ts'

/** What an agent has typed in a conversation and not sent. */
export interface Draft {
  readonly agentId: AgentId
  readonly conversationId: ConversationId
  readonly text: string
  /** Whether it is to become a note. */
  readonly note: boolean
  readonly at: number
}
