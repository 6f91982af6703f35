import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../web-console/state/desk-event.ts'
import { shownOf } from '../../web-console/state/reduce-past.ts'
import { deskAfter, detail, says } from './support.ts'

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => says(from + index, `${from + index}`))
const opened: DeskEvent = { type: 'thread:loaded', detail: detail(messages(901, 903), { earlier: true }) }
const leap = (from: number, to: number): DeskEvent => ({
  type: 'past:opened',
  conversationId: 'c1',
  messages: messages(from, to),
  earlier: from > 1,
})
const added = (from: number, to: number): DeskEvent => ({
  type: 'past:added',
  conversationId: 'c1',
  messages: messages(from, to),
})
const shown = (...events: readonly DeskEvent[]) => {
  const thread = deskAfter(...events).threads['c1']
  const stretch = thread && shownOf(thread)
  return { seqs: stretch?.messages.map(({ seq }) => seq), earlier: stretch?.earlier, past: thread?.past !== undefined }
}

describe('a leap into the past of a conversation', () => {
  it('shows the stretch that was jumped to, and keeps the newest beside it', () => {
    const back: DeskEvent = { type: 'past:closed', conversationId: 'c1' }

    expect(shown(opened, leap(11, 12))).toEqual({ seqs: [11, 12], earlier: true, past: true })
    expect(shown(opened, leap(11, 12), back)).toEqual({ seqs: [901, 902, 903], earlier: true, past: false })
  })

  it('is no leap where the stretch reaches what is loaded', () => {
    expect(shown(opened, leap(899, 901))).toEqual({ seqs: [899, 900, 901, 902, 903], earlier: true, past: false })
  })

  it('ends where reading on comes to what is loaded, without a new list', () => {
    const before = deskAfter(opened, leap(897, 898)).threads['c1']?.leaps
    const after = deskAfter(opened, leap(897, 898), added(899, 900)).threads['c1']?.leaps

    expect(shown(opened, leap(897, 898), added(899, 900))).toEqual({
      seqs: [897, 898, 899, 900, 901, 902, 903],
      earlier: true,
      past: false,
    })
    expect(after).toBe(before)
  })

  it('drops a page that was asked for before the leap', () => {
    const late: DeskEvent = {
      type: 'thread:earlier',
      conversationId: 'c1',
      messages: messages(899, 900),
      earlier: true,
    }

    expect(shown(opened, leap(11, 12), late)).toEqual({ seqs: [11, 12], earlier: true, past: true })
    expect(shown(opened, late).seqs).toEqual([899, 900, 901, 902, 903])
  })

  it('takes in what comes at the end while one reads, and what changes in what is shown', () => {
    const changed: DeskEvent = { type: 'message:updated', message: { ...says(12, '12'), helpful: true } }
    const state = deskAfter(opened, leap(11, 12), { type: 'message:created', message: says(904, '904') }, changed)

    expect(state.threads['c1']?.messages.at(-1)?.seq).toBe(904)
    expect(state.threads['c1']?.past?.messages.at(-1)?.helpful).toBe(true)
  })
})
