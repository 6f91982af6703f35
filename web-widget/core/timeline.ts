import type { WidgetMessage } from './wire.ts'

/** One conversation as far as it is known here. Everything after `base` up to the first gap may be shown. */
export interface Thread {
  readonly conversationId: string
  readonly base: number
  /** The server has said that nothing is missing up to here: numbers that are not there are notes of the shop's people. */
  readonly complete: number
  /** By `seq`, ascending, each once. */
  readonly messages: readonly WidgetMessage[]
}

/** What was said to this visitor, older conversations first. */
export type Timeline = readonly Thread[]

export function findThread(timeline: Timeline, conversationId: string): Thread | undefined {
  return timeline.find((thread) => thread.conversationId === conversationId)
}

/** Messages without a gap from the start of the thread. What lies behind a gap waits: order is a promise. */
export function listShown(thread: Thread): readonly WidgetMessage[] {
  const reached = toContiguousSeq(thread)
  return thread.messages.filter(({ seq }) => seq <= reached)
}

/** Up to where nothing is missing: what `message:list` is asked to go on from. */
export function toContiguousSeq({ complete, messages }: Thread): number {
  return messages.reduce((reached, { seq }) => (seq === reached + 1 ? seq : reached), complete)
}

/** Takes the server's word that nothing is missing up to `seq`. */
export function markComplete(timeline: Timeline, conversationId: string, seq: number): Timeline {
  return timeline.map((thread) =>
    thread.conversationId === conversationId && seq > thread.complete ? { ...thread, complete: seq } : thread,
  )
}

export function hasGap(thread: Thread): boolean {
  return listShown(thread).length < thread.messages.length
}

/** Adds a conversation that nothing is known of; `base` is the last message that is left out on purpose. */
export function openThread(timeline: Timeline, conversationId: string, base: number): Timeline {
  if (findThread(timeline, conversationId)) return timeline
  return [...timeline, { conversationId, base, complete: base, messages: [] }]
}

/** Puts an older conversation above one that is already there. */
export function openThreadAbove(timeline: Timeline, conversationId: string, below: string): Timeline {
  if (findThread(timeline, conversationId)) return timeline
  const at = Math.max(
    0,
    timeline.findIndex((thread) => thread.conversationId === below),
  )
  return [...timeline.slice(0, at), { conversationId, base: 0, complete: 0, messages: [] }, ...timeline.slice(at)]
}

/** Lowers the start of a thread, before older messages of it are merged. */
export function lowerBase(timeline: Timeline, conversationId: string, base: number): Timeline {
  return timeline.map((thread) =>
    thread.conversationId === conversationId && base < thread.base ? { ...thread, base } : thread,
  )
}

/** Takes messages in, in any order and as often as they come. The newest version of a message wins. */
export function mergeMessages(timeline: Timeline, messages: readonly WidgetMessage[]): Timeline {
  let merged = timeline
  for (const message of messages) merged = openThread(merged, message.conversationId, 0)
  return merged.map((thread) => mergeThread(thread, messages))
}

function mergeThread(thread: Thread, messages: readonly WidgetMessage[]): Thread {
  const mine = messages.filter(
    (message) => message.conversationId === thread.conversationId && message.seq > thread.base,
  )
  if (mine.length === 0) return thread

  const bySeq = new Map(thread.messages.map((message) => [message.seq, message]))
  for (const message of mine) bySeq.set(message.seq, message)
  return { ...thread, messages: [...bySeq.values()].sort((a, b) => a.seq - b.seq) }
}

export function hasMessage(timeline: Timeline, id: string): boolean {
  return timeline.some(({ messages }) => messages.some((message) => message.id === id))
}

/** How long a message can be taken back. */
const RECALL_MS = 120_000

/**
 * From where on messages must be asked for again after a pause: one that was taken back meanwhile is at most two minutes older
 * than the newest of which this browser had heard.
 */
export function toRecallFloor(thread: Thread): number {
  const since = (thread.messages.at(-1)?.at ?? 0) - RECALL_MS
  const first = thread.messages.find(({ at }) => at >= since)
  return Math.min(first ? first.seq - 1 : thread.base, toContiguousSeq(thread))
}

/** Changes a message in place, as `message:updated` and the shopper's own verdict on an answer do. */
export function updateMessage(
  timeline: Timeline,
  id: string,
  change: (message: WidgetMessage) => WidgetMessage,
): Timeline {
  return timeline.map((thread) => ({
    ...thread,
    messages: thread.messages.map((message) => (message.id === id ? change(message) : message)),
  }))
}
