import type { ConversationStatus } from '../domain/conversation.ts'
import { wordsOf } from '../domain/message.ts'
import type { AppendResult, MessageDraft } from '../ports/message-log.ts'
import { toConversation, toCustomer, toMessage, toMessageOf } from './rows.ts'
import type { QueueEntryRow } from './schema/rows-desk.ts'
import type { CustomerRow } from './schema/rows-people.ts'
import type { ConversationRow, MessageRow } from './schema/rows-talk.ts'

/** The stored body of a message that was taken back. */
export const RECALLED_BODY = JSON.stringify({ kind: 'recalled' })

const PREVIEW_LENGTH = 120

/** Half an emoji, as cutting leaves it, and NUL: PostgreSQL refuses a text with either. */
const UNSTORABLE = /\p{Surrogate}|\0/gu

/** What is known before a draft is stored. */
export interface Known {
  readonly conversation: ConversationRow | undefined
  readonly customer: CustomerRow | undefined
  /** The message that was stored under the draft's key, here or in the conversation that this one follows. */
  readonly stored: MessageRow | undefined
}

/** Where else a customer's resend may have been stored: it may come after the shopper has moved on to the next conversation. */
export function conversationBefore(draft: MessageDraft, conversation: ConversationRow | undefined): string | undefined {
  // The server's own keys count within a conversation, and stand in each anew.
  return draft.author.kind === 'customer' ? (conversation?.previous_id ?? undefined) : undefined
}

/** What must be written for a draft, or the result that needs no writing. */
export type AppendPlan =
  | { readonly kind: 'settled'; readonly result: AppendResult }
  | {
      readonly kind: 'write'
      readonly message: MessageRow
      readonly conversation: ConversationRow
      readonly customer: CustomerRow
      readonly behind: boolean
      readonly enqueue: QueueEntryRow | undefined
      readonly dequeue: boolean
    }

/** Decides what a draft does to the rows. Pure, so that both engines keep the same promises. */
export function planAppend(draft: MessageDraft, known: Known): AppendPlan {
  const { conversation, customer, stored } = known
  if (!conversation || !customer) return settled({ kind: 'missing' })
  if (stored) return settled(resent(draft, stored, conversation, customer))
  // In the transaction that would store it: no block can come between.
  const { blocked_until: until } = customer
  if (draft.author.kind === 'customer' && until !== null && until > draft.at) return settled({ kind: 'blocked', until })
  if (draft.whileStatus && !draft.whileStatus.includes(conversation.status)) {
    return settled({ kind: 'refused', status: conversation.status })
  }

  const message = toRow(draft, conversation.last_seq + 1)
  const touchesQueue = draft.consequences?.enqueue && conversation.status === 'bot'
  return {
    kind: 'write',
    message,
    conversation: after(draft, message, conversation),
    customer: draft.author.kind === 'customer' ? { ...customer, last_seen_at: draft.at } : customer,
    behind: isBehind(conversation),
    enqueue: touchesQueue ? entryOf(draft) : undefined,
    dequeue: draft.consequences?.dequeue === true && conversation.status === 'queued',
  }
}

export function storedResult(draft: MessageDraft, plan: AppendPlan & { kind: 'write' }): AppendResult {
  return {
    kind: 'stored',
    message: toMessageOf(plan.message, draft),
    conversation: toConversation(plan.conversation),
    customer: toCustomer(plan.customer),
    behind: plan.behind,
  }
}

function isBehind(row: ConversationRow): boolean {
  return row.last_customer_seq > row.handled_seq
}

function settled(result: AppendResult): AppendPlan {
  return { kind: 'settled', result }
}

function resent(
  draft: MessageDraft,
  stored: MessageRow,
  conversation: ConversationRow,
  customer: CustomerRow,
): AppendResult {
  // What was taken back is the same message still: a resend must not bring it back under another id.
  const same =
    (stored.body === JSON.stringify(draft.body) || stored.body === RECALLED_BODY) &&
    stored.author_kind === draft.author.kind
  if (!same) return { kind: 'conflict' }

  return {
    kind: 'duplicate',
    message: toMessage(stored),
    conversation: toConversation(conversation),
    customer: toCustomer(customer),
    behind: isBehind(conversation),
  }
}

