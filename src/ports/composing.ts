import type { CannedReply } from '../domain/canned-reply.ts'
import type { Draft } from '../domain/draft.ts'
import type { AgentId, ConversationId } from '../domain/ids.ts'

export interface CannedReplyStore {
  /** The team's and this agent's own, by folder and title. */
  listFor(agentId: AgentId): Promise<readonly CannedReply[]>
  find(id: string): Promise<CannedReply | undefined>
  /** Writes it, new or anew. Throws `canned_code_taken` where another one of the same owner has its code. */
  save(reply: CannedReply): Promise<void>
  /** True for one caller only. */
  remove(id: string): Promise<boolean>
}

/** One draft per agent and conversation. */
export interface DraftStore {
  /** Keeps it; one that was written later stays. */
  put(draft: Draft): Promise<void>
  /** Of a conversation; with a text, only a draft of just these words. True if there was one. */
  remove(agentId: AgentId, conversationId: ConversationId, text?: string): Promise<boolean>
  /** The newest 500, newest first. */
  listOf(agentId: AgentId): Promise<readonly Draft[]>
}
