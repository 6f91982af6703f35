import type { CustomerSummary } from '../../src/protocol/common.ts'
import type { AgentView, SuggestionView } from '../../src/protocol/console.ts'
import type { DeskSnapshot } from '../../src/protocol/http.ts'
import type { DeskEvent, LocalNews, WireNews } from './desk-event.ts'
import type { DeskState } from './desk-state.ts'
import { promiseKey, todoKey, withHeard, withSnapshotHeard } from './heard.ts'
import { isOutboxNews, type OutboxNews, reduceOutbox } from './reduce-outbox.ts'
import { earlierLoaded, pastAdded, pastClosed, pastOpened } from './reduce-past.ts'
import {
  addMessages,
  ended,
  messageCreated,
  messageUpdated,
  newerRow,
  threadFailed,
  threadLoaded,
  threadOpened,
  withoutTold,
  withoutTyping,
  withRow,
} from './reduce-thread.ts'
import { ABOUT, isToldSince, questionAsked, questionEnded, withTold } from './told.ts'

function withAgents(state: DeskState, agents: readonly AgentView[]): DeskState {
  const merged = { ...state.agents, ...Object.fromEntries(agents.map((agent) => [agent.id, agent])) }
  return { ...state, agents: merged, me: merged[state.me.id] ?? state.me }
}

/** The snapshot is the truth about all that is open; a thread that was read stays, its row with it. */
function withSnapshot(
  state: DeskState,
  { snapshot, asked }: Extract<DeskEvent, { type: 'snapshot:loaded' }>,
): DeskState {
  // One that was asked for later has been faster.
  if (asked !== undefined && asked < state.snapshotOf) return state

  const isTold = isToldSince(state, asked)
  return {
    ...(isTold(ABOUT.agents)
      ? state
      : withAgents({ ...state, me: snapshot.agent }, [...snapshot.agents, snapshot.agent])),
    load: 'ready',
    snapshotOf: asked ?? state.snapshotOf,
    ...(!isTold(ABOUT.reception) && { reception: snapshot.reception }),
    ...(!isTold(ABOUT.queue) && { queue: snapshot.queue }),
    ...(!isTold(ABOUT.cases) && { openCases: snapshot.openCases }),
    ...(!isTold(ABOUT.labels) && { labels: snapshot.labels }),
    heard: withSnapshotHeard(state.heard, snapshot),
    conversations: rowsWith(state, snapshot, asked),
  }
}

function rowsWith(
  { conversations, threads, told }: DeskState,
  snapshot: DeskSnapshot,
  asked: number | undefined,
): DeskState['conversations'] {
  const isTold = isToldSince({ told }, asked)
  const kept = Object.values(conversations).flatMap((row) => {
    if (row.status === 'resolved' || isTold(ABOUT.row(row.id))) return [row]
    return threads[row.id] ? [ended(row)] : []
  })
  const open = snapshot.conversations.map((row) => newerRow(conversations[row.id], row, isTold))
  return Object.fromEntries([...kept, ...open].map((row) => [row.id, row]))
}

function withSuggestion(state: DeskState, suggestion: SuggestionView): DeskState {
  const have = state.suggestions[suggestion.conversationId] ?? []
  const next = have.map((one) => (one.id === suggestion.id ? suggestion : one))
  return { ...state, suggestions: { ...state.suggestions, [suggestion.conversationId]: next } }
}

/** New ones take the place of the old, but for the one that is being edited: what became of it decides how its words go out. */
function withOffered(state: DeskState, event: Extract<WireNews, { type: 'suggestion:offered' }>): DeskState {
  const { conversationId: id, suggestions } = event
  const edited = state.drafts[id]?.editing?.id
  const kept = (state.suggestions[id] ?? []).filter(
    (one) => one.id === edited && suggestions.every((other) => other.id !== one.id),
  )
  return { ...state, suggestions: { ...state.suggestions, [id]: [...suggestions, ...kept] } }
}

function todoChanged(state: DeskState, { todo, due }: Extract<WireNews, { type: 'todo:changed' }>): DeskState {
  const heard = due ? withHeard(state.heard, todoKey(todo)) : state.heard
  return { ...state, todoNews: state.todoNews + 1, heard }
}

function withTyping(
  state: DeskState,
  id: string,
  told: { readonly at: number; readonly text?: string | undefined } | undefined,
): DeskState {
  const { typing, typed } = withoutTyping(state, id)
  if (!told) return { ...state, typing, typed }

  const { at, text } = told
  return { ...state, typing: { ...typing, [id]: at }, typed: text ? { ...typed, [id]: text } : typed }
}

function withArchive(state: DeskState, event: Extract<DeskEvent, { type: 'archive:loaded' }>): DeskState {
  if (event.filter !== state.archive.filter) return state

  const isTold = isToldSince(state, event.asked)
  const rows = Object.fromEntries(
    event.conversations.map((row) => [row.id, newerRow(state.conversations[row.id], row, isTold)]),
  )
  const oldest = Math.min(...event.conversations.map((row) => row.updatedAt), state.archive.oldest ?? Infinity)
  return {
    ...state,
    conversations: { ...state.conversations, ...rows },
    archive: {
      filter: event.filter,
      load: 'ready',
      more: event.more,
      ...(Number.isFinite(oldest) ? { oldest } : {}),
    },
  }
}

