import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recommend } from '../../../src/domain/skills/recommend.ts'
import type { Wish } from '../../../src/domain/skills/wish.ts'
import { product } from '../given.ts'

const stock = (...stocks: readonly number[]) => stocks.map((one, n) => ({ sku: `s${n}`, stock: one }))

const DRESS = product('dress', { tags: ['通勤', '夏天'], price: 26900, variants: stock(3, 2) })
const SKIRT = product('skirt', { tags: ['通勤'], price: 15900, variants: stock(40) })
const SHIRT = product('shirt', { tags: ['通勤', '夏天'], price: 39900, variants: stock(9) })
const GONE = product('gone', { tags: ['通勤', '夏天'], price: 9900, variants: stock(0, 0) })
const TEE = product('tee', { name: { zh: '夏天T恤', en: 'Summer tee' }, price: 7900, variants: stock(100) })
const ALL = [DRESS, SKIRT, SHIRT, GONE, TEE]

const ids = (wish: Wish) => recommend(ALL, wish).map(({ product: { id } }) => id)

describe('what is recommended', () => {
  it('meets most of the wish, and says which words', () => {
    expect(recommend(ALL, { words: ['通勤', '夏天'] })).toMatchObject([
      { product: { id: 'shirt' }, meets: ['通勤', '夏天'] },
      { product: { id: 'dress' }, meets: ['通勤', '夏天'] },
    ])
  })

  it('is never sold out', () => {
    expect(ids({ words: ['夏天'], atMost: 10000 })).toEqual(['tee'])
  })

  it('lies within the budget, both ends included', () => {
    expect(ids({ words: ['通勤'], atMost: 26900 })).toEqual(['dress', 'skirt'])
    expect(ids({ words: ['通勤'], atMost: 26899 })).toEqual(['skirt'])
    expect(ids({ words: [], atLeast: 26900, atMost: 39900 })).toEqual(['shirt', 'dress'])
  })

  it('spends most of a budget, and without one is what there is most of', () => {
    expect(ids({ words: ['通勤'] })).toEqual(['skirt', 'shirt', 'dress'])
    expect(ids({ words: ['通勤'], atMost: 40000 })).toEqual(['shirt', 'dress', 'skirt'])
  })

  it('is also known by its name', () => {
    expect(ids({ words: ['summer'] })).toEqual(['tee'])
  })

  it('is nothing where no product meets any word', () => {
    expect(ids({ words: ['滑雪'] })).toEqual([])
  })

  it('is at most three, in stock and affordable, whatever is wished for', () => {
    const words = fc.subarray(['通勤', '夏天', '滑雪', 'summer'])
    fc.assert(
      fc.property(words, fc.nat({ max: 50_000 }), fc.nat({ max: 50_000 }), (said, atLeast, atMost) => {
        const picks = recommend(ALL, { words: said, atLeast, atMost })

        expect(picks.length).toBeLessThanOrEqual(3)
        for (const { product: one, meets, inBudget } of picks) {
          expect(inBudget && one.price >= atLeast && one.price <= atMost).toBe(true)
          expect(one.variants.some((variant) => variant.stock > 0)).toBe(true)
          expect(said.length === 0 || meets.length > 0).toBe(true)
        }
      }),
    )
  })
})
