import type { OutboxEntry } from '../../core/outbox.ts'
import type { Timeline } from '../../core/timeline.ts'
import type { Locale, QueueChanged, ShopView, WidgetConversation, WidgetMessage } from '../../core/wire.ts'
import type { Link } from './connection.ts'

export const NOTICE_MS = 5000

export interface Notice {
  readonly kind: 'slow' | 'refused' | 'image'
  readonly code?: string | undefined
  readonly until: number
}

/** Everything that the panel shows. Replaced as a whole, never changed in place. */
export interface ChatState {
  readonly locale: Locale
  readonly open: boolean
  readonly link: Link
  readonly blockedBy: string | undefined
  readonly shop: ShopView | undefined
  readonly customer: { readonly id: string; readonly verified: boolean } | undefined
  readonly conversation: WidgetConversation | undefined
  readonly timeline: Timeline
  /** Whether the history has come in, so that an empty log means that there is none. */
  readonly loaded: boolean
  readonly loadingEarlier: boolean
  readonly waiting: readonly OutboxEntry[]
  readonly pausedUntil: number
  readonly queue: QueueChanged | undefined
  /** The message that the next words answer. */
  readonly quote: WidgetMessage | undefined
  readonly typing: 'bot' | 'agent' | undefined
  readonly notice: Notice | undefined
  readonly dismissedPreview: string | undefined
  readonly now: number
}

export function emptyState(locale: Locale): ChatState {
  return {
    locale,
    open: false,
    link: 'idle',
    blockedBy: undefined,
    shop: undefined,
    customer: undefined,
    conversation: undefined,
    timeline: [],
    loaded: false,
    loadingEarlier: false,
    waiting: [],
    pausedUntil: 0,
    queue: undefined,
    quote: undefined,
    typing: undefined,
    notice: undefined,
    dismissedPreview: undefined,
    now: Date.now(),
  }
}

export interface Store {
  get(): ChatState
  set(change: Partial<ChatState>): void
}

/** Tells its one watcher once per turn, however many changes the turn brought. */
export function createStore(initial: ChatState, onChange: (state: ChatState) => void): Store {
  let state = initial
  let scheduled = false
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      if (scheduled) return
      scheduled = true
      queueMicrotask(() => {
        scheduled = false
        onChange(state)
      })
    },
  }
}
