import { wordsInView } from '../../../src/protocol/words.ts'
import type { KeyValue } from '../../core/key-value.ts'
import { RETURNING_KEY, SHOP_KEY, VISITOR_KEY } from '../../core/keys.ts'
import { hasMessage, mergeMessages, openThread, updateMessage } from '../../core/timeline.ts'
import type { SessionStarted, WidgetConversation } from '../../core/wire.ts'
import type { NewsHandlers } from './connection.ts'
import type { Store } from './state.ts'

interface Means {
  readonly store: Store
  readonly storage: KeyValue
  readonly onSession: (session: SessionStarted) => void
  readonly onMissing: (conversationId: string) => void
  readonly onShopMessage: (from: 'bot' | 'agent', text: string) => void
}

// A "typing" whose end got lost must not wave its dots for ever.
const TYPING_LASTS_MS = 10_000

/** What is read here may be newer than what the server last heard of it. */
function keepRead(next: WidgetConversation, known: WidgetConversation | undefined): WidgetConversation {
  return known?.id === next.id ? { ...next, readSeq: Math.max(next.readSeq, known.readSeq) } : next
}

/** Takes in what the server tells. Every handler may run twice with the same news. */
export function createNews({ store, storage, onSession, onMissing, onShopMessage }: Means): NewsHandlers {
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  function setConversation(next: WidgetConversation): void {
    const { conversation, queue, timeline, waiting } = store.get()
    store.set({
      conversation: keepRead(next, conversation),
      queue: next.status === 'queued' && queue?.conversationId === next.id ? queue : undefined,
      timeline: openThread(timeline, next.id, 0),
    })
    if (next.lastSeq > 0 && next.status !== 'resolved') storage.put(RETURNING_KEY, '1')
    else if (waiting.length === 0) storage.remove(RETURNING_KEY)
  }

  function setTyping(typing: 'bot' | 'agent' | undefined): void {
    clearTimeout(typingTimer)
    store.set({ typing })
    if (typing) typingTimer = setTimeout(() => store.set({ typing: undefined }), TYPING_LASTS_MS)
  }

  function takeSession(session: SessionStarted): void {
    const { customer } = store.get()
    // Somebody else signed in on this browser: what the one before said is not theirs to see.
    const stranger = customer?.verified && customer.id !== session.customer.id
    storage.put(VISITOR_KEY, session.visitorToken)
    storage.put(SHOP_KEY, JSON.stringify(session.shop))
    const { conversation, shop } = session
    store.set({
      customer: session.customer,
      shop,
      typing: undefined,
      ...(stranger && { timeline: [], queue: undefined }),
    })
    onSession(session)
    setConversation(conversation)
  }

  return {
    'session:started': takeSession,
    'message:created': ({ message }) => {
      const { timeline } = store.get()
      const isNew = !hasMessage(timeline, message.id)
      store.set({ timeline: mergeMessages(timeline, [message]) })
      onMissing(message.conversationId)
      const { author, body } = message
      if (author.kind !== 'bot' && author.kind !== 'agent') return
      setTyping(undefined)
      if (isNew) onShopMessage(author.kind, wordsInView(body))
    },
    'message:updated': ({ message }) =>
      store.set({ timeline: updateMessage(store.get().timeline, message.id, () => message) }),
    'typing:changed': ({ who, typing }) => setTyping(typing ? who : undefined),
    'queue:changed': (queue) => store.set({ queue }),
    'conversation:changed': ({ conversation }) => {
      setConversation(conversation)
      onMissing(conversation.id)
    },
  }
}
