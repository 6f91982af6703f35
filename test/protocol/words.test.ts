import { expect, it } from 'vitest'
import { wordsOf } from '../../src/domain/message.ts'
import { isMoment, wordsInView } from '../../src/protocol/words.ts'
import { COMPARISON, ORDERS, PARCEL, PRODUCTS } from '../support/card-bodies.ts'

it('says what the cards say where there are no other words', () => {
  expect(wordsOf(PRODUCTS)).toBe('法式亚麻收腰连衣裙 · 双面羊毛大衣，经典廓形，四季可穿的长款外套')
  expect(wordsOf({ ...ORDERS, text: '' })).toBe('XN2026110917 已发货，运输中 · XN2026102204 交易完成')
  expect(wordsOf({ ...COMPARISON, text: '' })).toBe('法式亚麻收腰连衣裙 · 双面羊毛大衣 · 真丝衬衫')
  expect(wordsOf({ ...PARCEL, text: '' })).toBe('顺丰速运 SF1432098876512 运输中 · 退货申请 R20261122001 待您寄回')
  expect(wordsOf(ORDERS)).toBe('您要问的是哪一笔订单？')
})

it('says the same to the programs of the browser', () => {
  const [product] = PRODUCTS.products ?? []
  const [order] = ORDERS.orders ?? []

  expect(wordsInView({ kind: 'text', text: '', details: [{ title: '退货申请', status: '待您寄回', lines: [] }] })).toBe(
    '退货申请 待您寄回',
  )
  expect(product && wordsInView({ kind: 'product', product })).toBe('法式亚麻收腰连衣裙')
  expect(order && wordsInView({ kind: 'order', order })).toBe('XN2026110917')
  expect(wordsInView({ kind: 'image', url: '/uploads/a.jpg' })).toBe('')
})

it.each(['11月22日 08:14', '今天 9:05', '22 Nov 21:40', '2026-11-22', '11/22', '11月22日'])(
  'takes %s for the time of an event',
  (label) => {
    expect(isMoment(label)).toBe(true)
  },
)

it.each(['原因', '退款金额', 'Refund amount', '2 件商品', '第 1 步', '7 天无理由'])('takes %s for a label', (label) => {
  expect(isMoment(label)).toBe(false)
})
