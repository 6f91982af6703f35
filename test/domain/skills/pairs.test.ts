import { describe, expect, it } from 'vitest'
import { findPairs } from '../../../src/domain/skills/pairs.ts'

const times = (n: number, basket: readonly string[]) => Array.from({ length: n }, () => basket)

/** Ten orders: dress and hat together in four of them, dress in five, hat in five; socks in six, among them one with the dress. */
const BASKETS = [...times(4, ['dress', 'hat']), ['dress', 'socks'], ['hat', 'socks'], ...times(4, ['socks'])]

describe('what is bought together', () => {
  it('is told with support, confidence and lift', () => {
    expect(findPairs(BASKETS).get('dress')).toEqual([
      { productId: 'hat', support: 0.4, confidence: 0.8, lift: expect.closeTo(1.6, 10) },
    ])
  })

  it('is no pair where it happened too seldom, or not oftener than by chance', () => {
    const pairs = findPairs([...times(2, ['cap', 'belt']), ...times(20, ['tee'])])
    const byChance = findPairs([...times(3, ['tee', 'sock']), ...times(3, ['tee']), ...times(3, ['sock'])])

    expect(pairs.get('cap')).toEqual([])
    expect(byChance.get('tee')).toEqual([])
  })

  it('goes both ways, each with its own confidence', () => {
    const pairs = findPairs([...times(3, ['kettle', 'tea']), ...times(3, ['tea']), ...times(10, ['tee'])])

    expect(pairs.get('kettle')?.[0]).toMatchObject({ productId: 'tea', confidence: 1 })
    expect(pairs.get('tea')?.[0]).toMatchObject({ productId: 'kettle', confidence: 0.5 })
    expect(pairs.get('kettle')?.[0]?.lift).toBe(pairs.get('tea')?.[0]?.lift)
  })

  it('is told best first, five at most', () => {
    const others = ['a', 'b', 'c', 'd', 'e', 'f']
    const baskets = [...others.flatMap((one, n) => times(3 + n, ['tea', one])), ...times(60, ['tee'])]
    const found = findPairs(baskets).get('tea') ?? []

    expect(found.map(({ productId }) => productId)).toEqual(['f', 'e', 'd', 'c', 'b'])
  })

  it('is nothing in no orders, or in orders of one thing', () => {
    expect(findPairs([]).size).toBe(0)
    expect(findPairs(times(9, ['dress'])).get('dress')).toBeUndefined()
  })
})
