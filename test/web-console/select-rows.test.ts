import { describe, expect, it } from 'vitest'
import type { QueueEntryView } from '../../src/protocol/console.ts'
import { countUnread, nextToClaim, offeredOf, selectRows, selectSnoozed } from '../../web-console/state/select-rows.ts'
import { conversation, deskAfter, snapshot, suggestion } from './support.ts'

function entry(conversationId: string, position: number, kind: QueueEntryView['kind'] = 'live'): QueueEntryView {
  const customer = { id: 'x', name: '', tier: 'regular', verified: false }
  return {
    conversationId,
    position,
    kind,
    reason: 'asked',
    priority: 2,
    enqueuedAt: 0,
    wants: '转人工',
    withBot: false,
    customer,
  }
}

const ids = (rows: ReturnType<typeof selectRows>) => rows.map((row) => row.conversation.id)
const loaded = (...parts: Parameters<typeof snapshot>) =>
  deskAfter({ type: 'snapshot:loaded', snapshot: snapshot(...parts) })

describe('the list', () => {
  it('puts customers who wait first, the longest waiting on top', () => {
    const state = loaded({
      conversations: [
        conversation('quiet', { updatedAt: 900 }),
        conversation('waits', { waitingSince: 50 }),
        conversation('waits-longer', { waitingSince: 10 }),
      ],
    })

    expect(ids(selectRows(state, 'mine'))).toEqual(['waits-longer', 'waits', 'quiet'])
  })

  it('shows under mine only what I hold', () => {
    const state = loaded({
      conversations: [
        conversation('mine', { unread: 2 }),
        conversation('theirs', { agent: { id: 'lin', name: '林琳' }, unread: 5 }),
        conversation('bot', { status: 'bot', lastSeq: 1 }),
      ],
    })

    expect(ids(selectRows(state, 'mine'))).toEqual(['mine'])
    expect(ids(selectRows(state, 'bot'))).toEqual(['bot'])
    expect(countUnread(state)).toBe(2)
  })

  it('lays what is snoozed aside, and puts what has come back on top', () => {
    const state = loaded({
      conversations: [
        conversation('waits', { waitingSince: 10 }),
        conversation('back', { wokenAt: 90 }),
        conversation('later', { snoozedUntil: 900 }),
        conversation('soon', { snoozedUntil: 500 }),
        conversation('theirs', { snoozedUntil: 1, agent: { id: 'lin', name: '林琳' } }),
      ],
    })

    expect(ids(selectRows(state, 'mine'))).toEqual(['back', 'waits'])
    expect(ids(selectSnoozed(state))).toEqual(['soon', 'later'])
  })

  it('keeps the queue in its order and drops what was claimed meanwhile', () => {
    const state = loaded({
      queue: [entry('second', 2), entry('first', 1), entry('claimed', 3), entry('unknown', 4)],
      conversations: [
        conversation('first', { status: 'queued' }),
        conversation('second', { status: 'queued' }),
        conversation('claimed'),
      ],
    })

    expect(ids(selectRows(state, 'queue'))).toEqual(['first', 'second', 'unknown'])
  })

  it('takes people who wait before messages that were left', () => {
    const offered = { ...entry('offered', 1), offer: { agent: { id: 'noor', name: '诺尔' }, until: 1 } }
    const next = nextToClaim([offered, entry('left', 1, 'message'), entry('live-2', 3), entry('live-1', 2)], 'mina')

    expect(next.map((one) => one.conversationId)).toEqual(['live-1', 'live-2', 'left'])
  })

  it('shows the archive only as far back as its pages reach', () => {
    const page = [conversation('new', { status: 'resolved', updatedAt: 90 })]
    const old = conversation('old', { status: 'resolved', updatedAt: 10 })
    const archive = { type: 'archive:loaded' as const, filter: 'resolved' as const, conversations: page }
    const known = { type: 'conversation:changed' as const, conversation: old }

    expect(ids(selectRows(deskAfter(known, { ...archive, more: true }), 'archive'))).toEqual(['new'])
    expect(ids(selectRows(deskAfter(known, { ...archive, more: false }), 'archive'))).toEqual(['new', 'old'])
  })

  it('drops an answer to a filter that is no longer chosen', () => {
    const state = deskAfter(
      { type: 'archive:asked', filter: 'others' },
      { type: 'archive:loaded', filter: 'resolved', conversations: [conversation('x')], more: false },
    )

    expect(state.archive).toEqual({ filter: 'others', load: 'loading', more: false })
  })
})

describe('the snapshot', () => {
  it('takes away what is no longer open, but not what is being read', () => {
    const first = {
      type: 'snapshot:loaded' as const,
      snapshot: snapshot({ conversations: [conversation('a'), conversation('b')] }),
    }
    const reading = { type: 'thread:opened' as const, conversationId: 'b' }
    const state = deskAfter(first, reading, { type: 'snapshot:loaded', snapshot: snapshot() })

    expect(Object.keys(state.conversations)).toEqual(['b'])
  })

  it('does not hide a desk that was loaded when a later fetch fails', () => {
    expect(deskAfter({ type: 'snapshot:failed' }).load).toBe('error')
    expect(deskAfter({ type: 'snapshot:loaded', snapshot: snapshot() }, { type: 'snapshot:failed' }).load).toBe('ready')
  })
})

describe('suggestions', () => {
  it('offers at most three, best first, and none that was dealt with', () => {
    const many = ['a', 'b', 'c', 'd'].map((id, index) => suggestion(id, { rank: 4 - index }))
    const state = deskAfter(
      { type: 'suggestion:offered', conversationId: 'c1', suggestions: many },
      { type: 'suggestion:changed', suggestion: suggestion('d', { rank: 1, status: 'ignored' }) },
    )

    expect(offeredOf(state.suggestions['c1']).map((one) => one.id)).toEqual(['c', 'b', 'a'])
  })

  it('makes room for what the next message brings', () => {
    const offer = (id: string) => ({
      type: 'suggestion:offered' as const,
      conversationId: 'c1',
      suggestions: [suggestion(id)],
    })

    expect(offeredOf(deskAfter(offer('old'), offer('new')).suggestions['c1']).map((one) => one.id)).toEqual(['new'])
  })
})
