import { describe, expect, it } from 'vitest'
import { formatMoney, toOrderCard, toProductCard } from '../../src/domain/present.ts'
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

const KNOWLEDGE = { shop: { language: 'zh', currency: 'CNY' } } as const

describe('a product card', () => {
  it.each(['https://shop.example.com/p/42?from=xiaoer', '/goods/42.html'])(
    'leads to the own page %s of a product',
    (url) => {
      const dress = product('linen-dress', { url })

      expect(toProductCard(dress, KNOWLEDGE, 'zh').url).toBe(url)
      expect(toProductCard(dress, KNOWLEDGE, 'en').url).toBe(url)
    },
  )

  it("leads to the demo shop's page of a product that has none, in the reader's language", () => {
    const dress = product('linen-dress')

    expect(toProductCard(dress, KNOWLEDGE, 'zh').url).toBe('/products/linen-dress')
    expect(toProductCard(dress, KNOWLEDGE, 'en').url).toBe('/products/linen-dress?lang=en')
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
