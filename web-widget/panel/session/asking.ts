import { updateMessage } from '../../core/timeline.ts'
import type { ReplyTo, RequestOf, WidgetMessage } from '../../core/wire.ts'
import type { Connection } from './connection.ts'
import { NOTICE_MS, type Store } from './state.ts'

/** Requests that are worth a try and a word if they fail, but not a place in the outbox. */
export class Asking {
  readonly #store: Store
  readonly #connection: Connection
  #reading = 0
  #received = ''

  constructor(store: Store, connection: Connection) {
    this.#store = store
    this.#connection = connection
  }

  async askPerson(): Promise<void> {
    this.#accept(await this.#connection.request('handoff:request', {}))
  }

  async wait(way: 'wait' | 'message' | 'bot'): Promise<void> {
    this.#accept(await this.#connection.request('queue:choose', { way }))
  }

  async rateAnswer({ id, helpful: before }: WidgetMessage, helpful: boolean): Promise<void> {
    this.#setHelpful(id, helpful)
    if (!this.#accept(await this.#connection.request('answer:rate', { id, helpful }))) this.#setHelpful(id, before)
  }

  /** True when the server has it. */
  async submitRating(rating: Omit<RequestOf<'rating:submit'>, 'conversationId'>): Promise<boolean> {
    const conversationId = this.#store.get().conversation?.id ?? ''
    return this.#accept(await this.#connection.request('rating:submit', { conversationId, ...rating }))
  }

  async recall(id: string): Promise<void> {
    this.#accept(await this.#connection.request('message:recall', { id }))
  }

  /** What has come to this browser while nobody looks. */
  markReceived(seq: number | undefined): void {
    const mark = `${this.#store.get().conversation?.id} ${seq}`
    if (!seq || mark === this.#received || !this.#connection.isReady()) return
    this.#received = mark
    void this.#connection.request('message:received', { seq })
  }

  async markRead(seq: number | undefined): Promise<void> {
    if (!seq || seq <= this.#reading || !this.#connection.isReady()) return
    this.#reading = seq
    const reply = await this.#connection.request('message:read', { seq })
    this.#reading = 0
    const { conversation } = this.#store.get()
    if (!reply?.ok || !conversation || conversation.readSeq >= seq) return
    this.#store.set({ conversation: { ...conversation, readSeq: seq } })
  }

  /** Tells the shopper why nothing happened, and whether it happened. */
  #accept(reply: ReplyTo<'handoff:request'>): boolean {
    if (reply?.ok) return true
    const { retryAfter, code } = reply ?? {}
    const until = Date.now() + (retryAfter ? retryAfter * 1000 : NOTICE_MS)
    this.#store.set({ notice: { kind: retryAfter ? 'slow' : 'refused', code, until } })
    return false
  }

  #setHelpful(id: string, helpful: boolean | undefined): void {
    const timeline = updateMessage(this.#store.get().timeline, id, ({ helpful: _, ...message }) =>
      helpful === undefined ? message : { ...message, helpful },
    )
    this.#store.set({ timeline })
  }
}
