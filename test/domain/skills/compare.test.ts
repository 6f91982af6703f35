import { describe, expect, it } from 'vitest'
import { compareProducts } from '../../../src/domain/skills/compare.ts'
import { product } from '../given.ts'
import { speech } from '../given-shop.ts'

const KETTLE = product('kettle', {
  name: { zh: '电热水壶', en: 'Kettle' },
  price: 12900,
  summary: { zh: '烧得快', en: 'Fast' },
  attributes: { capacity: { zh: '1.5 L', en: '1.5 L' }, power: '1800 W', material: '304 不锈钢', warranty: '一年' },
  variants: [
    { sku: 'k1', color: { zh: '白', en: 'White' }, size: '1.5L', stock: 3 },
    { sku: 'k2', color: { zh: '黑', en: 'Black' }, size: '1.7L', stock: 0, price: 14900 },
  ],
})
const TEAPOT = product('teapot', {
  name: { zh: '养生壶', en: 'Health kettle' },
  price: 16900,
  summary: { zh: '会煲汤', en: 'Makes soup' },
  attributes: { capacity: { zh: '1.5 L', en: '1.5 L' }, power: '800 W', material: '玻璃' },
  variants: [{ sku: 't1', color: { zh: '绿', en: 'Green' }, stock: 3 }],
})

const rowsOf = (locale: 'zh' | 'en' = 'zh') =>
  Object.fromEntries(
    (compareProducts([KETTLE, TEAPOT], speech({ locale }))?.rows ?? []).map(({ label, cells }) => [label, cells]),
  )

describe('products side by side', () => {
  it('are named in the columns, in the language that is spoken', () => {
    expect(compareProducts([KETTLE, TEAPOT], speech())?.columns).toEqual(['电热水壶', '养生壶'])
    expect(compareProducts([KETTLE, TEAPOT], speech({ locale: 'en' }))?.columns).toEqual(['Kettle', 'Health kettle'])
  })

  it('show in what they differ: price, summary, attributes, colours in stock', () => {
    expect(rowsOf()).toMatchObject({
      价格: ['¥129–¥149', '¥169'],
      特点: ['烧得快', '会煲汤'],
      功率: ['1800 W', '800 W'],
      有货颜色: ['白', '绿'],
    })
    expect(rowsOf('en')).toMatchObject({ Price: ['¥129–¥149', '¥169'], 'Colours in stock': ['White', 'Green'] })
  })

  it('leave out what is the same, and what only one of them tells', () => {
    const labels = Object.keys(rowsOf())

    expect(labels).not.toContain('容量')
    expect(labels).not.toContain('质保')
    expect(labels).not.toContain('尺码')
  })

  it('call the kinds of what is not worn no sizes, tell nothing twice, and leave no cell empty', () => {
    const small = product('small', {
      attributes: { power: '800 W', capacity: '1.5 L' },
      variants: [{ sku: 's', size: '1.5 L', stock: 1 }],
    })
    const large = product('large', {
      attributes: { power: '900 W', capacity: '1.7 L' },
      variants: [{ sku: 'l', size: '1.7 L', stock: 1 }],
    })
    const rows = (...products: (typeof small)[]) => compareProducts(products, speech())?.rows ?? []

    expect(
      rows(small, large)
        .filter(({ cells }) => cells.join() === '1.5 L,1.7 L')
        .map(({ label }) => label),
    ).toEqual(['容量'])
    expect(rows(small, large, KETTLE).find(({ label }) => label === '规格')?.cells).toEqual([
      '1.5 L',
      '1.7 L',
      '1.5L、1.7L',
    ])
    expect(rows(KETTLE, TEAPOT, small).find(({ label }) => label.startsWith('材质'))?.cells).toEqual([
      '304 不锈钢',
      '玻璃',
      '—',
    ])
  })

  it('are three at most, and no comparison alone', () => {
    expect(compareProducts([KETTLE, TEAPOT, product('a'), product('b')], speech())?.columns).toHaveLength(3)
    expect(compareProducts([KETTLE], speech())).toBeUndefined()
    expect(compareProducts([], speech())).toBeUndefined()
  })
})
