import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../src/domain/entities.ts'
import type { SlotKind } from '../../../src/domain/flow/flow.ts'
import { readMeasure } from '../../../src/domain/flow/read-measure.ts'
import { says, slotWorld } from '../given-shop.ts'

interface Reading {
  readonly entities?: readonly Entity[]
  readonly asked?: boolean
  readonly locale?: 'zh' | 'en'
}
const read = (kind: SlotKind, text: string, { entities = [], asked = true, locale = 'zh' }: Reading = {}) =>
  readMeasure(kind, says(text, { entities }), slotWorld({ locale }), asked)

describe('a weight', () => {
  it('is what was understood, shown in both units to who counts in 斤', () => {
    const entities: readonly Entity[] = [{ kind: 'weight', text: '110斤', kg: 55 }]

    expect(read('weight', '110斤', { entities, asked: false })).toEqual({ value: '55', text: '55 kg（110 斤）' })
    expect(read('weight', '110斤', { entities, locale: 'en' })).toEqual({ value: '55', text: '55 kg' })
  })

  it.each([
    ['55', 'zh', '55'],
    ['79', 'zh', '79'],
    ['110', 'zh', '55'],
    ['大概 125', 'zh', '62.5'],
    ['110', 'en', '110'],
  ] as const)('is a bare number where it was asked for: %s (%s) → %s kg', (text, locale, value) => {
    expect(read('weight', text, { locale })?.value).toBe(value)
  })

  it.each(['5', '900', '不知道', '穿 L'])('is none in "%s"', (text) => {
    expect(read('weight', text)).toBeUndefined()
  })
})

describe('a height', () => {
  it.each([
    ['165', '165'],
    ['1.65', '165'],
    ['1.7米', '170'],
    ['身高 158', '158'],
  ])('is a bare number where it was asked for: %s', (text, value) => {
    expect(read('height', text)).toEqual({ value, text: `${value} cm` })
  })

  it.each(['55', '260', '16.5'])('is no number that no body has: %s', (text) => {
    expect(read('height', text)).toBeUndefined()
  })

  it('is no bare number that nobody asked for', () => {
    expect(read('height', '165', { asked: false })).toBeUndefined()
  })

  it('is rounded to whole centimetres', () => {
    expect(read('height', '5尺5', { entities: [{ kind: 'height', text: '5尺5', cm: 183.3 }] })?.value).toBe('183')
  })
})

describe('a foot length', () => {
  it.each([
    ['24', '24'],
    ['24.5cm', '24.5'],
    ['245', '24.5'],
    ['245 mm', '24.5'],
    ['脚长23.8厘米', '23.8'],
    ['我的脚长大概是 25', '25'],
    ['foot length is 24.5', '24.5'],
  ])('is read from "%s"', (text, value) => {
    expect(read('foot', text)).toEqual({ value, text: `${value} cm` })
  })

  it.each(['38', '38码', '脚长38', '950', '165 公分高'])('is none in "%s"', (text) => {
    expect(read('foot', text)).toBeUndefined()
  })
})

describe('a quantity', () => {
  it('is what was understood, or a whole number where it was asked for', () => {
    expect(read('quantity', '两件', { entities: [{ kind: 'quantity', text: '两件', count: 2 }] })?.value).toBe('2')
    expect(read('quantity', '3')?.value).toBe('3')
    expect(read('quantity', '3', { asked: false })).toBeUndefined()
  })

  it.each(['数量改成40', '改成 40', 'make it 40'])('is put right by "%s"', (text) => {
    expect(read('quantity', text, { asked: false })?.value).toBe('40')
  })

  it.each(['换成40码', '改成 40 码的', '改成40块', 'make it 170cm'])(
    'is not the size, price or length of "%s"',
    (text) => {
      expect(read('quantity', text, { asked: false })).toBeUndefined()
    },
  )

  it.each(['0', '1.5', '很多'])('is never "%s"', (text) => {
    expect(read('quantity', text)).toBeUndefined()
  })
})

describe('a size', () => {
  it.each([
    ['m', 'M'],
    ['XXL码', 'XXL'],
    ['2xl', '2XL'],
    ['size L', 'L'],
    ['38', '38'],
    ['38.5码', '38.5'],
  ])('is read from "%s" where it was asked for', (text, value) => {
    expect(read('size', text)?.value).toBe(value)
  })

  it.each(['不知道', '50', 'small talk'])('is none in "%s"', (text) => {
    expect(read('size', text)).toBeUndefined()
  })
})

it('takes a phone number only as it was understood', () => {
  const entities: readonly Entity[] = [{ kind: 'phone', text: '138 0013 8000', value: '13800138000' }]

  expect(read('phone', '138 0013 8000', { entities })?.value).toBe('13800138000')
  expect(read('phone', '138')).toBeUndefined()
})
