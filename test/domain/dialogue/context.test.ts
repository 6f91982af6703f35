import { describe, expect, it } from 'vitest'
import {
  type DialogueContext,
  EMPTY_CONTEXT,
  freshContext,
  rememberIntent,
  without,
} from '../../../src/domain/dialogue/context.ts'
import { HOUR, MINUTE, NOW } from '../given-shop.ts'

const FULL: DialogueContext = {
  ...EMPTY_CONTEXT,
  misses: 1,
  lastIntents: ['stock_check'],
  productId: 'dress',
  orderNumber: 'XM1',
  proven: ['XM1'],
  page: { url: '/p', title: '裙子' },
  basket: [{ productId: 'dress', quantity: 2 }],
  build: { height: 165 },
  flow: { flow: 'return', intent: 'return_apply', slots: {}, misses: 0, startedSeq: 1 },
  touchedAt: NOW,
}

describe('after a silence', () => {
  it('everything is remembered up to the last minute', () => {
    expect(freshContext(FULL, NOW + 120 * MINUTE, 120)).toBe(FULL)
  })

  it('only the page, its cart and the shopper’s measures are still true', () => {
    expect(freshContext(FULL, NOW + 120 * MINUTE + 1, 120)).toEqual({
      ...EMPTY_CONTEXT,
      page: FULL.page,
      basket: FULL.basket,
      build: FULL.build,
    })
  })

  it('an order that was shown to be theirs must be shown again', () => {
    expect(freshContext(FULL, NOW + 9 * HOUR, 120)).not.toHaveProperty('proven')
  })

  it('nothing is forgotten where nothing was talked about', () => {
    const { touchedAt: _, ...untouched } = FULL

    expect(freshContext(untouched, NOW + 999 * HOUR, 120)).toEqual(untouched)
  })
})

describe('the intents that were talked about', () => {
  const remember = (lastIntents: readonly string[], intent: string) =>
    rememberIntent({ ...EMPTY_CONTEXT, lastIntents }, intent)

  it('are kept newest first, each once', () => {
    expect(remember(['b', 'a'], 'a')).toEqual(['a', 'b'])
  })

  it('are five at most', () => {
    expect(remember(['e', 'd', 'c', 'b', 'a'], 'f')).toEqual(['f', 'e', 'd', 'c', 'b'])
  })
})

it('loses keys, not their values', () => {
  const rest = without(FULL, 'flow', 'orderNumber')

  expect('flow' in rest || 'orderNumber' in rest).toBe(false)
  expect(FULL.orderNumber).toBe('XM1')
})
