import type { DeskMessage } from '../../src/protocol/console.ts'
import type { ConversationDetail, ConversationPage, DeskSnapshot } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'
import type { DeskEvent } from '../state/desk-event.ts'
import type { ArchiveFilter, DeskState } from '../state/desk-state.ts'
import type { Store } from '../state/store.ts'
import { contiguousSeq, hasGap } from '../state/thread-messages.ts'
import type { Wire } from './wire.ts'

type DeskStore = Store<DeskState, DeskEvent>

const ROUNDS = 50
const catchingUp = new Set<string>()

export async function loadSnapshot(store: DeskStore): Promise<DeskSnapshot | undefined> {
  try {
    const snapshot = await request<DeskSnapshot>('GET', '/api/v1/desk')
    store.send({ type: 'snapshot:loaded', snapshot })
    return snapshot
  } catch {
    store.send({ type: 'snapshot:failed' })
    return undefined
  }
}

/** Shows a conversation at once where it is known, and brings it up to date. */
export async function openThread(store: DeskStore, wire: Wire, id: string): Promise<void> {
  store.send({ type: 'thread:opened', conversationId: id })
  try {
    const path = `/api/v1/conversations/${encodeURIComponent(id)}`
    store.send({ type: 'thread:loaded', detail: await request<ConversationDetail>('GET', path) })
  } catch {
    store.send({ type: 'thread:failed', conversationId: id })
    return
  }
  // A message that came while the answer was on its way is in neither of the two.
  const { threads, conversations } = store.get()
  const lastSeq = conversations[id]?.lastSeq ?? 0
  if (hasGap(threads[id]?.messages ?? [], lastSeq)) await catchUp(store, wire, id)
}

/** Asks for what a thread lacks until nothing is missing. One round trip at a time per conversation. */
export async function catchUp(store: DeskStore, wire: Wire, id: string): Promise<void> {
  if (catchingUp.has(id)) return

  catchingUp.add(id)
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const messages = store.get().threads[id]?.messages
      if (!messages) return

      const afterSeq = contiguousSeq(messages)
      const ack = await wire.request('message:list', { conversationId: id, afterSeq })
      if (!ack.ok) return

      store.send({ type: 'thread:added', conversationId: id, messages: ack.messages })
      if (!ack.more || ack.messages.length === 0) return
    }
  } finally {
    catchingUp.delete(id)
  }
}

/** Whether a message that just came shows that one before it did not. */
export function missesMessages(state: DeskState, message: DeskMessage): boolean {
  const thread = state.threads[message.conversationId]
  return thread?.load === 'ready' && hasGap(thread.messages, message.seq)
}

/** `beforeShown` is called between the answer and its display. */
export async function loadEarlier(store: DeskStore, id: string, beforeShown: () => void): Promise<void> {
  const first = store.get().threads[id]?.messages[0]
  if (!first) return

  const path = `/api/v1/conversations/${encodeURIComponent(id)}/messages?beforeSeq=${first.seq}`
  const page = await request<{ messages: DeskMessage[]; earlier: boolean }>('GET', path)
  beforeShown()
  store.send({ type: 'thread:earlier', conversationId: id, ...page })
}

const STATUS_OF: Record<ArchiveFilter, string> = { all: '', resolved: 'status=resolved', others: 'status=assigned' }

/** The first page of a filter, or the next one of the same. */
export async function loadArchive(store: DeskStore, filter: ArchiveFilter, next = false): Promise<void> {
  if (!next) store.send({ type: 'archive:asked', filter })
  const { oldest } = store.get().archive
  const query = [STATUS_OF[filter], next && oldest !== undefined ? `before=${oldest}` : ''].filter(Boolean).join('&')
  try {
    const page = await request<ConversationPage>('GET', `/api/v1/conversations${query ? `?${query}` : ''}`)
    store.send({ type: 'archive:loaded', filter, ...page })
  } catch {
    store.send({ type: 'archive:failed', filter })
  }
}