function toRow(draft: MessageDraft, seq: number): MessageRow {
  const { author } = draft
  return {
    conversation_id: draft.conversationId,
    seq,
    key: draft.key,
    author_kind: author.kind,
    author_id: author.kind === 'customer' || author.kind === 'agent' ? author.id : null,
    author_name: author.kind === 'agent' ? author.name : null,
    body: JSON.stringify(draft.body),
    explanation: draft.explanation ? JSON.stringify(draft.explanation) : null,
    helpful: null,
    at: draft.at,
    quote: draft.quote ? JSON.stringify(draft.quote) : null,
    quoted_seq: draft.quote?.seq ?? null,
  }
}

function after(draft: MessageDraft, message: MessageRow, row: ConversationRow): ConversationRow {
  const { consequences, author, body } = draft
  const next = { ...row, last_seq: message.seq, updated_at: Math.max(row.updated_at, draft.at) }
  const words = wordsOf(body)
  if (body.kind !== 'note' && body.kind !== 'event') next.preview = preview(words || body.kind)

  if (author.kind === 'customer') {
    next.last_customer_seq = message.seq
    next.unread = row.unread + 1
    next.waiting_since = row.waiting_since ?? draft.at
    if (row.snoozed_until !== null) {
      next.snoozed_until = null
      next.woken_at = draft.at
    }
  }
  if (author.kind === 'agent' && body.kind !== 'note') {
    next.unread = 0
    next.agent_read_seq = message.seq
    next.waiting_since = null
    next.woken_at = null
    next.handled_seq = message.seq
    // The first since people were last called.
    const isFirst = row.first_replied_at === null || row.first_replied_at < (row.called_at ?? 0)
    if (isFirst) next.first_replied_at = draft.at
  }
  // Whoever waits for a person goes on waiting, whatever the bot says meanwhile.
  const awaitsPerson = row.status === 'queued' && !consequences?.dequeue
  if (author.kind === 'bot' && draft.answers !== false && !awaitsPerson) next.waiting_since = null

  if (consequences?.context) next.context = JSON.stringify(consequences.context)
  if (consequences?.handledSeq !== undefined) next.handled_seq = Math.max(next.handled_seq, consequences.handledSeq)
  return moveInQueue(next, draft)
}

function moveInQueue(row: ConversationRow, draft: MessageDraft): ConversationRow {
  const { enqueue, dequeue } = draft.consequences ?? {}
  if (enqueue && row.status === 'bot') {
    return {
      ...row,
      status: 'queued',
      queued_for: enqueue.reason,
      waiting_since: enqueue.enqueuedAt,
      called_at: enqueue.enqueuedAt,
      group_id: enqueue.groupId ?? null,
    }
  }
  if (dequeue && row.status === 'queued')
    return { ...row, status: 'bot' satisfies ConversationStatus, queued_for: null, with_bot: 0, group_id: null }
  return row
}

/** An image has no words: its kind stands for them, and readers translate it. */
function preview(words: string): string {
  const short = words.length > PREVIEW_LENGTH ? `${words.slice(0, PREVIEW_LENGTH - 1)}…` : words
  return short.replace(UNSTORABLE, '')
}

function entryOf(draft: MessageDraft): QueueEntryRow | undefined {
  const entry = draft.consequences?.enqueue
  if (!entry) return undefined

  return {
    conversation_id: draft.conversationId,
    enqueued_at: entry.enqueuedAt,
    state: 'waiting',
    reason: entry.reason,
    kind: entry.kind,
    priority: entry.priority,
    card: JSON.stringify(entry.card),
    agent_id: null,
    claimed_at: null,
    ended_at: null,
    group_id: entry.groupId ?? null,
    offered_to: null,
    offer_until: null,
  }
}
