import type { DeskMessage } from '../../src/protocol/console.ts'
import type { DeskState, Stretch, Thread } from './desk-state.ts'
import { withThread } from './reduce-thread.ts'
import { mergeMessages } from './thread-messages.ts'

/** What the middle pane shows of a thread: the past that was jumped to, or the stretch that ends at the newest. */
export function shownOf(thread: Thread): Stretch {
  return thread.past ?? thread
}

/** Whether nothing lies between the end of one stretch and the start of the next. */
function touches(before: readonly DeskMessage[], after: readonly DeskMessage[]): boolean {
  const last = before.at(-1)?.seq ?? 0
  return last + 1 >= (after[0]?.seq ?? 0)
}

/** Once the past has grown up to the present, there is one stretch again, and the list goes on where it is. */
function joined(thread: Thread, past: Stretch): Thread {
  if (!touches(past.messages, thread.messages)) return { ...thread, past }

  const { past: _, ...present } = thread
  return { ...present, messages: mergeMessages(past.messages, thread.messages), earlier: past.earlier }
}

/** Older messages above what is shown; a page that was asked for before a leap fits no longer and is dropped. */
export function earlierLoaded(state: DeskState, id: string, page: Stretch): DeskState {
  const thread = state.threads[id]
  if (!thread) return state

  const shown = shownOf(thread)
  const first = shown.messages[0]?.seq ?? 0
  if ((page.messages.at(-1)?.seq ?? first - 1) !== first - 1) return state

  const grown = { messages: mergeMessages(page.messages, shown.messages), earlier: page.earlier }
  return withThread(state, id, thread.past ? { ...thread, past: grown } : { ...thread, ...grown })
}

/** Shows a stretch of the past; one that reaches what is loaded is simply put above it. */
export function pastOpened(state: DeskState, id: string, { messages, earlier }: Stretch): DeskState {
  const thread = state.threads[id]
  if (!thread) return state

  const next = joined(thread, { messages, earlier })
  return withThread(state, id, next.past ? { ...next, leaps: thread.leaps + 1 } : next)
}

/** What follows the stretch that was jumped to. */
export function pastAdded(state: DeskState, id: string, messages: readonly DeskMessage[]): DeskState {
  const thread = state.threads[id]
  const past = thread?.past
  if (!past || !touches(past.messages, messages)) return state

  return withThread(state, id, joined(thread, { ...past, messages: mergeMessages(past.messages, messages) }))
}

/** Back to the newest. */
export function pastClosed(state: DeskState, id: string): DeskState {
  const thread = state.threads[id]
  if (!thread?.past) return state

  const { past: _, ...present } = thread
  return withThread(state, id, { ...present, leaps: thread.leaps + 1 })
}