function withCustomer(state: DeskState, changed: { id: string; name: string; tier: string }): DeskState {
  const rows = Object.values(state.conversations).map((row) =>
    row.customer.id === changed.id
      ? { ...row, customer: { ...row.customer, name: changed.name, tier: changed.tier } }
      : row,
  )
  return { ...state, conversations: Object.fromEntries(rows.map((row) => [row.id, row])) }
}

function recordChanged(state: DeskState, customer: CustomerSummary): DeskState {
  const { records, customers } = state
  return {
    ...state,
    records: { ...records, [customer.id]: (records[customer.id] ?? 0) + 1 },
    customers: { ...customers, [customer.id]: customer },
  }
}

const WIRE_NEWS: Record<WireNews['type'], true> = {
  'session:started': true,
  'message:created': true,
  'message:updated': true,
  'conversation:changed': true,
  'queue:changed': true,
  'suggestion:offered': true,
  'suggestion:changed': true,
  'typing:changed': true,
  'viewers:changed': true,
  'presence:changed': true,
  'reception:changed': true,
  'knowledge:changed': true,
  'case:changed': true,
  'labels:changed': true,
  'record:changed': true,
  'todo:changed': true,
  'promise:broken': true,
}

function isWireNews(event: DeskEvent): event is WireNews {
  return event.type in WIRE_NEWS
}

function reduceWire(state: DeskState, event: WireNews): DeskState {
  switch (event.type) {
    case 'session:started':
      // What was heard on the line before may be out of date: pages read anew what they show.
      return withAgents({ ...state, reception: event.reception, cases: {}, customers: {} }, [event.agent])
    case 'message:created':
      return messageCreated(state, event.message)
    case 'message:updated':
      return messageUpdated(state, event.message)
    case 'conversation:changed':
      return withRow(state, event.conversation)
    case 'queue:changed':
      return { ...state, queue: event.entries }
    case 'suggestion:offered':
      return withOffered(state, event)
    case 'suggestion:changed':
      return withSuggestion(state, event.suggestion)
    case 'typing:changed':
      return withTyping(state, event.conversationId, event.typing ? event : undefined)
    case 'viewers:changed':
      return { ...state, viewers: { ...state.viewers, [event.conversationId]: event.viewers } }
    case 'presence:changed':
      return withAgents(state, event.agents)
    case 'reception:changed':
      return { ...state, reception: event.reception }
    case 'knowledge:changed':
      return { ...state, knowledge: event.knowledge }
    case 'record:changed':
      return recordChanged(state, event.customer)
    case 'todo:changed':
      return todoChanged(state, event)
    case 'promise:broken':
      return { ...state, heard: withHeard(state.heard, promiseKey(event)) }
    case 'case:changed':
      return {
        ...state,
        openCases: event.openCases,
        cases: { ...state.cases, [event.case.number]: event.case },
        customers: { ...state.customers, [event.case.customer.id]: event.case.customer },
      }
    case 'labels:changed':
      return { ...state, labels: event.labels }
  }
}

function reduceLocal(state: DeskState, event: Exclude<LocalNews, OutboxNews>): DeskState {
  switch (event.type) {
    case 'question:asked':
      return questionAsked(state)
    case 'question:ended':
      return questionEnded(state)
    case 'snapshot:loaded':
      return withSnapshot(state, event)
    case 'snapshot:failed':
      return state.load === 'ready' ? state : { ...state, load: 'error' }
    case 'connection:changed':
      return { ...state, connection: event.connection }
    case 'thread:opened':
      return threadOpened(state, event.conversationId)
    case 'thread:failed':
      return threadFailed(state, event.conversationId)
    case 'thread:loaded':
      return threadLoaded(state, event.detail, event.asked)
    case 'thread:added':
      return addMessages(state, event.conversationId, withoutTold(state, event.messages, event.asked))
    case 'thread:earlier':
      return earlierLoaded(state, event.conversationId, event)
    case 'past:opened':
      return pastOpened(state, event.conversationId, event)
    case 'past:added':
      return pastAdded(state, event.conversationId, event.messages)
    case 'past:closed':
      return pastClosed(state, event.conversationId)
    case 'draft:changed':
      return { ...state, drafts: { ...state.drafts, [event.conversationId]: event.draft } }
    case 'message:took-back':
      return { ...state, tookBack: { ...state.tookBack, [event.id]: event.text } }
    case 'draft:received': {
      const { conversationId, text, note } = event.draft
      return { ...state, drafts: { ...state.drafts, [conversationId]: { text, note } } }
    }
    case 'archive:asked':
      return { ...state, archive: { filter: event.filter, load: 'loading', more: false } }
    case 'archive:failed':
      return event.filter === state.archive.filter ? { ...state, archive: { ...state.archive, load: 'error' } } : state
    case 'archive:loaded':
      return withArchive(state, event)
    case 'todos:counted':
      return { ...state, dueTodos: event.due }
    case 'customer:changed':
      return withCustomer(state, event)
  }
}

/** The desk after one event. Pure: everything that is fetched or sent happens in `live/`. */
export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  if (isOutboxNews(event)) return reduceOutbox(state, event)

  return isWireNews(event) ? reduceWire(withTold(state, event), event) : reduceLocal(state, event)
}
