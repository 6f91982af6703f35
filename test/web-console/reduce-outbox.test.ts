import { describe, expect, it } from 'vitest'
import type { PendingMessage } from '../../web-console/state/desk-state.ts'
import { deskAfter, detail, mina, says } from './support.ts'

const pending: PendingMessage = { clientId: 'client-1', conversationId: 'c1', kind: 'text', content: '您好', at: 1 }
const queued = { type: 'outbox:queued' as const, pending }
const opened = { type: 'thread:loaded' as const, detail: detail([says(1, '在吗')]) }
const stored = says(2, '您好', { author: { kind: 'agent', id: mina.id }, clientId: 'client-1' })

describe('what I send', () => {
  it('waits in the outbox from the first moment', () => {
    expect(deskAfter(opened, queued).outbox).toEqual([pending])
  })

  it('becomes a message when it is acknowledged', () => {
    const state = deskAfter(opened, queued, { type: 'outbox:sent', clientId: 'client-1', message: stored })

    expect(state.outbox).toEqual([])
    expect(state.threads['c1']?.messages).toHaveLength(2)
  })

  it('is shown once when the event overtakes the acknowledgement', () => {
    const state = deskAfter(
      opened,
      queued,
      { type: 'message:created', message: stored },
      { type: 'outbox:sent', clientId: 'client-1', message: stored },
    )

    expect(state.outbox).toEqual([])
    expect(state.threads['c1']?.messages.map((message) => message.seq)).toEqual([1, 2])
  })

  it('stays as the server has told of it, which may have covered some of its words', () => {
    const covered = { ...stored, body: { kind: 'text' as const, text: '＊＊' } }
    const state = deskAfter(
      opened,
      queued,
      { type: 'message:created', message: covered },
      { type: 'outbox:sent', clientId: 'client-1', message: stored },
    )

    expect(state.threads['c1']?.messages.at(-1)?.body).toEqual({ kind: 'text', text: '＊＊' })
  })

  it('keeps which words were refused', () => {
    const words = [{ word: '您好', why: '换个说法' }]
    const failed = { type: 'outbox:failed' as const, clientId: 'client-1', code: 'words_forbidden', message: '', words }

    expect(deskAfter(queued, failed).outbox[0]).toMatchObject({ content: '您好', failed: { words } })
  })

  it('leaves the outbox when catching up proves that it was stored', () => {
    const state = deskAfter(opened, queued, { type: 'thread:added', conversationId: 'c1', messages: [stored] })

    expect(state.outbox).toEqual([])
  })

  it('says why it was not sent, and can be tried again or dropped', () => {
    const failed = { type: 'outbox:failed' as const, clientId: 'client-1', code: 'internal', message: '' }

    expect(deskAfter(queued, failed).outbox[0]?.failed?.code).toBe('internal')
    expect(deskAfter(queued, failed, { type: 'outbox:retried', clientId: 'client-1' }).outbox).toEqual([pending])
    expect(deskAfter(queued, failed, { type: 'outbox:dropped', clientId: 'client-1' }).outbox).toEqual([])
  })
})
