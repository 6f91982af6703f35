import { describe, expect, it } from 'vitest'
import { hasMessage, mergeMessages, openThread, toRecallFloor } from '../../web-widget/core/timeline.ts'
import type { WidgetMessage } from '../../web-widget/core/wire.ts'

const said = (seq: number, seconds: number): WidgetMessage => ({
  id: `c1.${seq}`,
  conversationId: 'c1',
  seq,
  author: { kind: 'agent' },
  body: { kind: 'text', text: `${seq}` },
  at: seconds * 1000,
})
const floorOf = (...messages: readonly WidgetMessage[]) => {
  const [thread] = mergeMessages(openThread([], 'c1', 0), messages)
  return thread && toRecallFloor(thread)
}

describe('what is asked for again after a pause', () => {
  it('is what may have been taken back: the last two minutes of what is here', () => {
    expect(floorOf(said(1, 0), said(2, 100), said(3, 230))).toBe(2)
    expect(floorOf(said(1, 0), said(2, 120))).toBe(0)
  })

  it('begins no later than what is missing', () => {
    expect(floorOf(said(1, 0), said(2, 10), said(9, 900))).toBe(2)
  })

  it('is everything where nothing is here', () => {
    expect(floorOf()).toBe(0)
    expect(hasMessage(mergeMessages([], [said(1, 0)]), 'c1.1')).toBe(true)
  })
})
