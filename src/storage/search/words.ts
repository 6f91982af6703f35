import type { RawBuilder } from 'kysely'
import type { Phrase, Token } from '../../domain/search/tokens.ts'
import type { Db } from '../schema.ts'

/** A message as the index keeps it; without tokens it is not in it. */
export interface IndexedMessage {
  readonly conversationId: string
  readonly seq: number
  readonly tokens: readonly Token[]
}

export interface HitPlace {
  readonly conversationId: string
  readonly seq: number
}

/** What the two engines do differently: how words are kept and how they are asked for. */
export interface Words {
  /** Puts messages in place of what the index has of them. Their conversations have a row in `search_conversations`. */
  write(db: Db, messages: readonly IndexedMessage[]): Promise<void>
  /** The ids of the conversations in which the phrase occurs. */
  conversationsWith(phrase: Phrase): RawBuilder<unknown>
  /** In each of the conversations the messages with the most phrases, of these the newest. */
  bestIn(db: Db, ids: readonly string[], phrases: readonly Phrase[], each: number): Promise<readonly HitPlace[]>
  /** Whether a message that is being indexed must be kept from changing. */
  readonly locksMessages: boolean
}
