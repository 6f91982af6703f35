import type { Tier } from '../domain/customer.ts'
import type { AgentId, ConversationId } from '../domain/ids.ts'
import type { Waits } from '../domain/queue/service-clock.ts'

/** What a shopper waits for: an answer since they wrote, or the end since people were called. */
export type Awaited = 'answer' | 'end'

/** A conversation in which something may be promised. */
export interface Untold extends Waits {
  readonly conversationId: ConversationId
  readonly tier: Tier
  /** Who holds it. */
  readonly agentId?: AgentId
}

/** Of every wait, a broken promise is told once. */
export interface PromiseStore {
  /** Conversations with people whose shopper has waited since before that moment, and of whose wait nothing was told; the longest first. What is laid aside has no clock. */
  listUntold(awaited: Awaited, before: number, limit: number): Promise<readonly Untold[]>
  /** For one caller only; false once it was told, or when the shopper does not wait since then any more. */
  claimTelling(id: ConversationId, awaited: Awaited, since: number): Promise<boolean>
}
