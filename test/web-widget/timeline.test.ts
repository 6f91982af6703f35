import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findThread,
  hasGap,
  listShown,
  lowerBase,
  markComplete,
  mergeMessages,
  openThread,
  openThreadAbove,
  type Timeline,
  toContiguousSeq,
  updateMessage,
} from '../../web-widget/core/timeline.ts'
import type { WidgetMessage } from '../../web-widget/core/wire.ts'

const message = (seq: number, conversationId = 'c1'): WidgetMessage => ({
  id: `${conversationId}-${seq}`,
  conversationId,
  seq,
  author: { kind: 'bot' },
  body: { kind: 'text', text: `${seq}` },
  at: seq,
})
const seqsOf = (timeline: Timeline, id = 'c1') => {
  const thread = findThread(timeline, id)
  return thread ? listShown(thread).map(({ seq }) => seq) : []
}

describe('the timeline', () => {
  it('shows each message once and in order, whatever order and however often they come', () => {
    const arrivals = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { maxLength: 12 })
    fc.assert(
      fc.property(arrivals, (batches) => {
        const merged = batches.reduce<Timeline>(
          (all, seqs) =>
            mergeMessages(
              all,
              seqs.map((seq) => message(seq)),
            ),
          [],
        )

        const known = new Set(batches.flat())
        let shown = 0
        while (known.has(shown + 1)) shown += 1
        expect(seqsOf(merged)).toEqual(Array.from({ length: shown }, (_, index) => index + 1))
      }),
    )
  })

  it('shows what lies behind a hole once the server has said that nothing is missing there', () => {
    const holed = mergeMessages([], [message(1), message(2), message(4), message(6)])

    const told = markComplete(holed, 'c1', 4)

    expect(seqsOf(holed)).toEqual([1, 2])
    expect(seqsOf(told)).toEqual([1, 2, 4])
    expect(seqsOf(mergeMessages(told, [message(5)]))).toEqual([1, 2, 4, 5, 6])
    expect(seqsOf(markComplete(told, 'c1', 2))).toEqual([1, 2, 4])
  })

  it('holds back what lies behind a gap until the gap is filled', () => {
    const gapped = mergeMessages([], [message(1), message(3)])
    const thread = findThread(gapped, 'c1')

    expect(seqsOf(gapped)).toEqual([1])
    expect(thread && hasGap(thread)).toBe(true)
    expect(thread && toContiguousSeq(thread)).toBe(1)
    expect(seqsOf(mergeMessages(gapped, [message(2)]))).toEqual([1, 2, 3])
  })

  it('starts after its base, and takes older messages in when the base is lowered', () => {
    const recent = mergeMessages(openThread([], 'c1', 10), [message(11), message(12), message(4)])
    expect(seqsOf(recent)).toEqual([11, 12])

    const older = [8, 9, 10].map((seq) => message(seq))
    expect(seqsOf(mergeMessages(lowerBase(recent, 'c1', 7), older))).toEqual([8, 9, 10, 11, 12])
  })

  it('keeps an ended conversation above the new one', () => {
    const both = mergeMessages(mergeMessages([], [message(1, 'old')]), [message(1, 'new')])

    expect(both.map(({ conversationId }) => conversationId)).toEqual(['old', 'new'])
  })

  it('puts an earlier conversation above the one that is on screen', () => {
    const both = openThreadAbove(mergeMessages([], [message(1, 'new')]), 'old', 'new')

    expect(both.map(({ conversationId }) => conversationId)).toEqual(['old', 'new'])
  })

  it('changes a message in place and leaves its neighbours alone', () => {
    const before = mergeMessages([], [message(1), message(2)])

    const after = updateMessage(before, 'c1-2', (found) => ({ ...found, helpful: true }))

    expect(findThread(after, 'c1')?.messages.map(({ helpful }) => helpful)).toEqual([undefined, true])
  })
})
