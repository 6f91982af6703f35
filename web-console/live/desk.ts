import type { SessionView } from '../../src/protocol/http.ts'
import { uploadFile } from '../net/upload.ts'
import type { DeskEvent } from '../state/desk-event.ts'
import { type DeskState, initialState } from '../state/desk-state.ts'
import { reduceDesk } from '../state/reduce-desk.ts'
import { createStore, type Store } from '../state/store.ts'
import { type Attachments, createAttachments } from './attachments.ts'
import { createDraftSync, type DraftSync } from './draft-sync.ts'
import { catchUp, loadSnapshot, missesMessages, openThread, refreshArchive } from './fetch-desk.ts'
import { keepOutbox } from './kept-outbox.ts'
import { missedNotices } from './missed-notices.ts'
import { type Notice, noticesOf } from './notices.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createTyping, type Typing } from './typing.ts'
import { createViewing } from './viewing.ts'
import { onWakeUp } from './wake-up.ts'
import { openWire, type ServerNews, type Wire } from './wire.ts'

/** Everything that lives as long as an agent is signed in. */
export interface Desk {
  readonly store: Store<DeskState, DeskEvent>
  readonly wire: Wire
  readonly outbox: Outbox
  readonly typing: Typing
  readonly attachments: Attachments
  /** Shows a conversation in the middle pane; it alone is kept complete over a disconnect. */
  open(conversationId: string | undefined): void
  onNotice(listener: (notice: Notice) => void): () => void
  close(): void
}

export function createDesk(session: SessionView, shutOut: () => void): Desk {
  const notices = createNotices()
  const store = tellMissed(createStore(initialState(session.agent), reduceDesk), notices.tell)
  let opened: string | undefined

  const wire = openWire({
    news(news) {
      notices.tell(noticesOf(store.get(), news, opened))
      if (news.type === 'draft:changed') drafts.received(news)
      else take({ store, wire, opened }, news)
    },
    connected() {
      store.send({ type: 'connection:changed', connection: 'online' })
      viewing.look(opened)
      void resume({ store, wire, opened }, drafts).then(() => outbox.drain())
    },
    disconnected: () => store.send({ type: 'connection:changed', connection: 'offline' }),
    shutOut,
  })
  const viewing = createViewing(store, wire)
  const outbox = createOutbox({ store, wire })
  const drafts = createDraftSync({ store, wire })
  const forgetKept = keepOutbox(store)
  const stopWaking = onWakeUp(() => void loadSnapshot(store))
  // Seen at once; fetched again on connect, because events before it were missed.
  void loadSnapshot(store)

  return {
    store,
    wire,
    outbox,
    typing: createTyping(wire, viewing),
    attachments: createAttachments(uploadFile),
    open(conversationId) {
      opened = conversationId
      viewing.look(conversationId)
      if (conversationId) void openThread(store, wire, conversationId)
    },
    onNotice: notices.listen,
    close() {
      stopWaking()
      forgetKept()
      drafts.close()
      wire.close()
    },
  }
}

/** Whatever a snapshot shows to have been missed gives its notices, whoever asked for the snapshot. */
function tellMissed(store: Desk['store'], tell: (notices: readonly Notice[]) => void): Desk['store'] {
  return {
    ...store,
    send(event) {
      if (event.type === 'snapshot:loaded') tell(missedNotices(store.get(), event.snapshot))
      store.send(event)
    },
  }
}

function createNotices() {
  const listeners = new Set<(notice: Notice) => void>()
  return {
    tell(notices: readonly Notice[]): void {
      for (const notice of notices) for (const listener of listeners) listener(notice)
    },
    listen(listener: (notice: Notice) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Live {
  readonly store: Store<DeskState, DeskEvent>
  readonly wire: Wire
  readonly opened: string | undefined
}

/** After every connect: the snapshot is fetched anew, and the open conversation asks for what it missed. */
async function resume({ store, wire, opened }: Live, drafts: DraftSync): Promise<void> {
  const snapshot = await loadSnapshot(store)
  if (snapshot) drafts.caughtUp(snapshot.drafts)
  void refreshArchive(store)
  if (!opened) return

  await catchUp(store, wire, opened)
  await openThread(store, wire, opened)
}

function take({ store, wire, opened }: Live, news: Exclude<ServerNews, { type: 'draft:changed' }>): void {
  if (news.type === 'answer:notified') return
  if (news.type === 'typing:changed') {
    store.send({ ...news, at: Date.now() })
    return
  }

  const before = news.type === 'conversation:changed' ? store.get().conversations[news.conversation.id] : undefined
  store.send(news)

  if (news.type === 'message:created' && missesMessages(store.get(), news.message)) {
    void catchUp(store, wire, news.message.conversationId)
  }
  // Who speaks has changed: card, suggestions and context belong to the new holder.
  if (news.type === 'conversation:changed' && news.conversation.id === opened) {
    const { status, agent } = news.conversation
    if (before?.status !== status || before.agent?.id !== agent?.id) void openThread(store, wire, opened)
  }
}
