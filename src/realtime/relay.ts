import type { Namespace } from 'socket.io'
import { listStaff } from '../actions/agents/list-staff.ts'
import { listWaiting } from '../actions/desk/read-desk.ts'
import { readWaits, toPlace } from '../actions/queue/read-place.ts'
import { readReception } from '../actions/settings/read-reception.ts'
import { hasRole } from '../domain/agent.ts'
import type { DomainEvent } from '../domain/events.ts'
import { textIn } from '../domain/localized-text.ts'
import { toCaseView } from '../protocol/cases.ts'
import { toCustomerSummary } from '../protocol/common.ts'
import { toDraftView } from '../protocol/composing.ts'
import { toLabelView } from '../protocol/labels.ts'
import {
  toAgentView,
  toDeskConversation,
  toDeskMessage,
  toKnowledgeStatus,
  toQueueEntryView,
  toSuggestionView,
  toWidgetConversation,
  toWidgetMessage,
} from '../protocol/views.ts'
import { relayTodo } from './relay-todos.ts'
import { agentRoom, conversationRoom, customerRoom, DESK } from './rooms.ts'
import type { RealtimeWorld } from './world.ts'

/** What changes many times at once is told once after this time; a long list waits a millisecond for each of its lines. */
const COALESCE_MILLISECONDS = 50

export interface Namespaces {
  readonly widget: Namespace
  readonly console: Namespace
}

/** Tells sockets what has happened. The returned function ends it. */
export function relayEvents(namespaces: Namespaces, world: RealtimeWorld): () => void {
  const { deps } = world
  const failed = (error: unknown) => deps.log.error({ error }, 'something could not be relayed')
  const queue = coalesce(() => relayQueue(namespaces, world), failed)
  const agents = coalesce(() => relayAgents(namespaces, world), failed)
  const stop = world.events.subscribe((event) => {
    if (isNotRelayed(event)) return
    if (event.type === 'queue.changed') queue.ask()
    else if (event.type === 'agents.changed') {
      agents.ask()
      // How many are on duty decides the wait that shoppers are told.
      queue.ask()
    } else if (event.type === 'case.changed') {
      relayCase(event, namespaces, world).catch(failed)
    } else if (event.type === 'record.changed') {
      relayRecord(event, namespaces, world).catch(failed)
    } else if (event.type === 'labels.changed') {
      relayLabels(namespaces, world).catch(failed)
    } else if (event.type === 'todo.changed') {
      relayTodo(event, namespaces.console, world).catch(failed)
    } else relay(event, namespaces, world)
  })
  return () => {
    stop()
    queue.cancel()
    agents.cancel()
  }
}

/** Webhooks have a relay of their own; a look is told by the viewers, and what other nodes are up to concerns connections rather than what they are told. */
type NotRelayed = Extract<DomainEvent, { type: (typeof NOT_RELAYED)[number] }>
const NOT_RELAYED = ['look.changed', 'node.gone', 'news.missed', 'rating.given', 'webhooks.changed'] as const

function isNotRelayed(event: DomainEvent): event is NotRelayed {
  return NOT_RELAYED.some((type) => type === event.type)
}

type Relayed = Exclude<
  Exclude<DomainEvent, NotRelayed>,
  { type: 'queue.changed' | 'agents.changed' | 'case.changed' | 'record.changed' | 'labels.changed' | 'todo.changed' }
>

