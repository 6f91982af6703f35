import type { Conversation, ConversationStatus } from '../domain/conversation.ts'
import type { Customer } from '../domain/customer.ts'
import type { DialogueContext } from '../domain/dialogue/context.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { QueueEntry } from '../domain/handoff.ts'
import type { ConversationId } from '../domain/ids.ts'
import type { Author, Message, MessageBody, Quote } from '../domain/message.ts'

/** What else becomes true with the message, in the same commit, and only if the message is stored by this call. */
export interface Consequences {
  readonly context?: DialogueContext
  /** The customer message that the shop's side has dealt with by this one. */
  readonly handledSeq?: number
  /** Puts the conversation into the queue. */
  readonly enqueue?: Omit<QueueEntry, 'conversationId'>
  /** Takes it out of the queue and gives it back to the bot. */
  readonly dequeue?: boolean
}

export interface MessageDraft {
  readonly conversationId: ConversationId
  /** The same key with the same body is the same message, also once it was recalled, also if it was stored in the conversation that this one follows. */
  readonly key: string
  readonly author: Author
  readonly body: MessageBody
  readonly at: number
  readonly quote?: Quote
  readonly explanation?: Explanation
  /** Stored only while the conversation has one of these statuses. */
  readonly whileStatus?: readonly ConversationStatus[]
  /** False for news that answers nobody: whoever waits for an answer goes on waiting. */
  readonly answers?: false
  readonly consequences?: Consequences
}

export type AppendResult =
  /** `duplicate`: this key was stored before, with the same body; the message is the stored one. */
  | {
      readonly kind: 'stored' | 'duplicate'
      readonly message: Message
      readonly conversation: Conversation
      readonly customer: Customer
      /** Before this one, a customer message was already waiting to be dealt with. */
      readonly behind: boolean
    }
  /** The key was used for another body. */
  | { readonly kind: 'conflict' }
  /** The status is not one of `whileStatus`. */
  | { readonly kind: 'refused'; readonly status: ConversationStatus }
  /** The customer may not write until then. What was stored before is still a duplicate. */
  | { readonly kind: 'blocked'; readonly until: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'error'; readonly cause: unknown }

/** Hears of every commit after it, with what became of each draft. */
export type CommitWatcher = (results: readonly AppendResult[], milliseconds: number) => void

/** Where messages are stored. Nothing is lost once `append` has resolved. */
export interface MessageLog {
  /**
   * Stores every draft with the next `seq` of its conversation, once per key, touching conversation and customer.
   * Resolves after the durable commit, with one result per draft, in order; one draft's failure does not touch the others.
   * What is appended within one turn of the event loop may share a commit.
   */
  append(drafts: readonly MessageDraft[]): Promise<readonly AppendResult[]>
}
