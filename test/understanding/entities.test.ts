import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toReadable } from '../../src/understanding/entities/readable.ts'
import { NOW, read, reader, SHANGHAI } from './entities-reading.ts'

describe('an utterance with several values', () => {
  it.each([
    ['昨天买的两件白色T恤 发杭州', ['time 昨天', 'quantity 两件', 'color 白色', 'product t恤', 'place 杭州']],
    ['订单883104退款199元到13912345678', ['order_number 883104', 'money 199元', 'phone 13912345678']],
    ['1米7 120斤 穿M 黑的要2件', ['height 1米7', 'weight 120斤', 'size m', 'color 黑', 'quantity 2件']],
    ['3天前拍的XL', ['time 3天前', 'size xl']],
    ['i bought 2 pairs yesterday for $30', ['quantity 2 pairs', 'time yesterday', 'money $30']],
    ['11月11号付了268', ['time 11月11号', 'money 268']],
    ['38码38块钱', ['size 38码', 'money 38块钱']],
    ['120cm的小孩 120斤 120块 120件', ['height 120cm', 'weight 120斤', 'money 120块', 'quantity 120件']],
    ['双十一买了两双', ['time 双十一', 'quantity 两双']],
    ['上海到杭州几天', ['place 上海', 'place 杭州']],
  ])('reads %j in order', (text, expected) => {
    expect(read(text).map((one) => `${one.kind} ${one.text}`)).toEqual(expected)
  })
})

it.each([
  '在吗',
  '怎么还不发货',
  '你们家质量怎么样',
  'hello',
  'where is my parcel',
  'how do i return this',
  '',
  '😀😀',
  '?',
])('reads nothing in %j', (text) => {
  expect(read(text)).toEqual([])
})

const SCRAPS = fc.constantFrom(
  ...'今天 上周五 11月 号 点 一米七 120 斤 块 毛 件 双 个 M码 xl 黑的 白色 杭州 浙江 省 订单 sf 13912345678 XM20261122001 ¥ $ . , - / : 万 百 第 防晒衣 t-shirt yesterday at 8pm days ago size us 5\' " 两 三 十 半 前 后 體重 １７０ 99.9 * x + # 周 月 底 年 2026 31 00'.split(
    ' ',
  ),
)

it('never throws, never overlaps and quotes what was written', () => {
  const words = fc.array(fc.oneof(SCRAPS, fc.string({ maxLength: 4, unit: 'grapheme' })), { maxLength: 24 })

  fc.assert(
    fc.property(words, fc.constantFrom('', ' '), (parts, glue) => {
      const text = parts.join(glue)
      const readable = toReadable(text)
      let at = 0
      for (const entity of reader.read(text, NOW, SHANGHAI)) {
        const start = readable.indexOf(entity.text, at)
        expect(entity.text.trim()).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(at)
        at = start + entity.text.length
      }
    }),
    { numRuns: 1500 },
  )
})

it('takes its time in proportion, however long and odd the message', () => {
  const odd = ['一', '1', '1 ', '十百', '周', '前', 'a ', '满300减', '我', '38和', "5'", '+1', '订单 '].map((part) =>
    part.repeat(600),
  )

  const start = performance.now()
  for (const text of odd) read(text)

  expect(performance.now() - start).toBeLessThan(500)
})