function relay(event: Relayed, namespaces: Namespaces, world: RealtimeWorld): void {
  const { widget, console } = namespaces
  const { deps } = world
  const desk = console.to(DESK)
  switch (event.type) {
    case 'message.created':
    case 'message.updated':
      relayMessage(event, namespaces, world)
      return
    case 'conversation.changed':
      relayConversation(event, namespaces, world)
      return
    case 'conversation.opened':
      moveToNext(event, widget, world)
      return
    case 'suggestions.offered': {
      const suggestions = event.suggestions.map(toSuggestionView)
      desk.emit('suggestion:offered', { conversationId: event.conversationId, suggestions })
      return
    }
    case 'suggestion.changed':
      desk.emit('suggestion:changed', { suggestion: toSuggestionView(event.suggestion) })
      return
    case 'typing.changed':
      relayTyping(event, namespaces)
      return
    case 'answer.notified': {
      const { conversationId, seq, intent } = event
      desk.emit('answer:notified', { conversationId, seq, title: titleOf(intent, deps) })
      return
    }
    case 'draft.changed':
      relayDraft(event, console)
      return
    case 'promise.broken':
      relayPromise(event, console, world)
      return
    case 'customers.merged':
      followMerge(event, widget)
      return
    case 'agent.signed-out':
      signOutSockets(event, console)
      return
    case 'reception.changed':
      desk.emit('reception:changed', { reception: readReception(deps) })
      return
    case 'knowledge.changed':
      desk.emit('knowledge:changed', {
        knowledge: toKnowledgeStatus(deps.live.current().knowledge, deps.live.report()),
      })
  }
}

/** With nobody at the desk there is nobody to make views for; whoever comes reads a snapshot. */
function isWatched({ console }: Namespaces): boolean {
  return console.sockets.size > 0
}

function relayMessage(
  event: DomainEvent & { type: 'message.created' | 'message.updated' },
  namespaces: Namespaces,
  { deps }: RealtimeWorld,
): void {
  const name = event.type === 'message.created' ? 'message:created' : 'message:updated'
  const message = toWidgetMessage(event.message)
  if (message) namespaces.widget.to(conversationRoom(event.message.conversationId)).emit(name, { message })
  if (!isWatched(namespaces)) return

  const desk = namespaces.console.to(DESK)
  const { knowledge } = deps.live.current()
  desk.emit(name, { message: toDeskMessage(event.message, knowledge) })
  const conversation = toDeskConversation(event, { agents: deps.roster.find, knowledge })
  desk.emit('conversation:changed', { conversation })
}

function relayConversation(
  event: DomainEvent & { type: 'conversation.changed' },
  namespaces: Namespaces,
  { deps }: RealtimeWorld,
): void {
  const conversation = toWidgetConversation(event.conversation, deps.roster.find)
  namespaces.widget.to(conversationRoom(conversation.id)).emit('conversation:changed', { conversation })
  // Somebody who only looks around is no work for the desk.
  if (!isWatched(namespaces) || conversation.lastSeq === 0) return

  const shown = toDeskConversation(event, { agents: deps.roster.find, knowledge: deps.live.current().knowledge })
  namespaces.console.to(DESK).emit('conversation:changed', { conversation: shown })
}

async function relayCase(
  event: DomainEvent & { type: 'case.changed' },
  namespaces: Namespaces,
  { deps }: RealtimeWorld,
): Promise<void> {
  if (!isWatched(namespaces)) return

  const customer = await deps.storage.customers.find(event.case.customerId)
  if (!customer) return
  namespaces.console.to(DESK).emit('case:changed', {
    case: toCaseView({ case: event.case, customer }, deps.roster.find),
    openCases: await deps.storage.cases.countOpen(),
  })
}

async function relayRecord(
  event: DomainEvent & { type: 'record.changed' },
  namespaces: Namespaces,
  { deps }: RealtimeWorld,
): Promise<void> {
  if (!isWatched(namespaces)) return

  const customer = await deps.storage.customers.find(event.customerId)
  if (customer) namespaces.console.to(DESK).emit('record:changed', { customer: toCustomerSummary(customer) })
}

async function relayLabels({ console }: Namespaces, { deps }: RealtimeWorld): Promise<void> {
  console.to(DESK).emit('labels:changed', { labels: (await deps.storage.labels.list()).map(toLabelView) })
}

function titleOf(intent: string, { live }: RealtimeWorld['deps']): string {
  const { intents, shop } = live.current().knowledge
  return textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language)
}

