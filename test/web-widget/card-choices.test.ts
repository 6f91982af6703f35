import { expect, it } from 'vitest'
import { findCardChoice, listReplies } from '../../web-widget/core/card-choices.ts'
import { ORDERS, PRODUCTS } from '../support/card-bodies.ts'

it('gives a card the quick reply that names it', () => {
  expect(findCardChoice(ORDERS, 'order', 'XN2026102204')).toEqual({
    value: 'order:XN2026102204',
    label: '羊毛大衣（XN2026102204）',
  })
  expect(findCardChoice(PRODUCTS, 'product', 'linen-dress')?.label).toBe('法式亚麻收腰连衣裙')
  expect(findCardChoice(PRODUCTS, 'order', 'linen-dress')).toBeUndefined()
  expect(findCardChoice({}, 'order', 'XN2026102204')).toBeUndefined()
})

it('leaves a button to every reply that has no card', () => {
  const { orders: _, ...withoutCards } = ORDERS

  expect(listReplies(ORDERS).map(({ value }) => value)).toEqual(['human'])
  expect(listReplies(PRODUCTS)).toEqual([])
  expect(listReplies(withoutCards)).toHaveLength(3)
})
