import { describe, expect, it } from 'vitest'
import { productFacts, variantFacts } from '../../../src/domain/facts/product-facts.ts'
import { product } from '../given.ts'
import { speech } from '../given-shop.ts'

const BLUE = { zh: '雾蓝', en: 'Misty blue' }
const OAT = { zh: '燕麦', en: 'Oat' }
const DRESS = product('dress', {
  name: { zh: '亚麻裙', en: 'Linen dress' },
  price: 26900,
  cut: 'loose',
  attributes: { material: { zh: '亚麻', en: 'Linen' } },
  variants: [
    { sku: 'b-s', color: BLUE, size: 'S', stock: 3 },
    { sku: 'b-l', color: BLUE, size: 'L', stock: 0, price: 29950 },
    { sku: 'o-s', color: OAT, size: 'S', stock: 2 },
  ],
  sizeTable: {
    unit: 'cm',
    columns: { chest: { zh: '胸围', en: 'Chest' }, length: { zh: '衣长', en: 'Length' } },
    rows: [
      { size: 'S', cells: { chest: 92, length: 112 }, fits: {} },
      { size: 'L', cells: { chest: 100 }, fits: {} },
    ],
  },
})
const zh = speech()
const en = speech({ locale: 'en' })
const none = { said: {}, unknown: [] }

describe('the facts of a product', () => {
  it('are its price range, its whole stock, its colours and sizes', () => {
    expect(productFacts(DRESS, zh)).toMatchObject({
      'product.name': '亚麻裙',
      'product.price': '¥269–¥299.50',
      'product.stock': 5,
      'product.colors': '雾蓝、燕麦',
      'product.sizes': 'S、L',
      'product.material': '亚麻',
      'product.cut': 'loose',
      'product.hygiene': false,
    })
    expect(productFacts(DRESS, en)).toMatchObject({
      'product.name': 'Linen dress',
      'product.colors': 'Misty blue, Oat',
    })
  })

  it('tell what can be bought now, by colour', () => {
    expect(productFacts(DRESS, zh)['product.in_stock']).toBe('雾蓝 S；燕麦 S')
    expect(productFacts(DRESS, en)['product.in_stock']).toBe('Misty blue S; Oat S')
  })

  it('tell its size table, without the cells that are empty', () => {
    expect(productFacts(DRESS, zh)['product.size_table']).toBe('S: 胸围 92 / 衣长 112 (cm)\nL: 胸围 100 (cm)')
  })

  it('are no more than there are: one price, no colours, nothing in stock', () => {
    const soap = productFacts(product('soap', { price: 990, variants: [{ sku: 's', stock: 0 }] }), zh)

    expect(soap).toMatchObject({ 'product.price': '¥9.90', 'product.stock': 0 })
    expect(Object.keys(soap)).not.toEqual(expect.arrayContaining(['product.colors']))
    for (const fact of ['colors', 'sizes', 'in_stock', 'size_table', 'cut'])
      expect(soap).not.toHaveProperty(`product.${fact}`)
  })

  it('never let an attribute hide what is counted', () => {
    const sly = product('sly', { attributes: { price: '¥1', stock: '很多', name: '假名' } })

    expect(productFacts(sly, zh)).toMatchObject({ 'product.price': '¥269', 'product.stock': 3, 'product.name': 'sly' })
  })
})

describe('the facts of a colour and size', () => {
  it('are its stock and price, and what else there is of either', () => {
    expect(variantFacts(DRESS, { color: '雾蓝', size: 'S' }, none, zh)).toMatchObject({
      'variant.asked': '雾蓝 S',
      'variant.known': true,
      'variant.stock': 3,
      'variant.price': '¥269',
      'variant.sizes': 'S',
      'variant.colors': '雾蓝、燕麦',
    })
  })

  it('are those of the variant that costs more', () => {
    const large = variantFacts(DRESS, { size: 'L' }, none, en)

    expect(large).toMatchObject({ 'variant.asked': 'L', 'variant.stock': 0, 'variant.price': '¥299.50' })
    expect(large).not.toHaveProperty('variant.colors')
  })

  it('tell the row of a size that this message names', () => {
    const row = { 'variant.row': 'Chest 92 / Length 112 (cm)' }

    expect(variantFacts(DRESS, { size: 'S' }, { ...none, said: { size: 'S' } }, en)).toMatchObject(row)
    expect(variantFacts(DRESS, { size: 'S' }, none, en)).toMatchObject({ 'variant.size': 'S' })
    expect(variantFacts(DRESS, { size: 'S' }, none, en)).not.toHaveProperty('variant.row')
  })

  it('are none where nothing is asked', () => {
    expect(variantFacts(DRESS, {}, none, zh)).toEqual({})
  })

  it('say that a combination is not made, without a price', () => {
    const facts = variantFacts(DRESS, { color: '燕麦', size: 'L' }, none, zh)

    expect(facts).toMatchObject({ 'variant.asked': '燕麦 L', 'variant.known': false, 'variant.stock': 0 })
    expect(facts).not.toHaveProperty('variant.price')
  })

  it('say only that it is not known, of what the product does not have', () => {
    expect(variantFacts(DRESS, { color: '雾蓝' }, { said: { size: 'S' }, unknown: ['红色'] }, zh)).toEqual({
      'variant.asked': 'S 红色',
      'variant.known': false,
    })
  })
})