/** Whoever holds it can still make up for it; supervisors see to it that somebody does. */
function relayPromise(
  event: DomainEvent & { type: 'promise.broken' },
  console: Namespace,
  { deps }: RealtimeWorld,
): void {
  const { conversationId, kind, dueAt, agentId } = event
  const concerned = deps.roster.list().filter((agent) => agent.id === agentId || hasRole(agent, 'supervisor'))
  if (concerned.length === 0) return
  const rooms = concerned.map(({ id }) => agentRoom(id))
  console.to(rooms).emit('promise:broken', { conversationId, kind, dueAt })
}

function relayTyping(event: DomainEvent & { type: 'typing.changed' }, { widget, console }: Namespaces): void {
  const { conversationId, typing, who, text } = event
  if (who === 'customer') {
    console.to(DESK).emit('typing:changed', { conversationId, typing, ...(text !== undefined && { text }) })
  } else widget.to(conversationRoom(conversationId)).emit('typing:changed', { who, typing })
}

/** All tabs of the shopper go on in the conversation that follows. */
function moveToNext(
  event: DomainEvent & { type: 'conversation.opened' },
  widget: Namespace,
  world: RealtimeWorld,
): void {
  const { conversation } = event
  const from = conversationRoom(conversation.previousId ?? '')
  for (const socket of widget.sockets.values()) {
    if (!socket.rooms.has(from)) continue
    socket.data = { ...(socket.data as object), conversationId: conversation.id }
    void socket.leave(from)
    void socket.join(conversationRoom(conversation.id))
    socket.emit('conversation:changed', { conversation: toWidgetConversation(conversation, world.deps.roster.find) })
  }
}

/** To the same agent's other browsers: nobody else sees what is not said yet. */
function relayDraft({ draft, from }: DomainEvent & { type: 'draft.changed' }, console: Namespace): void {
  const others = console.to(agentRoom(draft.agentId))
  const heard = from === undefined ? others : others.except(from)
  heard.emit('draft:changed', toDraftView(draft))
}

function followMerge(event: DomainEvent & { type: 'customers.merged' }, widget: Namespace): void {
  for (const socket of widget.sockets.values()) {
    if (!socket.rooms.has(customerRoom(event.from))) continue
    socket.data = { ...(socket.data as object), customerId: event.into }
    void socket.leave(customerRoom(event.from))
    void socket.join(customerRoom(event.into))
  }
}

function signOutSockets(event: DomainEvent & { type: 'agent.signed-out' }, console: Namespace): void {
  for (const socket of console.sockets.values()) {
    const data = socket.data as { agentId?: string; session?: string }
    const meant = event.session === undefined ? data.agentId === event.agentId : data.session === event.session
    if (meant) socket.disconnect(true)
  }
}

async function relayQueue({ widget, console }: Namespaces, { deps }: RealtimeWorld): Promise<number> {
  const waiting = await listWaiting(deps)
  console.to(DESK).emit('queue:changed', { entries: waiting.map((one) => toQueueEntryView(one, deps.roster.find)) })
  if (widget.sockets.size === 0) return waiting.length

  const waits = await readWaits(deps)
  for (const one of waiting) {
    const { conversationId } = one.entry
    widget.to(conversationRoom(conversationId)).emit('queue:changed', { conversationId, ...toPlace(one, waits) })
  }
  return waiting.length
}

async function relayAgents({ console }: Namespaces, { deps }: RealtimeWorld): Promise<number> {
  const agents = (await listStaff(deps)).map(toAgentView)
  console.to(DESK).emit('presence:changed', { agents })
  return agents.length
}

/** `work` says how many lines it has told: the next time waits the longer. */
function coalesce(work: () => Promise<number>, failed: (error: unknown) => void): { ask(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined
  let told = 0
  return {
    ask: () => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          work().then((lines) => {
            told = lines
          }, failed)
        },
        Math.max(COALESCE_MILLISECONDS, told),
      )
    },
    cancel: () => clearTimeout(timer),
  }
}
