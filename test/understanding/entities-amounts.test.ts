import { describe, expect, it } from 'vitest'
import { parseChineseNumber, parseNumber } from '../../src/understanding/text/chinese-number.ts'
import { readKind } from './entities-reading.ts'

describe('parseChineseNumber', () => {
  it.each([
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十', 120],
    ['一百二', 120],
    ['两百五', 250],
    ['一百零五', 105],
    ['三千', 3000],
    ['三千五', 3500],
    ['三千零五十', 3050],
    ['一万五', 15000],
    ['十二万', 120000],
    ['一六九', 169],
    ['二〇二六', 2026],
    ['二百九十九', 299],
  ])('reads %s as %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it.each(['', '两三', '百', '百二', '十百', '一二十', '件', '万'])('does not read %j', (text) => {
    expect(parseChineseNumber(text)).toBeUndefined()
  })

  it.each([
    ['1,299', 1299],
    ['19.9', 19.9],
    ['3百', 300],
    ['1.2万', 12000],
  ])('reads the figures of %s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })
})

describe('quantities', () => {
  it.each([
    ['买两件', 2, '件'],
    ['三双袜子', 3, '双'],
    ['要12盒', 12, '盒'],
    ['十二个养生壶', 12, '个'],
    ['买了一个', 1, '个'],
    ['少了一件', 1, '件'],
    ['兩瓶夠嗎', 2, '瓶'],
    ['一百件什么价', 100, '件'],
    ['采购200份', 200, '份'],
    ['2 pairs of socks', 2, 'pairs'],
    ['three boxes please', 3, 'boxes'],
    ['a pair of jeans', 1, 'pair'],
    ['黑色*2', 2, undefined],
    ['数量3', 3, undefined],
    ['qty: 5', 5, undefined],
    ['I want two of them', 2, undefined],
  ])('reads %j', (text, count, unit) => {
    expect(readKind('quantity', text).map((one) => [one.count, one.unit])).toEqual([[count, unit]])
  })

  it.each([
    '第二个',
    '等一下',
    '一直没发',
    '给我一个说法',
    '两个月了',
    '3个工作日',
    '四件套',
    '国家三包',
    '另一件呢',
    '几件',
    '多少钱一件',
    '两个颜色哪个好',
    'one of the buttons is missing',
    'the other one',
    '30*22*9的盒子',
    '对不起',
    '双十一',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('quantity', text)).toEqual([])
  })
})

describe('money', () => {
  it.each([
    ['¥199', 19900, 'CNY'],
    ['￥９９．９', 9990, 'CNY'],
    ['99.9元', 9990, 'CNY'],
    ['19块9', 1990, 'CNY'],
    ['三百块', 30000, 'CNY'],
    ['三块五毛', 350, 'CNY'],
    ['5毛', 50, 'CNY'],
    ['一块钱', 100, 'CNY'],
    ['付了三百五', 35000, 'CNY'],
    ['我付了268', 26800, 'CNY'],
    ['1,299元', 129900, 'CNY'],
    ['1万块', 1000000, 'CNY'],
    ['300多块', 30000, 'CNY'],
    ['$20', 2000, 'USD'],
    ['20 usd', 2000, 'USD'],
    ['15 yuan', 1500, 'CNY'],
    ['30 rmb off', 3000, 'CNY'],
    ['£9.50', 950, 'GBP'],
    ['兩百塊', 20000, 'CNY'],
    ['50 bucks', 5000, 'USD'],
  ])('reads %j', (text, cents, currency) => {
    expect(readKind('money', text).map((one) => [one.cents, one.currency])).toEqual([[cents, currency]])
  })

  it('reads both sides of a discount', () => {
    expect(readKind('money', '满300减50').map((one) => one.cents)).toEqual([30000, 5000])
  })

  it.each([
    '一块发',
    '两块香皂',
    '几块钱',
    '元旦发货吗',
    '5毛衣',
    '退了2件',
    '评价一百字',
    '打8折',
    '一毛一样',
    '帮我砍一刀',
    '几十块的',
    'i paid yesterday',
    '订单12345678',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('money', text)).toEqual([])
  })
})
