import type { Agent, Presence, Role } from '../domain/agent.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Customer, Tier } from '../domain/customer.ts'
import type { DialogueContext } from '../domain/dialogue/context.ts'
import type { HandoffReason, QueueEntry } from '../domain/handoff.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Author, Message, MessageBody } from '../domain/message.ts'
import type { RatingTarget } from '../domain/rating.ts'
import type { Suggestion, SuggestionOutcome, SuggestionSource, Sureness } from '../domain/suggestion.ts'
import type { QueueEntryRow, SuggestionRow } from './schema/rows-desk.ts'
import type { AgentRow, CustomerRow } from './schema/rows-people.ts'
import type { ConversationRow, MessageRow } from './schema/rows-talk.ts'

/** Rows → domain objects. What is in JSON columns was written by `JSON.stringify` of the same type. */
export function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    ...(row.name !== null && { name: row.name }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    locale: row.locale as Locale,
    tier: row.tier as Tier,
    verified: row.verified === 1,
    tags: JSON.parse(row.tags) as string[],
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    ...(row.blocked_until !== null && { blockedUntil: row.blocked_until }),
  }
}

export function toConversation(row: ConversationRow): Conversation {
  const base = {
    id: row.id,
    customerId: row.customer_id,
    ...(row.previous_id !== null && { previousId: row.previous_id }),
    locale: row.locale as Locale,
    lastSeq: row.last_seq,
    lastCustomerSeq: row.last_customer_seq,
    handledSeq: row.handled_seq,
    customerDeliveredSeq: row.customer_delivered_seq,
    customerReadSeq: row.customer_read_seq,
    agentReadSeq: row.agent_read_seq,
    context: JSON.parse(row.context) as DialogueContext,
    unread: row.unread,
    preview: row.preview,
    ...(row.waiting_since !== null && { waitingSince: row.waiting_since }),
    ...(row.called_at !== null && { calledAt: row.called_at }),
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.first_replied_at !== null && { firstRepliedAt: row.first_replied_at }),
    ...(row.rating_score !== null && { rating: { score: row.rating_score, comment: row.rating_comment ?? '' } }),
    labels: row.labels === '' ? [] : row.labels.split(' '),
    ...asksOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  switch (row.status) {
    case 'assigned':
      return {
        ...base,
        status: row.status,
        agentId: row.agent_id ?? '',
        ...(row.transfer_to !== null && { transfer: { to: row.transfer_to, until: row.transfer_until ?? 0 } }),
        ...(row.snoozed_until !== null && { snoozedUntil: row.snoozed_until }),
        ...(row.woken_at !== null && { wokenAt: row.woken_at }),
      }
    case 'queued':
      return { ...base, status: row.status, queuedFor: row.queued_for as HandoffReason, withBot: row.with_bot === 1 }
    default:
      return { ...base, status: row.status }
  }
}

/** While the bot has it, whatever is said after the question withdraws it. */
function asksOf(row: ConversationRow): { asks?: RatingTarget } {
  const stands = row.status === 'resolved' || (row.status === 'bot' && (row.asked_at ?? 0) >= row.updated_at)
  return stands && row.asked_rating !== null ? { asks: row.asked_rating as RatingTarget } : {}
}

export function toMessage(row: MessageRow): Message {
  return toMessageOf(row, {
    body: JSON.parse(row.body) as MessageBody,
    ...(row.quote !== null && { quote: JSON.parse(row.quote) as NonNullable<Message['quote']> }),
    ...(row.explanation !== null && {
      explanation: JSON.parse(row.explanation) as NonNullable<Message['explanation']>,
    }),
  })
}

/** The same for whoever has just written the row, and need not read again what it put into it. */
export function toMessageOf(
  row: MessageRow,
  { body, quote, explanation }: Pick<Message, 'body' | 'quote' | 'explanation'>,
): Message {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    author: toAuthor(row),
    body,
    at: row.at,
    ...(quote && { quote }),
    ...(explanation && { explanation }),
    ...(row.helpful !== null && { helpful: row.helpful === 1 }),
    ...clientIdOf(row),
  }
}

function toAuthor(row: MessageRow): Author {
  switch (row.author_kind) {
    case 'customer':
      return { kind: 'customer', id: row.author_id ?? '' }
    case 'agent':
      return { kind: 'agent', id: row.author_id ?? '', name: row.author_name ?? '' }
    case 'bot':
      return { kind: 'bot' }
    default:
      return { kind: 'system' }
  }
}

/** People's keys end in the id that their program gave the message; the server's own keys have none. */
function clientIdOf(row: MessageRow): { clientId?: string } {
  const match = /^(?:customer|agent):(?:.*:)?([\w-]+)$/.exec(row.key)
  return match?.[1] ? { clientId: match[1] } : {}
}

export function toQueueEntry(row: QueueEntryRow): QueueEntry {
  return {
    conversationId: row.conversation_id,
    reason: row.reason as HandoffReason,
    kind: row.kind as QueueEntry['kind'],
    priority: row.priority,
    card: JSON.parse(row.card) as QueueEntry['card'],
    enqueuedAt: row.enqueued_at,
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.offered_to !== null && { offer: { agentId: row.offered_to, until: row.offer_until ?? 0 } }),
  }
}

export function toSuggestion(row: SuggestionRow): Suggestion {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    heardSeq: row.heard_seq,
    rank: row.rank,
    intent: row.intent,
    title: row.title,
    text: row.text,
    confidence: row.confidence,
    evidence: JSON.parse(row.evidence) as Suggestion['evidence'],
    // Absent on what was offered before these columns were there.
    source: (row.source ?? 'intent') as SuggestionSource,
    sureness: (row.sureness ?? 'likely') as Sureness,
    ...(row.sends_at !== null && { sendsAt: row.sends_at }),
    createdAt: row.created_at,
    ...(row.shown_at !== null && { shown: { at: row.shown_at, agentId: row.shown_to ?? '' } }),
    outcome: toOutcome(row),
  }
}

function toOutcome(row: SuggestionRow): SuggestionOutcome {
  const at = row.decided_at ?? 0
  const agentId = row.agent_id ?? ''
  switch (row.status) {
    case 'adopted':
    case 'edited':
    case 'passed': {
      const edit = { distance: row.edit_distance ?? 0, share: row.edit_share ?? 0 }
      return { status: row.status, sentText: row.sent_text ?? '', agentId, at, ...edit }
    }
    case 'ignored':
      return { status: 'ignored', reason: row.reason ?? '', agentId, at }
    case 'sent':
    case 'expired':
      return { status: row.status, at }
    default:
      return { status: 'offered' }
  }
}

export function toAgent(row: AgentRow): Agent {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as Role,
    active: row.active === 1,
    presence: row.presence as Presence,
    createdAt: row.created_at,
    groups: JSON.parse(row.groups) as string[],
    ...(row.capacity !== null && { limit: row.capacity }),
  }
}
