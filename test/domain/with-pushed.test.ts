import { describe, expect, it } from 'vitest'
import type { KnowledgeBase, Product } from '../../src/domain/knowledge.ts'
import { listMissing, withPushed } from '../../src/domain/with-pushed.ts'

const DRESS: Product = {
  id: 'linen-dress',
  name: { zh: '亚麻裙', en: 'Linen dress' },
  aliases: ['裙子'],
  category: '女装',
  price: 26900,
  summary: '透气',
  attributes: { material: '亚麻', care: '手洗' },
  variants: [{ sku: 'LD-1', stock: 3 }],
  tags: ['夏天'],
  hygiene: false,
  answers: {},
  goesWith: ['straw-hat'],
}
const written = { version: 'v1', products: new Map([[DRESS.id, DRESS]]) } as Partial<KnowledgeBase> as KnowledgeBase

describe('products that the shop pushes', () => {
  it('replace what the owner wrote, field by field, and leave the rest', () => {
    const { products } = withPushed(written, [
      { id: DRESS.id, price: 19900, variants: [{ sku: 'LD-2', stock: 0 }], attributes: { material: '亚麻和棉' } },
    ])

    expect(products.get(DRESS.id)).toEqual({
      ...DRESS,
      price: 19900,
      variants: [{ sku: 'LD-2', stock: 0 }],
      attributes: { material: '亚麻和棉', care: '手洗' },
    })
  })

  it('are added with defaults where the owner wrote nothing of them', () => {
    const hat = { id: 'cap', name: '棒球帽', price: 5900, variants: [{ sku: 'CAP', stock: 9 }] }

    const { products } = withPushed(written, [hat])

    expect(products.get('cap')).toMatchObject({
      ...hat,
      category: { zh: '其他', en: 'More' },
      aliases: [],
      answers: {},
    })
    expect(products.get(DRESS.id)).toBe(DRESS)
  })

  it('are left out while they cannot stand by themselves', () => {
    const stock = { id: 'cap', variants: [{ sku: 'CAP', stock: 9 }] }

    expect(withPushed(written, [stock]).products.has('cap')).toBe(false)
    expect(listMissing(stock)).toEqual(['name', 'price'])
  })

  it('change nothing of the knowledge that they are laid over', () => {
    withPushed(written, [{ id: DRESS.id, price: 1 }])

    expect(written.products.get(DRESS.id)?.price).toBe(26900)
    expect(withPushed(written, [])).toBe(written)
  })
})
