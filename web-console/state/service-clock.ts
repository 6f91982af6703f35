import type { ClockView, DeskConversation } from '../../src/protocol/console.ts'
import type { DeskState, Tab } from './desk-state.ts'
import { nextToClaim, selectRows } from './select-rows.ts'

/** 0 just came … 3 is nearly too long, 4 is red: two steps up to the warning, two from there to red. */
export type WaitLevel = 0 | 1 | 2 | 3 | 4

export function waitLevel({ since, warnAt, redAt }: Omit<ClockView, 'kind'>, now: number): WaitLevel {
  if (now >= redAt) return 4
  if (now >= warnAt) return now >= warnAt + (redAt - warnAt) / 2 ? 3 : 2
  return now >= since + (warnAt - since) / 2 ? 1 : 0
}

/** Whoever has waited longest, and the tab in which they are found. */
export interface Longest {
  readonly conversation: DeskConversation
  readonly clock: ClockView
  readonly tab: Tab
}

type Source = Pick<DeskState, 'conversations' | 'queue' | 'me' | 'archive'>

/** Of what I hold; where nobody waits there, of what is offered to me or free in the queue. */
export function selectLongest(source: Source): Longest | undefined {
  const held = selectRows(source, 'mine').map(({ conversation }) => conversation)
  const free = nextToClaim(source.queue, source.me.id).flatMap(
    ({ conversationId }) => source.conversations[conversationId] ?? [],
  )
  return longestOf(held, 'mine') ?? longestOf(free, 'queue')
}

function longestOf(rows: readonly DeskConversation[], tab: Tab): Longest | undefined {
  const waiting = rows.flatMap((conversation) => {
    const { clock } = conversation
    return clock ? [{ conversation, clock, tab }] : []
  })
  return waiting.toSorted((a, b) => a.clock.since - b.clock.since)[0]
}
