import type { OutboxEntry } from './outbox.ts'
import { listShown, type Timeline } from './timeline.ts'
import type { WidgetConversation, WidgetMessage } from './wire.ts'

export type OwnState = 'sending' | 'stuck' | 'refused' | 'sent' | 'read'

export type LogItem =
  | { readonly kind: 'time'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: WidgetMessage
      /** Whether somebody else spoke before it, so that the name is shown once. */
      readonly opens: boolean
      readonly own?: OwnState
    }
  | { readonly kind: 'waiting'; readonly key: string; readonly entry: OutboxEntry; readonly own: OwnState }

export interface LogSource {
  readonly timeline: Timeline
  readonly waiting: readonly OutboxEntry[]
  readonly conversation: WidgetConversation | undefined
  readonly now: number
}

const SILENCE_MS = 5 * 60_000
/** After this long without an answer, a message admits that it is not sent. Sending goes on all the same. */
const STUCK_MS = 15_000

function toOwnState(message: WidgetMessage, conversation: WidgetConversation | undefined): OwnState | undefined {
  if (message.author.kind !== 'customer') return undefined
  const read = conversation?.id === message.conversationId && message.seq <= conversation.agentReadSeq
  return read ? 'read' : 'sent'
}

function isSameSpeaker(a: WidgetMessage, b: WidgetMessage): boolean {
  return a.author.kind === b.author.kind && a.author.name === b.author.name && a.body.kind !== 'event'
}

function toWaitingState(entry: OutboxEntry, now: number): OwnState {
  if (entry.refusal) return 'refused'
  return now - entry.queuedAt > STUCK_MS ? 'stuck' : 'sending'
}

/** Own messages keep one key from the moment they are written, so that nothing jumps when the server confirms them. */
export function toLogItems({ timeline, waiting, conversation, now }: LogSource): readonly LogItem[] {
  const items: LogItem[] = []
  const confirmed = new Set<string>()
  let previous: WidgetMessage | undefined

  for (const message of timeline.flatMap(listShown)) {
    const key = message.clientId ?? message.id
    const pause = !previous || message.at - previous.at > SILENCE_MS
    if (pause) items.push({ kind: 'time', key: `time-${key}`, at: message.at })
    const opens = pause || !previous || !isSameSpeaker(previous, message)
    const own = toOwnState(message, conversation)
    items.push({ kind: 'message', key, message, opens, ...(own && { own }) })
    if (message.clientId) confirmed.add(message.clientId)
    previous = message
  }

  for (const entry of waiting) {
    if (confirmed.has(entry.clientId)) continue
    items.push({ kind: 'waiting', key: entry.clientId, entry, own: toWaitingState(entry, now) })
  }
  return items
}

/** What people or 小二 wrote in the current conversation and the shopper has not seen. */
export function listUnread(timeline: Timeline, conversation: WidgetConversation | undefined): readonly WidgetMessage[] {
  const thread = timeline.find((known) => known.conversationId === conversation?.id)
  if (!thread || !conversation) return []
  return listShown(thread).filter(
    ({ seq, author }) => seq > conversation.readSeq && (author.kind === 'bot' || author.kind === 'agent'),
  )
}
