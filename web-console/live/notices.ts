import type { DeskConversation, QueueEntryView } from '../../src/protocol/console.ts'
import type { DeskState } from '../state/desk-state.ts'
import { promiseKey, todoKey } from '../state/heard.ts'
import { previewOf } from '../state/thread-messages.ts'
import type { ServerNews } from './wire.ts'

/** Something that an agent may want to hear of while looking elsewhere. */
export type Notice =
  | {
      readonly kind: 'message' | 'queued' | 'offered' | 'transfer' | 'whisper' | 'taken'
      readonly conversationId: string
      readonly name: string
      readonly text: string
    }
  | { readonly kind: 'answered'; readonly conversationId: string; readonly title: string }
  | {
      readonly kind: 'promise'
      readonly promise: 'first' | 'next' | 'resolution'
      readonly conversationId: string
      readonly name: string
      readonly text: string
    }
  | { readonly kind: 'due'; readonly name: string; readonly text: string }
  | { readonly kind: 'knowledge' }

function messageNotices(state: DeskState, news: Extract<ServerNews, { type: 'message:created' }>): readonly Notice[] {
  const { message } = news
  const row = state.conversations[message.conversationId]
  const mine = row?.status === 'assigned' && row.agent?.id === state.me.id
  if (mine && message.body.kind === 'note' && message.body.whisper) {
    return [{ kind: 'whisper', conversationId: row.id, name: message.author.name ?? '', text: message.body.text }]
  }
  if (!mine || message.author.kind !== 'customer') return []
  // A snapshot came before it, and told.
  if (message.seq <= (state.heard.seqs[row.id] ?? 0)) return []

  return [{ kind: 'message', conversationId: row.id, name: row.customer.name, text: previewOf(message) ?? '' }]
}

/** Who has joined the queue, and what is offered to me. */
export function queueNotices(state: DeskState, entries: readonly QueueEntryView[]): readonly Notice[] {
  const known = new Map(state.queue.map((entry) => [entry.conversationId, entry]))
  const isMine = (entry: QueueEntryView | undefined) => entry?.offer?.agent.id === state.me.id
  const isNews = (entry: QueueEntryView) =>
    isMine(entry) ? !isMine(known.get(entry.conversationId)) : entry.kind === 'live' && !known.has(entry.conversationId)
  return entries.filter(isNews).map((entry) => ({
    kind: isMine(entry) ? 'offered' : 'queued',
    conversationId: entry.conversationId,
    name: entry.customer.name,
    text: entry.wants,
  }))
}

/** A colleague wants to give me one, or somebody has taken one of mine. */
export function handsNotices(state: DeskState, conversation: DeskConversation): readonly Notice[] {
  const before = state.conversations[conversation.id]
  const base = { conversationId: conversation.id, text: conversation.preview }
  const isAsked = (one: DeskConversation | undefined) => one?.transfer?.to.id === state.me.id
  if (isAsked(conversation) && !isAsked(before))
    return [{ ...base, kind: 'transfer', name: conversation.customer.name }]

  const wasMine = before?.status === 'assigned' && before.agent?.id === state.me.id && !before.transfer
  const taker = conversation.status === 'assigned' ? conversation.agent : undefined
  return wasMine && taker && taker.id !== state.me.id ? [{ ...base, kind: 'taken', name: taker.name }] : []
}

function promiseNotices(state: DeskState, news: Extract<ServerNews, { type: 'promise:broken' }>): readonly Notice[] {
  if (state.heard.keys.has(promiseKey(news))) return []

  const { conversationId, kind: promise } = news
  const row = state.conversations[conversationId]
  return [{ kind: 'promise', promise, conversationId, name: row?.customer.name ?? '', text: row?.preview ?? '' }]
}

function todoNotices(
  state: DeskState,
  { todo, due }: Extract<ServerNews, { type: 'todo:changed' }>,
): readonly Notice[] {
  const isNews = due && todo.agent?.id === state.me.id && todo.status === 'open' && !state.heard.keys.has(todoKey(todo))
  return isNews ? [{ kind: 'due', name: todo.customer.name, text: todo.title }] : []
}

/** What is worth a notice; `state` is the one before the news. Pure. */
export function noticesOf(state: DeskState, news: ServerNews, opened: string | undefined): readonly Notice[] {
  switch (news.type) {
    case 'message:created':
      return messageNotices(state, news)
    case 'conversation:changed':
      return handsNotices(state, news.conversation)
    case 'queue:changed':
      return state.load === 'ready' ? queueNotices(state, news.entries) : []
    case 'answer:notified':
      return news.conversationId === opened
        ? []
        : [{ kind: 'answered', conversationId: news.conversationId, title: news.title }]
    case 'todo:changed':
      return todoNotices(state, news)
    case 'promise:broken':
      return promiseNotices(state, news)
    case 'knowledge:changed': {
      const before = state.knowledge?.problems.length ?? 0
      return news.knowledge.problems.length > 0 && before === 0 ? [{ kind: 'knowledge' }] : []
    }
    default:
      return []
  }
}
