import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../src/domain/entities.ts'
import { joinWishes, mentions, readWish } from '../../../src/domain/skills/wish.ts'
import { product } from '../given.ts'

const PRODUCTS = [
  product('linen-dress', {
    category: { zh: '女装', en: "Women's clothing" },
    tags: ['通勤', '夏天', '送礼', 'gift', 'summer'],
    aliases: ['裙子', '亚麻裙'],
  }),
  product('skirt', { category: { zh: '女装', en: "Women's clothing" }, tags: ['通勤', '夏天出游'], aliases: ['裙子'] }),
  product('tee', { tags: ['不起球', '室内', 'maxi'], aliases: ['T恤'] }),
]
const CATALOGUE = new Map(PRODUCTS.map((one) => [one.id, one]))
const wish = (text: string, entities: readonly Entity[] = []) => readWish(text, entities, CATALOGUE)

describe('the words of a wish', () => {
  it('are the tags, kinds and shared names that a message holds', () => {
    expect(wish('送礼的裙子')).toEqual({ words: ['送礼', '裙子'] })
    expect(wish("a gift, women's clothing")).toEqual({ words: ['gift', "women's clothing"] })
  })

  it('are also names that one product alone bears', () => {
    expect(wish('亚麻裙')).toEqual({ words: ['亚麻裙'] })
  })

  it('are the longest of those that hold each other', () => {
    expect(wish('夏天出游穿')).toEqual({ words: ['夏天出游'] })
  })

  it('are none in a message that says nothing of the catalogue', () => {
    expect(wish('随便看看')).toBeUndefined()
  })
})

describe('a Latin word', () => {
  it.each([
    ['a gift', 'gift', true],
    ['gifts for her', 'gift', true],
    ['gifted', 'gift', false],
    ['T-shirt please', 't shirt', true],
    ['wash it in the machine', 'shin', false],
  ])('is found in "%s" by "%s": %s', (text, word, found) => {
    expect(mentions(text.toLowerCase(), word)).toBe(found)
  })
})

describe('a budget', () => {
  it.each([
    ['200 以内的', { atMost: 20000 }],
    ['不超过300', { atMost: 30000 }],
    ['预算 500', { atMost: 50000 }],
    ['300块的', { atMost: 30000 }],
    ['200到300的', { atLeast: 20000, atMost: 30000 }],
    ['100-150 yuan', { atLeast: 10000, atMost: 15000 }],
    ['200 左右', { atLeast: 16000, atMost: 24000 }],
    ['500以上的', { atLeast: 50000 }],
    ['200元内', { atMost: 20000 }],
    ['under 300', { atMost: 30000 }],
    ['around $50', { atLeast: 4000, atMost: 6000 }],
    ['over 200', { atLeast: 20000 }],
  ])('is read from "%s"', (text, budget) => {
    expect(wish(text)).toEqual({ words: [], ...budget })
  })

  it('is taken from the money that was understood', () => {
    const money: Entity = { kind: 'money', text: '两百块', cents: 20000, currency: 'CNY' }

    expect(wish('两百块以内', [money])).toEqual({ words: [], atMost: 20000 })
    expect(wish('两百块往上，至少', [money])).toEqual({ words: [], atLeast: 20000 })
  })

  it.each([
    ['不起球的 200 左右', { atLeast: 16000, atMost: 24000 }],
    ['不起球的 200 块', { atMost: 20000 }],
    ['室内穿的，500以上', { atLeast: 50000 }],
    ['a maxi dress over 200', { atLeast: 20000 }],
    ['what about something under 200', { atMost: 20000 }],
    ['a gift from me, max 200', { atMost: 20000 }],
  ])('is not misread by words that only look like its own: "%s"', (text, budget) => {
    expect(wish(text)).toMatchObject(budget)
    expect(Object.keys(wish(text) ?? {}).toSorted()).toEqual([...Object.keys(budget), 'words'].toSorted())
  })

  it.each(['身高165', '第2个', '订单 12', '37码的'])('is none in "%s"', (text) => {
    expect(wish(text)).toBeUndefined()
  })
})

describe('a wish that goes on', () => {
  const earlier = { words: ['裙子'], atMost: 30000 }

  it('narrows the one before by a budget', () => {
    expect(joinWishes(earlier, { words: [], atMost: 20000 })).toEqual({ words: ['裙子'], atMost: 20000 })
  })

  it('begins anew with words of its own', () => {
    expect(joinWishes(earlier, { words: ['送礼'] })).toEqual({ words: ['送礼'] })
  })

  it('is whichever there is where one is wanting', () => {
    expect(joinWishes(undefined, earlier)).toBe(earlier)
    expect(joinWishes(earlier, undefined)).toBe(earlier)
    expect(joinWishes(undefined, undefined)).toBeUndefined()
  })
})
