import type { DeskMessage } from '../../src/protocol/console.ts'
import type { ConversationDetail, ConversationPage, DeskSnapshot } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'
import type { DeskEvent } from '../state/desk-event.ts'
import type { ArchiveFilter, DeskState } from '../state/desk-state.ts'
import { shownOf } from '../state/reduce-past.ts'
import type { Store } from '../state/store.ts'
import { contiguousSeq, hasGap } from '../state/thread-messages.ts'
import type { Wire } from './wire.ts'

type DeskStore = Store<DeskState, DeskEvent>

const ROUNDS = 50
const catchingUp = new Set<string>()

export async function loadSnapshot(store: DeskStore): Promise<DeskSnapshot | undefined> {
  return asking(store, async (asked) => {
    try {
      const snapshot = await request<DeskSnapshot>('GET', '/api/v1/desk')
      store.send({ type: 'snapshot:loaded', snapshot, asked })
      return snapshot
    } catch {
      store.send({ type: 'snapshot:failed' })
      return undefined
    }
  })
}

/** While it lasts, the desk notes what it is told: the answer is older than that. */
async function asking<T>(store: DeskStore, ask: (asked: number) => Promise<T>): Promise<T> {
  store.send({ type: 'question:asked' })
  try {
    return await ask(store.get().moment)
  } finally {
    store.send({ type: 'question:ended' })
  }
}

/** Shows a conversation at once where it is known, and brings it up to date. */
export async function openThread(store: DeskStore, wire: Wire, id: string): Promise<void> {
  store.send({ type: 'thread:opened', conversationId: id })
  try {
    const path = `/api/v1/conversations/${encodeURIComponent(id)}`
    await asking(store, async (asked) => {
      store.send({ type: 'thread:loaded', detail: await request<ConversationDetail>('GET', path), asked })
    })
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
      const ack = await asking(store, async (asked) => {
        const page = await wire.request('message:list', { conversationId: id, afterSeq })
        if (page.ok) store.send({ type: 'thread:added', conversationId: id, messages: page.messages, asked })
        return page
      })
      if (!ack.ok || !ack.more || ack.messages.length === 0) return
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

type Page = { readonly messages: DeskMessage[]; readonly earlier: boolean }

function fetchBefore(id: string, seq: number): Promise<Page> {
  return request<Page>('GET', `/api/v1/conversations/${encodeURIComponent(id)}/messages?beforeSeq=${seq}`)
}

/** The page above what is shown. */
export async function loadEarlier(store: DeskStore, id: string): Promise<void> {
  const thread = store.get().threads[id]
  const first = thread && shownOf(thread).messages[0]
  if (!first) return

  store.send({ type: 'thread:earlier', conversationId: id, ...(await fetchBefore(id, first.seq)) })
}

/** What follows the stretch of the past that is shown. */
export async function loadLater(store: DeskStore, wire: Wire, id: string): Promise<void> {
  const last = store.get().threads[id]?.past?.messages.at(-1)
  if (!last) return

  const ack = await wire.request('message:list', { conversationId: id, afterSeq: last.seq })
  if (ack.ok) store.send({ type: 'past:added', conversationId: id, messages: ack.messages })
}

/** Messages after one that was jumped to, so that it stands in the middle of what is fetched. */
const AFTER_TARGET = 40

/** Sees to it that a message is among those that are shown, however far back it lies. */
export async function loadAround(store: DeskStore, id: string, seq: number): Promise<void> {
  const thread = store.get().threads[id]
  if (!thread || shownOf(thread).messages.some((one) => one.seq === seq)) return
  if (thread.messages.some((one) => one.seq === seq)) {
    store.send({ type: 'past:closed', conversationId: id })
    return
  }
  const page = await fetchBefore(id, seq + AFTER_TARGET)
  store.send({ type: 'past:opened', conversationId: id, ...page })
}

const STATUS_OF: Record<ArchiveFilter, string> = { all: '', resolved: 'status=resolved', others: 'status=assigned' }

/** The first page of a filter, or the next one of the same. */
export async function loadArchive(store: DeskStore, filter: ArchiveFilter, next = false): Promise<void> {
  if (!next) store.send({ type: 'archive:asked', filter })
  await askArchive(store, filter, next)
}

/** What is shown of the archive as it is now; until the answer comes, it stays as it is. */
export async function refreshArchive(store: DeskStore): Promise<void> {
  const { filter, load } = store.get().archive
  if (load === 'ready') await askArchive(store, filter, false)
}

async function askArchive(store: DeskStore, filter: ArchiveFilter, next: boolean): Promise<void> {
  const { oldest } = store.get().archive
  const query = [STATUS_OF[filter], next && oldest !== undefined ? `before=${oldest}` : ''].filter(Boolean).join('&')
  try {
    await asking(store, async (asked) => {
      const page = await request<ConversationPage>('GET', `/api/v1/conversations${query ? `?${query}` : ''}`)
      store.send({ type: 'archive:loaded', filter, ...page, asked })
    })
  } catch {
    store.send({ type: 'archive:failed', filter })
  }
}
