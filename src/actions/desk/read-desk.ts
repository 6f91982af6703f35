import type { Block } from '../../domain/block.ts'
import type { Case } from '../../domain/case.ts'
import type { Order } from '../../domain/commerce.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Customer, CustomerNote, Identity } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import type { HandoffReason, QueueEntry } from '../../domain/handoff.ts'
import type { ConversationId, CustomerId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import type { ConversationFilter } from '../../ports/storage.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

const QUEUE_SHOWN = 300
const MESSAGES_SHOWN = 100
const ORDERS_SHOWN = 20
const CASES_SHOWN = 50
const CONVERSATIONS_SHOWN = 100

/** A waiting conversation with its place: 1 is next. */
export type Waiting = Thread & { readonly entry: QueueEntry; readonly position: number }

/** Those who wait, in the order in which they will be served. */
export async function listWaiting(deps: Deps): Promise<readonly Waiting[]> {
  const entries = await deps.storage.queue.list(QUEUE_SHOWN)
  const conversations = await deps.storage.conversations.findAll(entries.map((entry) => entry.conversationId))
  const threads = await withCustomers(deps, [...conversations.values()])
  const byId = new Map(threads.map((thread) => [thread.conversation.id, thread]))
  return entries.flatMap((entry, index) => {
    const thread = byId.get(entry.conversationId)
    return thread ? [{ ...thread, entry, position: index + 1 }] : []
  })
}

/** Conversations with their customers, last touched first. */
export async function listThreads(deps: Deps, filter: ConversationFilter): Promise<readonly Thread[]> {
  return withCustomers(deps, await deps.storage.conversations.list(filter))
}

async function withCustomers(deps: Deps, conversations: readonly Conversation[]): Promise<readonly Thread[]> {
  const customers = await deps.storage.customers.findAll(conversations.map((one) => one.customerId))
  return conversations.flatMap((conversation) => {
    const customer = customers.get(conversation.customerId)
    return customer ? [{ conversation, customer }] : []
  })
}

/** A conversation opened on the desk. */
export interface OpenedConversation extends Thread {
  /** The newest place in the queue, also when somebody has taken it since. */
  readonly handoff: QueueEntry | undefined
  readonly messages: readonly Message[]
  readonly earlier: boolean
  readonly suggestions: readonly Suggestion[]
}

export async function openOnDesk(deps: Deps, id: ConversationId): Promise<OpenedConversation> {
  const thread = await getThread(deps, id)
  const { messages, earlier } = await listEarlier(deps, id, thread.conversation.lastSeq + 1)
  return {
    ...thread,
    handoff: await deps.storage.queue.find(id),
    messages,
    earlier,
    suggestions: await deps.storage.suggestions.listOffered(id),
  }
}

export async function listEarlier(
  deps: Deps,
  id: ConversationId,
  beforeSeq: number,
): Promise<{ messages: readonly Message[]; earlier: boolean }> {
  const messages = await deps.storage.messages.listBefore(id, beforeSeq, MESSAGES_SHOWN)
  return { messages, earlier: (messages[0]?.seq ?? 1) > 1 }
}

/** Everything about one customer. */
export interface CustomerRecord {
  readonly customer: Customer
  readonly conversations: readonly Thread[]
  readonly orders: readonly Order[]
  /** Newest first. */
  readonly cases: readonly Case[]
  /** How they are known. */
  readonly identities: readonly Identity[]
  readonly notes: readonly CustomerNote[]
  /** The block in force. */
  readonly block: Block | undefined
  readonly handoffs: readonly { conversationId: ConversationId; reason: HandoffReason; enqueuedAt: number }[]
}

/** The record; that of a merged customer is the one it was merged into. */
export async function readRecord(deps: Deps, id: CustomerId): Promise<CustomerRecord> {
  const customer = await deps.storage.customers.find(id)
  if (!customer) throw new AppError('customer_not_found')

  return {
    customer,
    conversations: await listThreads(deps, { customerId: customer.id, limit: CONVERSATIONS_SHOWN }),
    orders: await deps.storage.orders.listOf(customer.id, ORDERS_SHOWN),
    cases: await deps.storage.cases.list({ customerId: customer.id, limit: CASES_SHOWN }),
    identities: await deps.storage.customers.listIdentities(customer.id),
    notes: await deps.storage.customerNotes.list(customer.id),
    block: await deps.storage.blocks.find(customer.id, deps.clock.now()),
    handoffs: await deps.storage.queue.listHandoffs(customer.id),
  }
}
