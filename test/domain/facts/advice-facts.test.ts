import { describe, expect, it } from 'vitest'
import { fitFacts, pickFacts } from '../../../src/domain/facts/advice-facts.ts'
import { recommend } from '../../../src/domain/skills/recommend.ts'
import { product } from '../given.ts'
import { speech } from '../given-shop.ts'

const zh = speech()
const en = speech({ locale: 'en' })
const BLUE = { zh: '雾蓝', en: 'Misty blue' }
const SHIRT = product('shirt', {
  variants: [
    { sku: 's', color: BLUE, size: 'S', stock: 2 },
    { sku: 'm', color: BLUE, size: 'M', stock: 0 },
  ],
  sizeTable: {
    unit: 'cm',
    columns: { chest: { zh: '胸围', en: 'Chest' } },
    rows: [
      { size: 'S', cells: { chest: 92 }, fits: { height: [150, 160], weight: [40, 50] } },
      { size: 'M', cells: { chest: 96 }, fits: { height: [160, 168], weight: [50, 60] } },
    ],
  },
})
const SHOES = product('shoes', {
  sizeTable: { unit: 'mm', columns: {}, rows: [{ size: '38', cells: {}, fits: { foot: [23.5, 24] } }] },
})

describe('the facts of a fit', () => {
  it('are the size, how sure it is, its row and whether there is any', () => {
    expect(fitFacts(SHIRT, { height: 155, weight: 45 }, zh)).toMatchObject({
      'fit.by': 'body',
      'fit.height': '155 cm',
      'fit.weight': '45 kg（90 斤）',
      'fit.size': 'S',
      'fit.sureness': 'sure',
      'fit.row': '胸围 92 (cm)',
      'fit.in_stock': true,
      'fit.colors': '雾蓝',
    })
  })

  it('say that the size is sold out', () => {
    const facts = fitFacts(SHIRT, { height: 164, weight: 55 }, en)

    expect(facts).toMatchObject({ 'fit.size': 'M', 'fit.in_stock': false, 'fit.weight': '55 kg' })
    expect(facts).not.toHaveProperty('fit.colors')
  })

  it('name the other size that would do, and that none would', () => {
    expect(fitFacts(SHIRT, { height: 155, weight: 45, usual: 'M' }, zh)).toMatchObject({
      'fit.other': 'M',
      'fit.sureness': 'between',
    })
    expect(fitFacts(SHIRT, { height: 155, weight: 90 }, zh)).toMatchObject({ 'fit.outside': true })
    expect(fitFacts(SHIRT, { height: 155, weight: 90 }, zh)).not.toHaveProperty('fit.size')
  })

  it('name only the measures that the table goes by', () => {
    const facts = fitFacts(SHOES, { height: 165, weight: 55, foot: 23.8 }, zh)

    expect(facts).toMatchObject({ 'fit.by': 'foot', 'fit.foot': '23.8 cm', 'fit.size': '38', 'fit.sureness': 'sure' })
    expect(facts).not.toHaveProperty('fit.height')
    expect(facts).not.toHaveProperty('fit.weight')
  })

  it('are none of what has no size table', () => {
    expect(fitFacts(product('kettle'), { height: 165, weight: 55 }, zh)).toEqual({})
  })
})

describe('the facts of a recommendation', () => {
  const DRESS = product('dress', { name: { zh: '亚麻裙', en: 'Linen dress' }, tags: ['通勤'] })
  const wish = { words: ['通勤'], atLeast: 20000, atMost: 30000 }

  it('give each its price, its summary and the reasons', () => {
    expect(pickFacts(recommend([DRESS], wish), wish, zh)).toMatchObject({
      'picks.wished': true,
      'picks.count': 1,
      'picks.wish': '通勤、¥200–¥300',
      'picks.list': '1. 亚麻裙 ¥269：好看（符合「通勤」，在预算内，现货）',
    })
    expect(pickFacts(recommend([DRESS], { words: [] }), { words: [] }, en)['picks.list']).toBe(
      '1. Linen dress, ¥269: 好看 (in stock)',
    )
  })

  it.each([
    [{ words: [], atMost: 20000 }, '¥200 以内', 'up to ¥200'],
    [{ words: [], atLeast: 20000 }, '¥200 以上', 'from ¥200'],
  ])('repeat a wish as it was understood: %j', (one, said, inEnglish) => {
    expect(pickFacts([], one, zh)['picks.wish']).toBe(said)
    expect(pickFacts([], one, en)['picks.wish']).toBe(inEnglish)
  })

  it('are nothing to choose from where nothing was wished for, or nothing fits', () => {
    expect(pickFacts([], undefined, zh)).toMatchObject({ 'picks.wished': false, 'picks.count': 0 })
    expect(pickFacts([], { words: ['滑雪'] }, zh)).not.toHaveProperty('picks.list')
  })
})
