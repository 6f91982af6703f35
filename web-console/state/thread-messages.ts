import type { DeskMessage } from '../../src/protocol/console.ts'
import { wordsInView } from '../../src/protocol/words.ts'
import { EMPTY_THREAD, type Thread } from './desk-state.ts'

type Messages = readonly DeskMessage[]

/** Puts messages where their `seq` belongs; what comes later for the same `seq` replaces what was there. */
export function mergeMessages(have: Messages, more: Messages): Messages {
  if (more.length === 0) return have

  const last = have.at(-1)?.seq ?? 0
  const [only] = more
  if (more.length === 1 && only && only.seq > last) return [...have, only]

  const bySeq = new Map(have.map((message) => [message.seq, message]))
  for (const message of more) bySeq.set(message.seq, message)
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** A newer version in the place of the message; the list itself where it is not there. */
export function replaceMessage(have: Messages, message: DeskMessage): Messages {
  const at = have.findIndex((one) => one.seq === message.seq)
  return at < 0 ? have : have.with(at, message)
}

/** The last `seq` up to which nothing is missing, counted from the first message that is loaded. */
export function contiguousSeq(messages: Messages): number {
  const [first] = messages
  let seq = first ? first.seq - 1 : 0
  for (const message of messages) {
    if (message.seq !== seq + 1) break
    seq = message.seq
  }
  return seq
}

/** Whether something between two loaded messages, or before `lastSeq`, has not arrived. */
export function hasGap(messages: Messages, lastSeq: number): boolean {
  return contiguousSeq(messages) < Math.max(lastSeq, messages.at(-1)?.seq ?? 0)
}

/** Newly fetched messages joined to those on screen; when they do not touch, only the new ones can be shown. */
export function joinFetched(thread: Thread | undefined, fetched: Messages, earlier: boolean): Thread {
  const base = thread ?? EMPTY_THREAD
  const have = base.messages
  const [first] = fetched
  if (have.length === 0 || !first || first.seq > contiguousSeq(have) + 1) {
    const leaps = have.length === 0 ? base.leaps : base.leaps + 1
    return { ...base, load: 'ready', messages: fetched, earlier, leaps }
  }

  const stillEarlier = first.seq < (have[0]?.seq ?? 0) ? earlier : base.earlier
  return { ...base, load: 'ready', messages: mergeMessages(have, fetched), earlier: stillEarlier }
}

/** One line of what a message holds, for the list. */
export function previewOf(message: DeskMessage): string | undefined {
  const { body } = message
  return body.kind === 'image' || body.kind === 'note' || body.kind === 'event' ? undefined : wordsInView(body)
}
