import type { AgentView, DeskConversation, DeskMessage, SuggestionView } from '../../src/protocol/console.ts'
import type { TodoView } from '../../src/protocol/follow-ups.ts'
import type { ConversationDetail, DeskSnapshot } from '../../src/protocol/http.ts'
import type { DeskEvent } from '../../web-console/state/desk-event.ts'
import { type DeskState, initialState } from '../../web-console/state/desk-state.ts'
import { reduceDesk } from '../../web-console/state/reduce-desk.ts'

export const mina: AgentView = {
  id: 'mina',
  login: 'mina',
  name: '米娜',
  role: 'agent',
  active: true,
  presence: 'online',
  assigned: 0,
  limit: 8,
  groups: [],
}

export function conversation(id: string, change: Partial<DeskConversation> = {}): DeskConversation {
  return {
    id,
    customer: { id: `customer-of-${id}`, name: '王小雨', tier: 'regular', verified: false },
    status: 'assigned',
    agent: { id: 'mina', name: '米娜' },
    locale: 'zh',
    lastSeq: 0,
    unread: 0,
    customerDeliveredSeq: 0,
    customerReadSeq: 0,
    preview: '',
    labels: [],
    createdAt: 0,
    updatedAt: 0,
    ...change,
  }
}

export function says(
  seq: number,
  text: string,
  change: Partial<DeskMessage> & { author?: DeskMessage['author'] } = {},
): DeskMessage {
  const author = { kind: 'customer' as const }
  return { id: `m${seq}`, conversationId: 'c1', seq, author, body: { kind: 'text', text }, at: seq * 1000, ...change }
}

export function detail(messages: DeskMessage[], change: Partial<ConversationDetail> = {}): ConversationDetail {
  return {
    conversation: conversation('c1', { lastSeq: messages.at(-1)?.seq ?? 0 }),
    messages,
    earlier: false,
    suggestions: [],
    context: {},
    ...change,
  }
}

export function snapshot(change: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    agent: mina,
    agents: [mina],
    reception: {
      mode: 'auto',
      first: 'bot',
      switched: {},
      deskOpen: true,
      deskHours: '9:00–22:00',
      strategy: 'least_busy',
      groups: [],
      warnSeconds: 60,
      redSeconds: 100,
    },
    queue: [],
    conversations: [],
    openCases: 0,
    labels: [],
    drafts: [],
    dueTodos: [],
    at: 0,
    ...change,
  }
}

export function suggestion(id: string, change: Partial<SuggestionView> = {}): SuggestionView {
  return {
    id,
    conversationId: 'c1',
    heardSeq: 1,
    rank: 1,
    intent: 'shipping_time',
    title: '发货时间',
    text: '16:00 前付款当天发出',
    confidence: 0.9,
    evidence: [],
    source: 'intent',
    sureness: 'sure',
    offeredAt: 1000,
    status: 'offered',
    ...change,
  }
}

/** The desk after these events, from the first moment on. */
export function deskAfter(...events: readonly DeskEvent[]): DeskState {
  return events.reduce(reduceDesk, initialState(mina))
}

export const todo: TodoView = {
  id: 't1',
  kind: 'follow_up',
  title: '回电',
  detail: { way: 'call' },
  conversation: { id: 'c1', status: 'resolved' },
  customer: { id: 'x', name: '李雷', tier: 'regular', verified: false },
  agent: { id: 'mina', name: '米娜' },
  dueAt: 10,
  status: 'open',
  createdAt: 0,
  note: '',
}
