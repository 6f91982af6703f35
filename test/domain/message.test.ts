import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MessageBody, messageId, seqOf, wordsOf } from '../../src/domain/message.ts'

describe('the id of a message', () => {
  it('gives back the seq to the conversation it belongs to, whatever the ids are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1 }), (conversationId, seq) => {
        expect(seqOf(messageId({ conversationId, seq }), conversationId)).toBe(seq)
      }),
    )
  })

  it('says nothing to any other conversation', () => {
    const id = messageId({ conversationId: 'c1', seq: 7 })

    expect(seqOf(id, 'c1')).toBe(7)
    expect(seqOf(id, 'c')).toBeUndefined()
    expect(seqOf(id, 'c1.7')).toBeUndefined()
    expect(seqOf(messageId({ conversationId: 'c11', seq: 7 }), 'c1')).toBeUndefined()
  })

  it.each(['c1', 'c1.', 'c1.0', 'c1.-1', 'c1.1.5', 'c1.x', 'c1.NaN', 'c1.Infinity', 'c1.9007199254740992', ''])(
    'is not %j',
    (id) => {
      expect(seqOf(id, 'c1')).toBeUndefined()
    },
  )
})

describe('the words in a message', () => {
  const card = { id: 'linen-dress', name: '亚麻裙', price: '¥269', url: '/products/linen-dress' }
  const order = { number: 'XM1001', status: 'paid', statusText: '已付款', total: '¥1', items: '', placedOn: '' }

  it.each<[MessageBody, string]>([
    [{ kind: 'text', text: '在吗' }, '在吗'],
    [{ kind: 'clarify', text: '您是想问', choices: [] }, '您是想问'],
    [{ kind: 'choice', choice: 'shipping_time', text: '发货时间' }, '发货时间'],
    [{ kind: 'note', text: '老顾客' }, '老顾客'],
    [{ kind: 'product', product: card }, '亚麻裙'],
    [{ kind: 'order', order }, 'XM1001'],
    [{ kind: 'image', url: '/uploads/a.png' }, ''],
    [{ kind: 'file', url: '/uploads/a.pdf', name: '发票.pdf', size: 1, mime: 'application/pdf' }, '发票.pdf'],
    [{ kind: 'event', event: { name: 'resolved' } }, ''],
  ])('of %j are %j', (body, words) => {
    expect(wordsOf(body)).toBe(words)
  })
})
