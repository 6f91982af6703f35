import { describe, expect, it } from 'vitest'
import { contiguousSeq, hasGap } from '../../web-console/state/thread-messages.ts'
import { conversation, deskAfter, detail, says, snapshot } from './support.ts'

const opened = (...seqs: number[]) => ({
  type: 'thread:loaded' as const,
  detail: detail(seqs.map((seq) => says(seq, `${seq}`))),
})
const created = (seq: number) => ({ type: 'message:created' as const, message: says(seq, `${seq}`) })
const shown = (state: ReturnType<typeof deskAfter>) => state.threads['c1']?.messages.map((message) => message.seq)

describe('the messages of a conversation', () => {
  it('keeps each seq once, in order, however the messages arrive', () => {
    const state = deskAfter(opened(1, 2), created(4), created(3), created(4))

    expect(shown(state)).toEqual([1, 2, 3, 4])
  })

  it('knows that something is missing until it has come', () => {
    const gap = deskAfter(opened(1, 2), created(4)).threads['c1']?.messages ?? []
    const whole = deskAfter(opened(1, 2), created(4), created(3)).threads['c1']?.messages ?? []

    expect([contiguousSeq(gap), hasGap(gap, 4)]).toEqual([2, true])
    expect([contiguousSeq(whole), hasGap(whole, 4)]).toEqual([4, false])
    expect(hasGap(whole, 5)).toBe(true)
  })

  it('counts from the first message that is loaded, not from 1', () => {
    const messages = deskAfter(opened(101, 102)).threads['c1']?.messages ?? []

    expect(contiguousSeq(messages)).toBe(102)
    expect(hasGap(messages, 102)).toBe(false)
  })

  it('joins what is fetched again to what is on screen', () => {
    const state = deskAfter(opened(1, 2, 3), opened(3, 4, 5))

    expect(shown(state)).toEqual([1, 2, 3, 4, 5])
  })

  it('shows only what was fetched when it does not touch what was on screen', () => {
    const state = deskAfter(opened(1, 2, 3), {
      type: 'thread:loaded',
      detail: detail([says(9, '9')], { earlier: true }),
    })

    expect(shown(state)).toEqual([9])
    expect(state.threads['c1']?.earlier).toBe(true)
  })

  it('puts earlier messages on top', () => {
    const page = { messages: [says(1, '1'), says(2, '2')], earlier: false }
    const state = deskAfter(opened(3, 4), { type: 'thread:earlier', conversationId: 'c1', ...page })

    expect(shown(state)).toEqual([1, 2, 3, 4])
    expect(state.threads['c1']?.earlier).toBe(false)
  })

  it('replaces a message that was updated, and ignores one that is not loaded', () => {
    const helpful = { ...says(2, '2'), helpful: true }
    const state = deskAfter(
      opened(2, 3),
      { type: 'message:updated', message: helpful },
      { type: 'message:updated', message: says(1, '1') },
    )

    expect(shown(state)).toEqual([2, 3])
    expect(state.threads['c1']?.messages[0]?.helpful).toBe(true)
  })

  it('keeps what can be read when a reload fails', () => {
    const failed = { type: 'thread:failed' as const, conversationId: 'c1' }

    expect(deskAfter(opened(1), failed).threads['c1']?.load).toBe('ready')
    expect(deskAfter({ type: 'thread:opened', conversationId: 'c1' }, failed).threads['c1']?.load).toBe('error')
  })

  it('forgets the handoff card of a conversation that has none any more', () => {
    const handoff = { reason: 'asked' as const, wants: '转人工', intents: [], lastIntents: [] }
    const state = deskAfter({ type: 'thread:loaded', detail: detail([says(1, '1')], { handoff }) }, opened(1))

    expect(state.threads['c1']?.handoff).toBeUndefined()
  })
})

describe('the row of a conversation', () => {
  const start = {
    type: 'snapshot:loaded' as const,
    snapshot: snapshot({ conversations: [conversation('c1', { lastSeq: 1 })] }),
  }

  it('shows the newest words and counts what is unread until the server says otherwise', () => {
    const touched = deskAfter(start, created(2)).conversations['c1']
    const told = deskAfter(start, created(2), {
      type: 'conversation:changed',
      conversation: conversation('c1', { lastSeq: 2, unread: 0, preview: '您好' }),
    }).conversations['c1']

    expect(touched).toMatchObject({ lastSeq: 2, unread: 1, preview: '2' })
    expect(told).toMatchObject({ lastSeq: 2, unread: 0, preview: '您好' })
  })

  it('does not count a message twice', () => {
    expect(deskAfter(start, created(2), created(2)).conversations['c1']?.unread).toBe(1)
  })

  it('never shows an internal note as the newest words', () => {
    const note = says(2, '', { author: { kind: 'agent' }, body: { kind: 'note', text: '难缠' } })
    const row = deskAfter(start, { type: 'message:created', message: note }).conversations['c1']

    expect(row).toMatchObject({ lastSeq: 2, preview: '', unread: 0 })
  })
})

describe('the customer who is typing', () => {
  it('has stopped as soon as the message is there', () => {
    const typing = { type: 'typing:changed' as const, conversationId: 'c1', typing: true, at: 5 }

    expect(deskAfter(typing).typing).toEqual({ c1: 5 })
    expect(deskAfter(typing, created(1)).typing).toEqual({})
    expect(deskAfter(typing, { ...typing, typing: false }).typing).toEqual({})
  })

  it('is seen typing only as long as they type', () => {
    const typing = { type: 'typing:changed' as const, conversationId: 'c1', typing: true, text: '能便', at: 5 }

    expect(deskAfter(typing, { ...typing, text: '能便宜' }).typed).toEqual({ c1: '能便宜' })
    expect(deskAfter(typing, { ...typing, text: undefined }).typed).toEqual({})
    expect(deskAfter(typing, { ...typing, typing: false }).typed).toEqual({})
    expect(deskAfter(typing, created(1)).typed).toEqual({})
  })
})

describe('an answer that an event has overtaken', () => {
  it('does not take the newer row back', () => {
    const older = {
      type: 'snapshot:loaded' as const,
      snapshot: snapshot({ conversations: [conversation('c1', { lastSeq: 1 })] }),
    }
    const newer = {
      type: 'conversation:changed' as const,
      conversation: conversation('c1', { lastSeq: 2, preview: '新' }),
    }

    expect(deskAfter(newer, older).conversations['c1']).toMatchObject({ lastSeq: 2, preview: '新' })
    expect(deskAfter(newer, opened(1)).conversations['c1']).toMatchObject({ lastSeq: 2, preview: '新' })
  })
})
