import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../src/domain/entities.ts'
import { readVariant, variantsOf, variantText } from '../../../src/domain/skills/variants.ts'
import { product } from '../given.ts'

const color = (zh: string, en: string) => ({ zh, en })
const DRESS = product('dress', {
  variants: [
    { sku: 'b-s', color: color('雾蓝', 'Misty blue'), size: 'S', stock: 3 },
    { sku: 'b-l', color: color('雾蓝', 'Misty blue'), size: 'L', stock: 0 },
    { sku: 'b-xl', color: color('雾蓝', 'Misty blue'), size: 'XL', stock: 1 },
    { sku: 'o-s', color: color('燕麦', 'Oat'), size: 'S', stock: 2 },
  ],
})
const SHOES = product('shoes', {
  variants: [
    { sku: 's37', size: '37', stock: 1 },
    { sku: 's38', size: '38', stock: 1 },
  ],
})
const read = (text: string, entities: readonly Entity[] = [], of = DRESS) => readVariant(text, entities, of)

describe('a colour and a size', () => {
  it.each([
    ['雾蓝的 L 有吗', { color: '雾蓝', size: 'L' }],
    ['燕麦呢', { color: '燕麦' }],
    ['misty BLUE in s please', { color: '雾蓝', size: 'S' }],
    ['XL呢', { size: 'XL' }],
    ['xl', { size: 'XL' }],
  ])('are read from "%s" in the words of the product', (text, choice) => {
    expect(read(text)).toMatchObject({ ...choice, unknown: [] })
  })

  it('are named by the stretches that name them', () => {
    expect(read('雾蓝的 L 有吗').named).toEqual(['雾蓝', 'l'])
  })

  it.each(['online', 'L.L. Bean', 'what is it like'])('are not found inside other words: %s', (text) => {
    expect(read(text).size === undefined || text.startsWith('L.')).toBe(true)
    expect(read('online').size).toBeUndefined()
  })

  it('are known by the basic colour that an entity means', () => {
    const blue: Entity = { kind: 'color', text: '蓝色', value: 'blue' }

    expect(read('蓝色的', [blue])).toMatchObject({ color: '雾蓝', unknown: [] })
  })

  it('that the product does not have are told as unknown', () => {
    const red: Entity = { kind: 'color', text: '红色', value: 'red' }
    const size: Entity = { kind: 'size', text: '3xl', value: '3XL' }

    expect(read('红色 3xl 有吗', [red, size])).toEqual({ named: [], unknown: ['红色', '3XL'] })
  })

  it('of a shoe is its number, also with 码', () => {
    expect(read('38码', [], SHOES)).toMatchObject({ size: '38' })
    expect(read('238', [], SHOES).size).toBeUndefined()
    expect(read('37.5', [], SHOES).size).toBeUndefined()
  })
})

describe('the variants that a choice leaves', () => {
  it('are all without one, and fewer with each part', () => {
    expect(variantsOf(DRESS, {})).toHaveLength(4)
    expect(variantsOf(DRESS, { size: 'S' }).map(({ sku }) => sku)).toEqual(['b-s', 'o-s'])
    expect(variantsOf(DRESS, { color: '燕麦', size: 'L' })).toEqual([])
  })

  it('are shown as colour and size, in the reader’s language', () => {
    const [first] = DRESS.variants
    if (!first) throw new Error('There is none.')

    expect(variantText(first, 'zh', 'zh')).toBe('雾蓝 S')
    expect(variantText(first, 'en', 'zh')).toBe('Misty blue S')
    expect(variantText({ sku: 'only', stock: 1 }, 'zh', 'zh')).toBe('')
  })
})
