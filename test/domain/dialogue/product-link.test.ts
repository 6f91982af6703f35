import { describe, expect, it } from 'vitest'
import { findLinked } from '../../../src/domain/dialogue/product-link.ts'
import { product } from '../given.ts'

const PRODUCTS = new Map(
  [
    product('linen-dress', { variants: [{ sku: 'LD-S', stock: 1 }] }),
    product('linen', {}),
    product('kettle', { url: 'https://shop.example/item/8841' }),
    product('kettle-pro', { url: 'https://shop.example/item/88412' }),
  ].map((one) => [one.id, one] as const),
)
const idOf = (text: string) => findLinked(text, PRODUCTS)?.id

describe('a pasted link', () => {
  it.each([
    ['https://shop.example/products/linen-dress', 'linen-dress'],
    ['看下这个 https://shop.example/products/linen-dress?from=app，有货吗', 'linen-dress'],
    ['/products/linen', 'linen'],
    ['https://m.shop.example/d?sku=LD-S&x=1', 'linen-dress'],
    ['www.shop.example/item/linen-dress#top', 'linen-dress'],
    ['https://shop.example/item/8841', 'kettle'],
    ['https://shop.example/item/8841?spm=1', 'kettle'],
    ['https://shop.example/item/88412', 'kettle-pro'],
  ])('leads to its product: %s', (text, id) => {
    expect(idOf(text)).toBe(id)
  })

  it.each([
    'linen-dress 有货吗',
    'https://shop.example/products/none',
    'https://shop.example/products/linen-dress-2',
    'https://shop.example/',
    '',
  ])('leads nowhere: %s', (text) => {
    expect(idOf(text)).toBeUndefined()
  })
})
