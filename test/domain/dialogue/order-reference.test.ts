import { describe, expect, it } from 'vitest'
import { orderReferenceWords, readOrderReference, referredOrder } from '../../../src/domain/dialogue/order-reference.ts'
import { order } from '../given-shop.ts'

describe('an order spoken of without its number', () => {
  it.each(['最近那单', '刚买的', '最新的订单', '我刚下单', '上次买的', 'my latest order', 'I just ordered'])(
    'is the latest: %s',
    (text) => {
      expect(readOrderReference(text)).toBe('latest')
    },
  )

  it.each([
    '上一单',
    '前一单',
    '之前那个订单',
    '另一单',
    '另外那单',
    '不是这单，是上一单',
    'the previous order',
    'my other order',
  ])('is the one before: %s', (text) => {
    expect(readOrderReference(text)).toBe('previous')
  })

  it.each(['我的订单', '这单', '不是最近那单', '不要上一单', 'not the latest order', '什么时候发货'])(
    'is none that can be told: %s',
    (text) => {
      expect(readOrderReference(text)).toBeUndefined()
    },
  )

  it('is named by the words that refer to it', () => {
    expect(orderReferenceWords('上一单到哪了')).toEqual(['上一单'])
    expect(orderReferenceWords('到哪了')).toEqual([])
  })
})

describe('the order that is referred to', () => {
  const orders = ['c', 'b', 'a'].map((number) => order(number))
  const numberOf = (...asked: Parameters<typeof referredOrder>) => referredOrder(...asked)?.number

  it('is the newest for the latest, whatever was talked about', () => {
    expect(numberOf('latest', orders, 'a')).toBe('c')
  })

  it('is the one before that which is talked about, or before the newest', () => {
    expect(numberOf('previous', orders, 'b')).toBe('a')
    expect(numberOf('previous', orders, undefined)).toBe('b')
  })

  it('is none before the oldest, and the only one where there is one', () => {
    expect(numberOf('previous', orders, 'a')).toBeUndefined()
    expect(numberOf('previous', [order('only')], undefined)).toBe('only')
    expect(numberOf('latest', [], undefined)).toBeUndefined()
  })
})
