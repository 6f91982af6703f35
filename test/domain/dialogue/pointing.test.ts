import { describe, expect, it } from 'vitest'
import { pointAt } from '../../../src/domain/dialogue/pointing.ts'
import { product } from '../given.ts'

const KETTLE = product('kettle', { price: 9900 })
const TEAPOT = product('teapot', { price: 15900 })
const DRYER = product('dryer', { price: 12900 })

const point = (text: string, shown = [TEAPOT, KETTLE], current: string | undefined = 'teapot') => {
  const found = pointAt(text, shown, current)
  return found && [found.product.id, found.rest]
}

describe('words that point at what was shown', () => {
  it.each([
    ['第一个多少钱', 'teapot', '多少钱'],
    ['那第2个呢', 'kettle', ''],
    ['the second one in stock?', 'kettle', 'in stock?'],
    ['最后一个有货吗', 'kettle', '有货吗'],
    ['便宜的那个保修多久', 'kettle', '保修多久'],
    ['贵的那个有货吗', 'teapot', '有货吗'],
    ['the more expensive one', 'teapot', ''],
    ['那另外一款呢', 'kettle', ''],
    ['what about the other one?', 'kettle', ''],
  ])('%s: %s', (text, id, rest) => {
    expect(point(text)).toEqual([id, rest])
  })

  it.each([
    '第二件半价吗',
    '第二双打几折',
    '最后一个问题，包邮吗',
    '另外一个问题',
    '第一个订单到哪了',
    '另外一个包裹呢',
  ])('count no product in %s', (text) => {
    expect(point(text)).toBeUndefined()
  })

  it('point at nothing where there is no such place, nothing to choose from, or more than one other', () => {
    expect(point('第三个')).toBeUndefined()
    expect(point('第一个', [KETTLE])).toBeUndefined()
    expect(point('另外一款', [KETTLE, TEAPOT, DRYER])).toBeUndefined()
  })
})
