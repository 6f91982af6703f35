import {
  findThread,
  hasGap,
  lowerBase,
  markComplete,
  mergeMessages,
  openThread,
  openThreadAbove,
  toContiguousSeq,
  toRecallFloor,
} from '../../core/timeline.ts'
import type { WidgetMessage } from '../../core/wire.ts'
import type { Connection } from './connection.ts'
import type { Store } from './state.ts'

/** How many messages a reload brings back at once; older ones come on demand. */
const PAGE = 60
/** A conversation of fewer messages is shown together with the one before it. */
const SHORT = 6
/** A gap is often filled by the very next event: asking at once would ask for nothing. */
const GAP_PATIENCE_MS = 250

/** Fetches what this browser has not heard: after a pause, after a gap, and older pages on demand. */
export class History {
  readonly #store: Store
  readonly #connection: Connection
  readonly #running = new Set<string>()

  constructor(store: Store, connection: Connection) {
    this.#store = store
    this.#connection = connection
  }

  /** Opens the thread of the current conversation and asks for all that is missing. */
  async resume(conversationId: string, lastSeq: number): Promise<void> {
    const base = Math.max(0, lastSeq - PAGE)
    this.#store.set({ timeline: openThread(this.#store.get().timeline, conversationId, base) })
    const held = findThread(this.#store.get().timeline, conversationId)
    await this.#catchUp(conversationId, held && toRecallFloor(held))
    for (const thread of this.#store.get().timeline) {
      if (thread.messages.length === 0) await this.#catchUp(thread.conversationId)
    }
    if (!this.#connection.isReady()) return
    this.#store.set({ loaded: true })
    if (lastSeq < SHORT) await this.loadEarlier()
  }

  /** Asks for what is missing, if it is still missing in a moment. */
  checkSoon(conversationId: string): void {
    setTimeout(() => {
      const { timeline, conversation } = this.#store.get()
      const thread = findThread(timeline, conversationId)
      if (!thread) return
      const behind = conversation?.id === conversationId && conversation.lastSeq > toContiguousSeq(thread)
      if (behind || hasGap(thread)) void this.#catchUp(conversationId)
    }, GAP_PATIENCE_MS)
  }

  hasEarlier(): boolean {
    return this.#findEarlier() !== undefined
  }

  async loadEarlier(): Promise<void> {
    const load = this.#findEarlier()
    if (!load || this.#store.get().loadingEarlier) return
    this.#store.set({ loadingEarlier: true })
    await load()
    this.#store.set({ loadingEarlier: false })
  }

  /** `from`: where to begin, when something that is here may have changed. */
  async #catchUp(conversationId: string, from?: number): Promise<void> {
    if (this.#running.has(conversationId)) return
    this.#running.add(conversationId)
    let again = from
    for (let more = true; more; ) {
      const afterSeq = again ?? this.#known(conversationId)
      again = undefined
      const reply = await this.#connection.request('message:list', { conversationId, afterSeq })
      // No answer: the next session starts over from the same place.
      if (!reply?.ok) break
      const merged = mergeMessages(this.#store.get().timeline, reply.messages)
      this.#store.set({ timeline: markComplete(merged, conversationId, reply.lastSeq) })
      more = reply.more && this.#known(conversationId) > afterSeq
    }
    this.#running.delete(conversationId)
  }

  #known(conversationId: string): number {
    const thread = findThread(this.#store.get().timeline, conversationId)
    return thread ? toContiguousSeq(thread) : 0
  }

  #findEarlier(): (() => Promise<void>) | undefined {
    const { timeline, conversation } = this.#store.get()
    const top = timeline[0]
    if (top && top.base > 0) return () => this.#loadBelow(top.conversationId, top.base)
    const previousId = conversation?.previousId
    if (!conversation || !previousId || findThread(timeline, previousId)) return undefined
    return async () => {
      this.#store.set({ timeline: openThreadAbove(timeline, previousId, conversation.id) })
      await this.#catchUp(previousId)
    }
  }

  async #loadBelow(conversationId: string, base: number): Promise<void> {
    const from = Math.max(0, base - PAGE)
    const older: WidgetMessage[] = []
    for (let afterSeq = from; afterSeq < base; ) {
      const reply = await this.#connection.request('message:list', { conversationId, afterSeq })
      if (!reply?.ok) return
      older.push(...reply.messages)
      afterSeq = reply.lastSeq
    }
    this.#store.set({ timeline: mergeMessages(lowerBase(this.#store.get().timeline, conversationId, from), older) })
  }
}
