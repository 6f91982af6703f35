import type { DeskConversation } from '../../src/protocol/console.ts'
import type { DeskSnapshot } from '../../src/protocol/http.ts'
import type { DeskState } from '../state/desk-state.ts'
import { lateIn, promiseKey, todoKey } from '../state/heard.ts'
import { handsNotices, type Notice, queueNotices } from './notices.ts'

/**
 * What happened while the line was cut or the tab asleep, as a snapshot shows it; `state` is the one before. Whatever the line tells
 * afterwards of the same gives no second notice. Pure.
 */
export function missedNotices(state: DeskState, snapshot: DeskSnapshot): readonly Notice[] {
  if (state.load !== 'ready') return []

  return [
    ...snapshot.conversations.flatMap((row) => [...unreadNotice(state, row), ...handsNotices(state, row)]),
    ...queueNotices(state, snapshot.queue),
    ...dueNotices(state, snapshot),
    ...lateNotices(state, snapshot),
  ]
}

function isMine({ me }: DeskState, row: DeskConversation | undefined): boolean {
  return row?.status === 'assigned' && row.agent?.id === me.id
}

/** One for all that was written in a conversation of mine. */
function unreadNotice(state: DeskState, row: DeskConversation): readonly Notice[] {
  const before = state.conversations[row.id]
  const known = before && isMine(state, before) ? before.unread : 0
  const isOlder = row.lastSeq < (before?.lastSeq ?? 0)
  if (!isMine(state, row) || isOlder || row.unread <= known) return []

  return [{ kind: 'message', conversationId: row.id, name: row.customer.name, text: row.preview }]
}

function dueNotices({ heard, me }: DeskState, { dueTodos }: DeskSnapshot): readonly Notice[] {
  return dueTodos
    .filter((todo) => todo.agent?.id === me.id && !heard.keys.has(todoKey(todo)))
    .map((todo) => ({ kind: 'due', name: todo.customer.name, text: todo.title }))
}

/** Those whom the server tells of a broken promise: whoever holds it, and supervisors. */
function lateNotices(state: DeskState, snapshot: DeskSnapshot): readonly Notice[] {
  const supervises = snapshot.agent.role !== 'agent'
  return lateIn(snapshot)
    .filter(({ conversation }) => supervises || isMine(state, conversation))
    .filter(({ conversation, dueAt }) => !state.heard.keys.has(promiseKey({ conversationId: conversation.id, dueAt })))
    .map(({ conversation, kind }) => ({
      kind: 'promise',
      promise: kind,
      conversationId: conversation.id,
      name: conversation.customer.name,
      text: conversation.preview,
    }))
}
