import { describe, expect, it } from 'vitest'
import { findMentioned, formatMoney, toOrderCard } from '../../src/domain/present.ts'
import { product } from './given.ts'

describe('money', () => {
  it.each([
    [26900, 'CNY', 'zh', '¥269'],
    [3990, 'CNY', 'zh', '¥39.90'],
    [26900, 'CNY', 'en', '¥269'],
    [123456700, 'CNY', 'en', '¥1,234,567'],
    [5, 'CNY', 'zh', '¥0.05'],
    [0, 'CNY', 'zh', '¥0'],
    [-3990, 'CNY', 'zh', '-¥39.90'],
    [1999, 'USD', 'en', '$19.99'],
    [1999, 'USD', 'zh', '$19.99'],
    [1200, 'JPY', 'en', '¥1,200'],
    [1234, 'KWD', 'en', 'KWD 1.234'],
  ] as const)('of %i in %s reads for %s as %s', (minorUnits, currency, locale, text) => {
    expect(formatMoney(minorUnits, currency, locale).replace(/\u00a0/g, ' ')).toBe(text)
  })
})

describe('an order card', () => {
  const order = {
    number: 'XM1001',
    customerId: 'k1',
    status: 'shipped',
    currency: 'CNY',
    total: 34800,
    items: [
      { productId: 'linen-dress', sku: 'LD-BLUE-M', title: '亚麻裙', quantity: 1, unitPrice: 26900 },
      { productId: 'cotton-tee', sku: 'CT-M', title: 'T恤', quantity: 2, unitPrice: 3950 },
    ],
    placedAt: Date.parse('2026-11-21T17:30:00Z'),
    history: [],
    parcels: [],
    refunds: [],
  } as const

  it("says in the reader's language what was ordered, on the shop's day", () => {
    expect(toOrderCard(order, 'Asia/Shanghai', 'zh')).toEqual({
      number: 'XM1001',
      status: 'shipped',
      statusText: '已发货，运输中',
      total: '¥348',
      items: '亚麻裙 ×1、T恤 ×2',
      placedOn: '2026-11-22',
    })
    expect(toOrderCard(order, 'UTC', 'en')).toMatchObject({
      statusText: 'shipped, on its way',
      items: '亚麻裙 ×1, T恤 ×2',
      placedOn: '2026-11-21',
    })
  })
})

describe('the product that words name', () => {
  const products = [
    product('tea', { name: { zh: '茶礼盒', en: 'Tea' }, aliases: ['茶'] }),
    product('dress', { name: { zh: '亚麻衬衫连衣裙', en: 'Linen shirt dress' }, aliases: ['连衣裙', 'linen dress'] }),
    product('shirt', { name: '衬衫', aliases: ['shirt', 'T恤'] }),
  ]

  it.each([
    ['这个连衣裙还有吗', 'dress'],
    ['亚麻衬衫连衣裙多少钱', 'dress'],
    ['那件衬衫呢', 'shirt'],
    ['is the LINEN DRESS in stock', 'dress'],
    ['the linen shirt dress, please', 'dress'],
    ['do you have tea?', 'tea'],
    ['tea礼盒', 'tea'],
    ['t恤有白色吗', 'shirt'],
    ['I will not steal it', undefined],
    ['teapot', undefined],
    ['喝杯茶', undefined],
    ['什么时候发货', undefined],
    ['', undefined],
  ])('in %j is %s', (text, id) => {
    expect(findMentioned(text, products)?.id).toBe(id)
  })

  it('is the one with the longest name, in whatever order they come', () => {
    const named = '衬衫和亚麻衬衫连衣裙哪个好'

    expect(findMentioned(named, products)?.id).toBe('dress')
    expect(findMentioned(named, products.toReversed())?.id).toBe('dress')
  })
})
