import type { Generated } from 'kysely'
import type { ConversationStatus } from '../../domain/conversation.ts'

/** What is said, and how it is found again. Times are epoch milliseconds, JSON is text, truth is 0 or 1: the same columns on both engines. */
export interface ConversationRow {
  id: string
  customer_id: string
  previous_id: string | null
  status: ConversationStatus
  agent_id: string | null
  queued_for: string | null
  locale: string
  context: string
  last_seq: number
  last_customer_seq: number
  handled_seq: number
  customer_delivered_seq: number
  customer_read_seq: number
  agent_read_seq: number
  unread: number
  preview: string
  waiting_since: number | null
  rating_score: number | null
  rating_comment: string | null
  rated_at: number | null
  /** Label ids with a space between them; `conversation_labels` holds the same to search by. */
  labels: string
  /** The newest message that the search index has read. */
  indexed_seq: number
  /** Which rating is asked for, and since when. */
  asked_rating: string | null
  asked_at: number | null
  snoozed_until: number | null
  woken_at: number | null
  created_at: number
  updated_at: number
  /** While waiting: whether the bot goes on answering. */
  with_bot: number
  transfer_to: string | null
  transfer_until: number | null
  first_replied_at: number | null
  called_at: number | null
  /** While people are called to it: whose matter it is. */
  group_id: string | null
  /** Of which wait, and of which call, a broken promise was told: the moments at which they began. */
  told_wait: number | null
  told_call: number | null
}

export interface MessageRow {
  conversation_id: string
  seq: number
  key: string
  author_kind: string
  author_id: string | null
  author_name: string | null
  body: string
  explanation: string | null
  helpful: number | null
  at: number
  quote: string | null
  quoted_seq: number | null
}

export interface RatingRow {
  conversation_id: string
  target: string
  agent_id: string | null
  score: number
  reasons: string
  comment: string
  at: number
}

export interface LabelRow {
  id: string
  name: string
  color: string
  position: number
}

export interface ConversationLabelRow {
  conversation_id: string
  label_id: string
}

/** What the index has learned of a conversation. `number` makes the row ids of SQLite's index. */
export interface SearchConversationRow {
  number: Generated<number>
  conversation_id: string
  noted: number
}

/** PostgreSQL's index; SQLite's is a virtual table of the same name. */
export interface SearchWordsRow {
  conversation_id: string
  seq: number
  words: string
}

/** Which intents were answered or weighed in a conversation, and which agents have spoken in it. */
export interface SearchFacetRow {
  conversation_id: string
  kind: 'intent' | 'agent'
  value: string
}
