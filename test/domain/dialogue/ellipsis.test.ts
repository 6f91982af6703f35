import { describe, expect, it } from 'vitest'
import { isEllipsis } from '../../../src/domain/dialogue/ellipsis.ts'
import type { Entity } from '../../../src/domain/entities.ts'

const color: Entity = { kind: 'color', text: '黑色', value: 'black' }
const height: Entity = { kind: 'height', text: '165', cm: 165 }
const weight: Entity = { kind: 'weight', text: '110斤', kg: 55 }
const number: Entity = { kind: 'order_number', text: 'XM202611220005', value: 'XM202611220005' }
const place: Entity = { kind: 'place', text: '新疆', province: '新疆' }

describe('a message that only names values', () => {
  it.each([
    ['那黑色的呢', [color]],
    ['165 110斤', [height, weight]],
    ['我身高165，体重110斤', [height, weight]],
    ['XM202611220005', [number]],
    ['订单号是XM202611220005', [number]],
    ['那新疆呢？', [place]],
    ['I am 165 and 110斤', [height, weight]],
    ['what about 黑色', [color]],
  ])('goes on with what was asked: %s', (text, entities) => {
    expect(isEllipsis(text, entities)).toBe(true)
  })

  it('may name them by words of the product', () => {
    expect(isEllipsis('L呢', [], ['l'])).toBe(true)
    expect(isEllipsis('雾蓝的 M 码', [], ['雾蓝', 'm'])).toBe(true)
  })
})

describe('a message with a question of its own', () => {
  it.each([
    ['黑色的会掉色吗', [color]],
    ['黑色有吗', [color]],
    ['XM202611220005 怎么还没到', [number]],
    ['到新疆运费多少', [place]],
    ['165 110斤穿会不会短', [height, weight]],
    ['is 黑色 machine washable', [color]],
  ])('is none: %s', (text, entities) => {
    expect(isEllipsis(text, entities)).toBe(false)
  })
})

it.each(['那呢', '多少钱', '', '还有吗'])('is not what names nothing: %s', (text) => {
  expect(isEllipsis(text, [])).toBe(false)
})
