import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/understanding/text/normalise.ts'
import { toPieces } from '../../src/understanding/text/pieces.ts'

function split(text: string): readonly string[] {
  return toPieces(normalise(text)).map((piece) => piece.trim())
}

describe('the pieces of a message', () => {
  it.each([
    ['a mark', '昨天买的裙子很喜欢！今天拍今天能发吗', ['昨天买的裙子很喜欢', '今天拍今天能发吗']],
    ['a new line', '我的快递到哪了\n还能改地址吗', ['我的快递到哪了', '还能改地址吗']],
    [
      'a space between Chinese',
      '昨天买的蓝裙子 到现在没动静 今天能发吗',
      ['昨天买的蓝裙子', '到现在没动静', '今天能发吗'],
    ],
    ['另外', '可以开发票吗另外什么时候发货', ['可以开发票吗', '什么时候发货']],
    ['顺便', '可以开发票吗顺便什么时候发货', ['可以开发票吗', '什么时候发货']],
    ['顺便问一下', '可以开发票吗顺便问一下运费多少', ['可以开发票吗', '运费多少']],
    ['对了', '可以开发票吗，对了运费多少钱呢', ['可以开发票吗', '运费多少钱呢']],
    ['还有个问题', '我要退款的还有个问题可以开发票吗', ['我要退款的', '可以开发票吗']],
    ['and also', 'where is my parcel and also can I get an invoice', ['where is my parcel', 'can i get an invoice']],
    ['btw', 'is it in stock btw what is the price', ['is it in stock', 'what is the price']],
    ['by the way', 'I want a refund by the way is it in stock', ['i want a refund', 'is it in stock']],
  ])('end at %s', (_, text, pieces) => {
    expect(split(text)).toEqual(pieces)
  })

  it.each([
    ['an English space ends no thought', 'i want black shoes not white shoes'],
    ['a joining word inside another word is none', 'i bought the Alsoran dress last week'],
    ['nothing stands between the questions', '什么时候发货什么时候到什么时候签收'],
    ['marks stand at the end only', '昨天买的那条蓝裙子什么时候发货？？？'],
  ])('are none where %s', (_, text) => {
    expect(split(text)).toEqual([])
  })

  it('are none of a message of seven characters or fewer', () => {
    expect(split('领券啊？退款呢')).toEqual([])
    expect(split('领券啊？要退款呢')).toEqual(['领券啊', '要退款呢'])
    expect(split('包邮吗 几天能到')).toEqual(['包邮吗', '几天能到'])
  })

  it('pass over what is too short to ask anything', () => {
    expect(split('好的，谢谢，我想知道什么时候能发货')).toEqual([])
    expect(split('好的，可以开发票吗，嗯嗯，什么时候发货')).toEqual(['可以开发票吗', '什么时候发货'])
  })

  it('are six at most, the first ones', () => {
    const eight = ['一二三四', '二三四五', '三四五六', '四五六七', '五六七八', '六七八九', '七八九十', '八九十一']

    expect(split(eight.join('，'))).toEqual(eight.slice(0, 6))
  })
})
