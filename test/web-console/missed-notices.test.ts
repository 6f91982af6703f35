import { describe, expect, it } from 'vitest'
import type { QueueEntryView } from '../../src/protocol/console.ts'
import type { DeskSnapshot } from '../../src/protocol/http.ts'
import { missedNotices } from '../../web-console/live/missed-notices.ts'
import { noticesOf } from '../../web-console/live/notices.ts'
import { conversation, deskAfter, mina, says, snapshot, todo } from './support.ts'

const other = { id: 'lin', name: '林琳' }
const clock = { kind: 'first', since: 0, warnAt: 30_000, redAt: 90_000, dueAt: 60_000 } as const

const offered: QueueEntryView = {
  conversationId: 'q',
  position: 1,
  kind: 'live',
  reason: 'asked',
  priority: 2,
  enqueuedAt: 0,
  wants: '转人工',
  withBot: false,
  customer: todo.customer,
  offer: { agent: { id: 'mina', name: '米娜' }, until: 1 },
}

const loaded = (change: Partial<DeskSnapshot>) => ({
  type: 'snapshot:loaded' as const,
  snapshot: snapshot(change),
})

/** What a desk that knew the first hears from the second, and then from the second once more. */
function missed(before: Partial<DeskSnapshot>, after: Partial<DeskSnapshot>) {
  const known = deskAfter(loaded(before))
  const again = deskAfter(loaded(before), loaded(after))
  return { first: missedNotices(known, snapshot(after)), second: missedNotices(again, snapshot(after)) }
}

describe('what came while the tab slept', () => {
  it('tells, once, of customers of mine who wrote', () => {
    const before = [conversation('c1', { unread: 1, lastSeq: 3 }), conversation('c2', { agent: other })]
    const after = [
      conversation('c1', { unread: 3, lastSeq: 5, preview: '还在吗' }),
      conversation('c2', { agent: other, unread: 2, lastSeq: 4 }),
      conversation('c3', { unread: 1, lastSeq: 1, preview: '刚派给我的' }),
    ]
    const { first, second } = missed({ conversations: before }, { conversations: after })

    expect(first).toMatchObject([
      { kind: 'message', conversationId: 'c1', text: '还在吗' },
      { kind: 'message', conversationId: 'c3' },
    ])
    expect(second).toEqual([])
  })

  it('tells nothing of an older state than what is known, nor of what was read meanwhile', () => {
    const before = [conversation('c1', { unread: 0, lastSeq: 5 }), conversation('c2', { unread: 2, lastSeq: 2 })]
    const after = [conversation('c1', { unread: 2, lastSeq: 4 }), conversation('c2', { lastSeq: 3 })]

    expect(missed({ conversations: before }, { conversations: after }).first).toEqual([])
  })

  it('tells, once, of offers and transfers to me, and of what was taken from me', () => {
    const until = 1
    const before = [conversation('c1', { agent: other }), conversation('c2')]
    const after = [
      conversation('c1', { agent: other, transfer: { to: { id: 'mina', name: '米娜' }, until } }),
      conversation('c2', { agent: other }),
    ]
    const { first, second } = missed({ conversations: before }, { conversations: after, queue: [offered] })

    expect(first.map(({ kind }) => kind)).toEqual(['transfer', 'taken', 'offered'])
    expect(second).toEqual([])
  })

  it('tells, once, of my to-dos that came due', () => {
    const theirs = { ...todo, id: 't2', agent: other }
    const { first, second } = missed({}, { dueTodos: [todo, theirs] })

    expect(first).toEqual([{ kind: 'due', name: '李雷', text: '回电' }])
    expect(second).toEqual([])
    expect(missed({ dueTodos: [todo] }, { dueTodos: [{ ...todo, dueAt: 20 }] }).first).toHaveLength(1)
  })

  it('tells, once, of promises broken in what I hold, and supervisors of all', () => {
    const held = { conversations: [conversation('c1', { clock }), conversation('c2', { clock, agent: other })] }
    const late = { ...held, at: 60_000 }
    const { first, second } = missed(held, late)
    const supervisor = { ...mina, role: 'supervisor' as const }

    expect(first).toMatchObject([{ kind: 'promise', promise: 'first', conversationId: 'c1' }])
    expect(second).toEqual([])
    expect(missed(held, { ...late, agent: supervisor }).first).toHaveLength(2)
    expect(missed(held, { ...held, at: 59_999 }).first).toEqual([])
  })

  it('tells nothing when the desk is opened', () => {
    const opened = snapshot({ conversations: [conversation('c1', { unread: 2, lastSeq: 2 })], dueTodos: [todo] })

    expect(missedNotices(deskAfter(), opened)).toEqual([])
  })
})

describe('what the line tells after a snapshot has told it', () => {
  const known = deskAfter(
    loaded({ conversations: [conversation('c1', { lastSeq: 4, clock })], dueTodos: [todo], at: 60_000 }),
  )
  const broken = { type: 'promise:broken', conversationId: 'c1', kind: 'first', dueAt: 60_000 } as const

  it('gives no second notice', () => {
    expect(noticesOf(known, { type: 'message:created', message: says(4, '在吗') }, undefined)).toEqual([])
    expect(noticesOf(known, { type: 'todo:changed', todo, due: true }, undefined)).toEqual([])
    expect(noticesOf(known, broken, undefined)).toEqual([])
  })

  it('gives one where it is new, and the next snapshot none', () => {
    const next = { ...broken, dueAt: 90_000 }
    const after = deskAfter(loaded({ conversations: [conversation('c1')] }), next)
    const row = conversation('c1', { clock: { ...clock, dueAt: 90_000 } })

    expect(noticesOf(known, { type: 'message:created', message: says(5, '在吗') }, undefined)).toHaveLength(1)
    expect(noticesOf(known, next, undefined)).toMatchObject([{ kind: 'promise', promise: 'first', name: '王小雨' }])
    expect(missedNotices(after, snapshot({ conversations: [row], at: 95_000 }))).toEqual([])
  })
})
