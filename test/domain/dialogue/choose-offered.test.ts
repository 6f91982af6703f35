import { describe, expect, it } from 'vitest'
import { chooseOffered, type Offered } from '../../../src/domain/dialogue/choose-offered.ts'

const offered = (value: string, label: string, ...words: readonly string[]): Offered => ({
  option: { value, label },
  words,
})
const DRESSES = [
  offered('a', '亚麻衬衫连衣裙', '裙子', '雾蓝', 'misty blue'),
  offered('b', '吊带裙', '裙子', '燕麦', 'oat'),
  offered('c', 'Pleated skirt', '裙子', '墨绿', 'forest green'),
]
const choose = (text: string, list = DRESSES) => {
  const chosen = chooseOffered(text, list)
  return typeof chosen === 'object' ? chosen.value : chosen
}

describe('an option that was offered is chosen', () => {
  it.each([
    ['亚麻衬衫连衣裙', 'a'],
    ['pleated skirt', 'c'],
    ['吊带裙！', 'b'],
  ])('by its label: %s', (text, value) => {
    expect(choose(text)).toBe(value)
  })

  it.each([
    ['第一个', 'a'],
    ['第二个吧', 'b'],
    ['我要第3款', 'c'],
    ['2', 'b'],
    ['二', 'b'],
    ['选一', 'a'],
    ['最后一个', 'c'],
    ['前面那个', 'a'],
    ['the first one', 'a'],
    ['Second please', 'b'],
    ['number 3', 'c'],
    ['the last one', 'c'],
  ])('by its place: %s', (text, value) => {
    expect(choose(text)).toBe(value)
  })

  it.each([
    ['蓝色那个', 'a'],
    ['吊带那款', 'b'],
    ['我要燕麦色的那条', 'b'],
    ['the green one', 'c'],
    ['墨绿', 'c'],
  ])('by words that only one of them has: %s', (text, value) => {
    expect(choose(text)).toBe(value)
  })
})

describe('nothing is chosen', () => {
  it.each(['裙子那个', '第九个', '红色那个', '多少钱', '好', '这个什么时候发货', ''])('by "%s"', (text) => {
    expect(choose(text)).toBeUndefined()
  })

  it('where nothing was offered', () => {
    expect(choose('第一个', [])).toBeUndefined()
    expect(choose('都不是', [])).toBeUndefined()
  })
})

it.each(['都不是', '都不要。', '以上都不是', 'none of these', 'Neither', 'not any of them'])(
  'says that none is meant: %s',
  (text) => {
    expect(choose(text)).toBe('none')
  },
)
