import { expect, it } from 'vitest'
import { WIDGET_CLIENT_EVENTS } from '../../src/protocol/widget.ts'
import { parseContext } from '../../web-widget/core/page-context.ts'

it('takes what the page shows and what its basket holds', () => {
  const basket = [{ product: 'linen-dress', quantity: 2 }]

  expect(parseContext({ product: 'linen-dress', order: 20261109, basket })).toEqual({
    product: 'linen-dress',
    order: '20261109',
    basket,
  })
  expect(parseContext({ basket: [] })).toEqual({ basket: [] })
  expect(parseContext(undefined)).toEqual({})
})

it('leaves out what makes no sense, so that the server takes the rest', () => {
  const lines = [
    null,
    'linen-dress',
    { product: '', quantity: 1 },
    { product: 'linen-dress', quantity: 0 },
    { product: 'linen-dress', quantity: 'many' },
    { product: 'x'.repeat(201), quantity: 1 },
    { product: 7, quantity: '2.5' },
    { product: 'pencil', quantity: 5000 },
  ]
  const context = parseContext({ product: '', basket: lines })

  expect(context).toEqual({
    basket: [
      { product: '7', quantity: 2 },
      { product: 'pencil', quantity: 999 },
    ],
  })
  expect(parseContext({ basket: 'linen-dress' })).toEqual({})
  const many = parseContext({ basket: Array.from({ length: 150 }, () => ({ product: 'pencil', quantity: 1 })) })
  expect(WIDGET_CLIENT_EVENTS['context:set'].payload.safeParse(many).success).toBe(true)
  expect(many.basket).toHaveLength(100)
})
