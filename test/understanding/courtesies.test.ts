import { describe, expect, it } from 'vitest'
import { withoutCourtesies } from '../../src/understanding/text/courtesies.ts'
import { normalise } from '../../src/understanding/text/normalise.ts'

function strip(text: string): string {
  return withoutCourtesies(normalise(text))
}

describe('courtesies', () => {
  it.each([
    ['您好，麻烦问一下积分怎么用，谢谢', '积分怎么用'],
    ['亲，这个包邮吗', '这个包邮吗'],
    ['亲亲～尺码怎么选', '尺码怎么选'],
    ['亲爱的小二，我要退款', '我要退款'],
    ['你好呀！有现货吗', '有现货吗'],
    ['在吗在吗 我的快递到哪了', '我的快递到哪了'],
    ['有人吗？帮我查一下订单', '帮我查一下订单'],
    ['请问您这件有货吗', '这件有货吗'],
    ['我想咨询一下怎么退货', '怎么退货'],
    ['客服，怎么还不发货', '怎么还不发货'],
    ['不好意思打扰一下，尺码怎么选', '尺码怎么选'],
    ['麻烦尽快安排发货，拜托了', '尽快安排发货'],
    ['什么时候发货，谢谢亲', '什么时候发货'],
    ['可以退吗？先谢谢你们啦！！', '可以退吗'],
    ['可以开发票吗 辛苦了', '可以开发票吗'],
    ['嗨~ 有现货嗎！多謝啦😂', '有现货吗'],
    ['hi there, where is my parcel', 'where is my parcel'],
    ['Hello!! Can I get an invoice? Thanks a lot', 'can i get an invoice'],
    ['good morning, do you have vouchers', 'do you have vouchers'],
    ['excuse me which size should I choose thx', 'which size should i choose'],
    ['sorry to bother you, is it in stock? many thanks in advance', 'is it in stock'],
    ['where is it, cheers!', 'where is it'],
  ])('leaves of %j only the question', (text, question) => {
    expect(strip(text)).toBe(question)
  })

  it.each([
    '亲子装有货吗',
    '亲肤的面料吗',
    '亲测好用怎么买',
    '你好久没回我',
    '你好多天没发货了',
    '你好像发错货了',
    '你好看一下我的订单',
    '麻烦死了退个货这么难',
    '麻烦不麻烦',
    '客服电话是多少',
    '老板娘在吗',
    '卖家秀和实物一样吗',
  ])('keeps %j whole: it only begins like a courtesy', (text) => {
    expect(strip(text)).toBe(text)
  })

  it.each([
    '谢谢你们的退款政策是啥',
    '感谢信可以写吗',
    '多谢惠顾券在哪里领',
    'thanks but where is it',
    'thank you card in stock',
    'no thanks i want a refund',
    'is it a cheers mug',
  ])('keeps the thanks of %j, after which something is said', (text) => {
    expect(strip(text)).toBe(text)
  })

  it.each(['highest price', 'history of my orders', 'heyday dress in stock', 'do you offer a warranty', 'is it dirty'])(
    'takes no part of a word for a courtesy: %j',
    (text) => {
      expect(strip(text)).toBe(text)
    },
  )

  it.each(['你好', '谢谢亲', '在不在', '请问', 'hello', 'hi hi', 'thank you so much', ''])(
    'returns %j as it is, for then that is what it says',
    (text) => {
      expect(strip(text)).toBe(text)
    },
  )

  it('returns a greeting with thanks as it is, marks included', () => {
    expect(withoutCourtesies('您好,在吗?谢谢')).toBe('您好,在吗?谢谢')
  })

  it('finds nothing more where it has been before', () => {
    for (const text of ['您好，麻烦问一下积分怎么用，谢谢', 'hi there, where is my parcel, thanks']) {
      expect(withoutCourtesies(strip(text))).toBe(strip(text))
    }
  })
})

it.each([
  ['亲属可以代收吗', '亲属可以代收吗'],
  ['亲手做的吗', '亲手做的吗'],
  ['有人投诉过吗', '有人投诉过吗'],
  ['有人说你们是假货', '有人说你们是假货'],
  ['打扰到我了别再发短信', '打扰到我了别再发短信'],
  ['hello kitty mug', 'hello kitty mug'],
  ['问下级代理怎么做', '问下级代理怎么做'],
  ['麻烦您了', '麻烦您了'],
  ['亲,麻烦您了', '亲,麻烦您了'],
  ['有人在吗 裙子还有货吗', '裙子还有货吗'],
  ['打扰一下 什么时候发货', '什么时候发货'],
])('does not cut words in half: %j', (text, rest) => {
  expect(withoutCourtesies(text)).toBe(rest)
})
