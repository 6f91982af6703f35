import type { Conversation, ConversationStatus } from '../conversation.ts'
import type { Tier } from '../customer.ts'
import type { HandoffReason } from '../handoff.ts'
import type { AgentId, ConversationId, IntentId, LabelId } from '../ids.ts'
import type { Author } from '../message.ts'
import type { Excerpt } from './excerpt.ts'

/** Which conversations are wanted; all of it has to hold. */
export interface HistoryFilter {
  /** Words: each has to occur somewhere in the conversation. */
  readonly query?: string
  /** Something was said in it between these moments. */
  readonly from?: number
  readonly to?: number
  /** Held it, or spoke in it. */
  readonly agentId?: AgentId
  /** Answered by the bot, or weighed when it was handed over. */
  readonly intent?: IntentId
  readonly reason?: HandoffReason
  /** `bad`: 1 or 2. */
  readonly rating?: 1 | 2 | 3 | 4 | 5 | 'none' | 'bad'
  /** A tag of the customer. */
  readonly tag?: string
  readonly label?: LabelId
  readonly status?: ConversationStatus | 'unresolved'
  readonly tier?: Tier
  /** Only those in which agents have written notes. */
  readonly noted?: boolean
}

/** A message in which something was found. */
export interface Hit {
  readonly seq: number
  readonly author: Author
  readonly note: boolean
  readonly at: number
  readonly excerpt: Excerpt
}

/** A conversation that was found, with the messages that show best why. */
export interface Found {
  readonly conversation: Conversation
  readonly hits: readonly Hit[]
  /** The agents who have spoken in it. */
  readonly agentIds: readonly AgentId[]
}

/** The place in the list after which to go on: newest begun first, so that nothing new moves what is below. */
export interface HistoryCursor {
  readonly createdAt: number
  readonly id: ConversationId
}
