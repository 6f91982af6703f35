import type { Agent } from '../../src/domain/agent.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import type { QueueEntry } from '../../src/domain/handoff.ts'
import type { AppendResult, MessageDraft } from '../../src/ports/message-log.ts'
import type { Storage } from '../../src/ports/storage.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'

/** The moment at which every story begins: later than a 32-bit number of milliseconds can hold. */
export const NOON = Date.UTC(2026, 5, 1, 12)

/** A customer who has opened a conversation; the ids are the customer's name and `c-<name>`. */
export async function givenConversation(
  storage: Storage,
  customer = 'lin',
  id = `c-${customer}`,
): Promise<Conversation> {
  if (!(await storage.customers.find(customer))) {
    await storage.customers.create({ id: customer, locale: 'zh', at: NOON })
  }
  return storage.conversations.open({ id, customerId: customer, locale: 'zh', at: NOON })
}

export function says(text: string, more?: Partial<MessageDraft> & { seconds?: number }): MessageDraft {
  const { seconds = 0, ...draft } = more ?? {}
  return {
    conversationId: 'c-lin',
    key: `customer:${text}`,
    author: { kind: 'customer', id: 'lin' },
    body: { kind: 'text', text },
    at: NOON + seconds * 1000,
    ...draft,
  }
}

export function botSays(text: string, more?: Partial<MessageDraft> & { seconds?: number }): MessageDraft {
  return says(text, { key: `reply:${text}`, author: { kind: 'bot' }, ...more })
}

export function agentSays(text: string, more?: Partial<MessageDraft> & { seconds?: number }): MessageDraft {
  return says(text, { key: `agent:mina:${text}`, author: { kind: 'agent', id: 'mina', name: 'Mina' }, ...more })
}

export async function appendOne({ messages }: OpenedStorage, draft: MessageDraft): Promise<AppendResult> {
  const [result] = await messages.append([draft])
  if (!result) throw new Error('append returned no result for its draft')
  return result
}

/** The result of storing a draft that must be stored now. */
export async function store(opened: OpenedStorage, draft: MessageDraft): Promise<AppendResult & { kind: 'stored' }> {
  return stored(await appendOne(opened, draft))
}

export function stored(result: AppendResult | undefined): AppendResult & { kind: 'stored' } {
  if (result?.kind !== 'stored') throw new Error('not stored', { cause: result })
  return result as AppendResult & { kind: 'stored' }
}

export function entry(more?: Partial<QueueEntry> & { seconds?: number }): Omit<QueueEntry, 'conversationId'> {
  const { seconds = 0, conversationId: _, ...fields } = more ?? {}
  return {
    reason: 'asked',
    kind: 'live',
    priority: 2,
    card: {
      wants: '转人工',
      intents: [{ intent: 'handoff.request', confidence: 0.93, evidence: [] }],
      lastIntents: [],
    },
    enqueuedAt: NOON + seconds * 1000,
    ...fields,
  }
}

/** A conversation that waits for a person. */
export async function givenQueued(
  opened: OpenedStorage,
  customer: string,
  more?: Partial<QueueEntry> & { seconds?: number },
): Promise<string> {
  const { id } = await givenConversation(opened.storage, customer)
  await store(
    opened,
    says('转人工', {
      conversationId: id,
      author: { kind: 'customer', id: customer },
      at: NOON,
      consequences: { enqueue: entry(more) },
    }),
  )
  return id
}

/** A conversation that the agent holds. */
export async function givenAssigned(opened: OpenedStorage, customer: string, agentId: string): Promise<string> {
  const id = await givenQueued(opened, customer)
  await opened.storage.queue.claim(id, agentId, NOON, 99)
  return id
}

export function agent(id: string, more?: Partial<Agent>): Agent {
  return {
    id,
    login: id,
    name: id,
    role: 'agent',
    active: true,
    presence: 'online',
    createdAt: NOON,
    groups: [],
    ...more,
  }
}
