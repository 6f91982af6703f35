import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import type { ConversationDetail } from '../../src/protocol/http.ts'
import { type DeskState, EMPTY_THREAD, type Thread } from './desk-state.ts'
import { joinFetched, mergeMessages, previewOf, replaceMessage } from './thread-messages.ts'
import { ABOUT, isToldSince } from './told.ts'

export function withThread(state: DeskState, id: string, thread: Thread): DeskState {
  return { ...state, threads: { ...state.threads, [id]: thread } }
}

function withoutAcknowledged(state: DeskState, messages: readonly DeskMessage[]): DeskState {
  if (state.outbox.length === 0) return state

  const stored = new Set(messages.flatMap((message) => message.clientId ?? []))
  const outbox = state.outbox.filter((pending) => !stored.has(pending.clientId))
  return outbox.length === state.outbox.length ? state : { ...state, outbox }
}

/** Adds messages to a thread that is loaded, and takes out of the outbox what they prove to be stored. */
export function addMessages(state: DeskState, id: string, messages: readonly DeskMessage[]): DeskState {
  const cleaned = withoutAcknowledged(state, messages)
  const thread = cleaned.threads[id]
  if (thread?.load !== 'ready') return cleaned

  return withThread(cleaned, id, { ...thread, messages: mergeMessages(thread.messages, messages) })
}

/** Keeps the row true until the server's own `conversation:changed` arrives. */
function touchRow(state: DeskState, message: DeskMessage): DeskState {
  const row = state.conversations[message.conversationId]
  if (!row || message.seq <= row.lastSeq) return state

  const byCustomer = message.author.kind === 'customer'
  const touched = {
    ...row,
    lastSeq: message.seq,
    preview: previewOf(message) ?? row.preview,
    unread: row.unread + (byCustomer ? 1 : 0),
    updatedAt: Math.max(row.updatedAt, message.at),
  }
  return { ...state, conversations: { ...state.conversations, [row.id]: touched } }
}

export function messageCreated(state: DeskState, message: DeskMessage): DeskState {
  const added = addMessages(touchRow(state, message), message.conversationId, [message])
  if (message.author.kind !== 'customer' || !(message.conversationId in added.typing)) return added

  return { ...added, ...withoutTyping(added, message.conversationId) }
}

/** Nobody types in this conversation. */
export function withoutTyping({ typing, typed }: DeskState, id: string): Pick<DeskState, 'typing' | 'typed'> {
  const { [id]: _, ...othersTyping } = typing
  const { [id]: __, ...othersTyped } = typed
  return { typing: othersTyping, typed: othersTyped }
}

/** Only what is on screen is updated: a message that was never loaded comes with its page. */
export function messageUpdated(state: DeskState, message: DeskMessage): DeskState {
  const thread = state.threads[message.conversationId]
  if (!thread) return state

  const past = thread.past && { ...thread.past, messages: replaceMessage(thread.past.messages, message) }
  const messages = replaceMessage(thread.messages, message)
  return withThread(state, message.conversationId, { ...thread, messages, ...(past && { past }) })
}

export function threadOpened(state: DeskState, id: string): DeskState {
  const thread = state.threads[id]
  if (thread?.load === 'ready') return state

  return withThread(state, id, { ...(thread ?? EMPTY_THREAD), load: 'loading' })
}

export function threadFailed(state: DeskState, id: string): DeskState {
  const thread = state.threads[id]
  // What is on screen stays readable; only an empty pane shows the failure.
  if (thread && thread.messages.length > 0) return state

  return withThread(state, id, { ...EMPTY_THREAD, load: 'error' })
}

/** What was fetched may be older than an event that overtook it. */
export function newerRow(
  known: DeskConversation | undefined,
  fetched: DeskConversation,
  isTold: (about: string) => boolean,
): DeskConversation {
  return known && (known.lastSeq > fetched.lastSeq || isTold(ABOUT.row(fetched.id))) ? known : fetched
}

/** The messages of a page but those of which something newer was told since it was asked for. */
export function withoutTold(
  state: DeskState,
  messages: readonly DeskMessage[],
  asked: number | undefined,
): readonly DeskMessage[] {
  const isTold = isToldSince(state, asked)
  return messages.map((message) => {
    const { conversationId, seq } = message
    if (!isTold(ABOUT.message(conversationId, seq))) return message
    return state.threads[conversationId]?.messages.find((one) => one.seq === seq) ?? message
  })
}

/** A row that was read, of a conversation that nobody holds or waits for any more: it came to its end while the line was cut. */
export function ended(row: DeskConversation): DeskConversation {
  if (row.status === 'bot') return row
  const { agent: _, transfer: __, waitingSince: ___, clock: ____, ...rest } = row
  return { ...rest, status: 'resolved', unread: 0 }
}

/** The row with this in it; the state itself where it says nothing new, so that nothing is sorted and drawn for it. */
export function withRow(state: DeskState, row: DeskConversation): DeskState {
  const known = state.conversations[row.id]
  if (known === row || (known && JSON.stringify(known) === JSON.stringify(row))) return state

  return { ...state, conversations: { ...state.conversations, [row.id]: row } }
}

export function threadLoaded(state: DeskState, detail: ConversationDetail, asked?: number): DeskState {
  const { conversation, context, handoff, suggestions } = detail
  const { id } = conversation
  // One that was asked for later has been faster.
  if (asked !== undefined && asked < (state.threads[id]?.asked ?? 0)) return state

  const isTold = isToldSince(state, asked)
  const messages = withoutTold(state, detail.messages, asked)
  const { handoff: _, ...joined } = joinFetched(state.threads[id], messages, detail.earlier)
  const cleaned = withoutAcknowledged(state, messages)
  const answered = { context, ...(handoff && { handoff }), ...(asked !== undefined && { asked }) }
  const shown = withThread(cleaned, id, { ...joined, ...answered })
  return {
    ...withRow(shown, newerRow(state.conversations[id], conversation, isTold)),
    ...(!isTold(ABOUT.offered(id)) && { suggestions: { ...shown.suggestions, [id]: suggestions } }),
  }
}
