import { describe, expect, it } from 'vitest'
import { listUnread, toLogItems } from '../../web-widget/core/log-items.ts'
import type { OutboxEntry } from '../../web-widget/core/outbox.ts'
import { mergeMessages } from '../../web-widget/core/timeline.ts'
import type { WidgetConversation, WidgetMessage } from '../../web-widget/core/wire.ts'

const MINUTE = 60_000
const conversation: WidgetConversation = {
  id: 'c1',
  status: 'assigned',
  lastSeq: 3,
  readSeq: 1,
  agentReadSeq: 2,
}
const says = (seq: number, kind: WidgetMessage['author']['kind'], at: number, clientId?: string): WidgetMessage => ({
  id: `m${seq}`,
  conversationId: 'c1',
  seq,
  author: { kind },
  body: { kind: 'text', text: `${seq}` },
  at,
  ...(clientId && { clientId }),
})
const waits = (clientId: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId,
  order: 1,
  queuedAt: 0,
  draft: { kind: 'text', text: 'x' },
  ...more,
})
const source = (messages: WidgetMessage[], waiting: OutboxEntry[] = [], now = 0) => ({
  timeline: mergeMessages([], messages),
  waiting,
  conversation,
  now,
})

describe('the log', () => {
  it('shows an own message once, under one key, before and after the server has it', () => {
    const before = toLogItems(source([], [waits('abc')]))
    const both = toLogItems(source([says(1, 'customer', 0, 'abc')], [waits('abc')]))

    expect(before.map(({ key }) => key)).toEqual(['abc'])
    expect(both.filter(({ key }) => key === 'abc')).toHaveLength(1)
  })

  it('tells read from sent', () => {
    const items = toLogItems(source([says(1, 'customer', 0), says(2, 'customer', 0), says(3, 'customer', 0)]))

    expect(items.flatMap((item) => (item.kind === 'message' ? item.own : []))).toEqual(['read', 'read', 'sent'])
  })

  it('admits after a while that a message is not sent, and at once when it was refused', () => {
    const refusal = { code: 'invalid_input', message: '' }
    const items = toLogItems(
      source(
        [],
        [waits('old'), waits('new', { queuedAt: MINUTE }), waits('bad', { queuedAt: MINUTE, refusal })],
        MINUTE,
      ),
    )

    expect(items.map((item) => item.kind === 'waiting' && item.own)).toEqual(['stuck', 'sending', 'refused'])
  })

  it('sets the time between messages that are far apart, and the name where the speaker changes', () => {
    const items = toLogItems(
      source([says(1, 'bot', 0), says(2, 'bot', MINUTE), says(3, 'agent', 2 * MINUTE), says(4, 'agent', 20 * MINUTE)]),
    )

    expect(items.map((item) => (item.kind === 'message' ? item.opens : item.kind))).toEqual([
      'time',
      true,
      false,
      true,
      'time',
      true,
    ])
  })

  it('counts as unread what others said after the last message that was read', () => {
    const { timeline } = source([says(1, 'bot', 0), says(2, 'customer', 0), says(3, 'agent', 0), says(4, 'system', 0)])

    expect(listUnread(timeline, conversation).map(({ seq }) => seq)).toEqual([3])
  })
})
