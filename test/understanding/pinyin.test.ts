import { describe, expect, it } from 'vitest'
import { syllableOf, toSimplified } from '../../src/understanding/tables/han.ts'
import { toSyllables } from '../../src/understanding/text/pinyin.ts'

function readingOf(han: string): readonly number[] {
  return [...han].map((char) => syllableOf(char.charCodeAt(0)))
}

describe('toSyllables', () => {
  it.each([
    ['tuikuan', '退款'],
    ['fahuo', '发货'],
    ['shenmeshihou', '什么时候'],
    ['lvse', '绿色'],
    ['nihao', '你好'],
  ])('reads %s as it reads %s', (typed, han) => {
    expect(toSyllables(typed)).toEqual(readingOf(han))
  })

  it.each(['order', 'refund', 'iphone', 'hello', 'xl'])('leaves the word %s alone', (word) => {
    expect(toSyllables(word)).toBeUndefined()
  })
})

describe('the Han tables', () => {
  it('hears homophones as the same', () => {
    expect(readingOf('发火')).toEqual(readingOf('发货'))
    expect(readingOf('尺马')).toEqual(readingOf('尺码'))
  })

  it('knows traditional forms, and leaves other characters as they are', () => {
    expect(String.fromCharCode(...[...'發貨裡麼髮'].map((c) => toSimplified(c.charCodeAt(0))))).toBe('发货里么发')
    expect(toSimplified(0x41)).toBe(0x41)
  })
})
