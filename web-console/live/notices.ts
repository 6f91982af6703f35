import type { DeskState } from '../state/desk-state.ts'
import { previewOf } from '../state/thread-messages.ts'
import type { ServerNews } from './wire.ts'

/** Something that an agent may want to hear of while looking elsewhere. */
export type Notice =
  | {
      readonly kind: 'message' | 'queued'
      readonly conversationId: string
      readonly name: string
      readonly text: string
    }
  | { readonly kind: 'answered'; readonly conversationId: string; readonly title: string }
  | { readonly kind: 'due'; readonly name: string; readonly text: string }
  | { readonly kind: 'knowledge' }

function messageNotices(state: DeskState, news: Extract<ServerNews, { type: 'message:created' }>): readonly Notice[] {
  const { message } = news
  const row = state.conversations[message.conversationId]
  const mine = row?.status === 'assigned' && row.agent?.id === state.me.id
  if (!mine || message.author.kind !== 'customer') return []

  return [{ kind: 'message', conversationId: row.id, name: row.customer.name, text: previewOf(message) ?? '' }]
}

function queueNotices(state: DeskState, news: Extract<ServerNews, { type: 'queue:changed' }>): readonly Notice[] {
  const known = new Set(state.queue.map((entry) => entry.conversationId))
  return news.entries
    .filter((entry) => entry.kind === 'live' && !known.has(entry.conversationId))
    .map((entry) => ({
      kind: 'queued',
      conversationId: entry.conversationId,
      name: entry.customer.name,
      text: entry.wants,
    }))
}

/** What is worth a notice; `state` is the one before the news. Pure. */
export function noticesOf(state: DeskState, news: ServerNews, opened: string | undefined): readonly Notice[] {
  switch (news.type) {
    case 'message:created':
      return messageNotices(state, news)
    case 'queue:changed':
      return state.load === 'ready' ? queueNotices(state, news) : []
    case 'answer:notified':
      return news.conversationId === opened
        ? []
        : [{ kind: 'answered', conversationId: news.conversationId, title: news.title }]
    case 'todo:changed':
      return news.due && news.todo.agent?.id === state.me.id && news.todo.status === 'open'
        ? [{ kind: 'due', name: news.todo.customer.name, text: news.todo.title }]
        : []
    case 'knowledge:changed': {
      const before = state.knowledge?.problems.length ?? 0
      return news.knowledge.problems.length > 0 && before === 0 ? [{ kind: 'knowledge' }] : []
    }
    default:
      return []
  }
}
