import { describe, expect, it } from 'vitest'
import { read, readKind } from './entities-reading.ts'

describe('sizes', () => {
  it.each([
    ['XL还有吗', ['XL']],
    ['有没有XXL', ['2XL']],
    ['我要xxxl的', ['3XL']],
    ['M码多大', ['M']],
    ['买L还是XL', ['L', 'XL']],
    ['换成s的', ['S']],
    ['均码能穿吗', ['均码']],
    ['有加大码吗', ['加大']],
    ['42码有货吗', ['42']],
    ['穿37.5 拿多大', ['37.5']],
    ['38号的鞋', ['38']],
    ['170/92A是什么码', ['170/92A']],
    ['內衣75B', ['75B']],
    ['童装120码', ['120cm']],
    ['130cm的码', ['130cm']],
    ['穿38还是39', ['38', '39']],
    ['do you have size M', ['M']],
    ['size 42 please', ['42']],
    ['uk 6', ['UK 6']],
    ['us 8.5 women', ['US 8.5']],
    ["i'm between S and M, size S or M", ['S', 'M']],
    ['is it one size', ['均码']],
    ['a size large', ['L']],
    ['29码的裤子', ['29']],
  ])('reads %j', (text, values) => {
    expect(readKind('size', text).map((one) => one.value)).toEqual(values)
  })

  it.each([
    "i'm not sure it's mine",
    '38块钱',
    '37.5度能洗吗',
    '¥42.5',
    '38号楼',
    '买了42件',
    'give us 5 days',
    'one size bigger',
    'h&m',
    '加大力度',
    '5m长的线',
    '尺码偏小吗',
    'a small problem',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('size', text)).toEqual([])
  })
})

describe('heights', () => {
  it.each([
    ['我一米六九', 169],
    ['1米72', 172],
    ['一米七', 170],
    ['1米05的小孩', 105],
    ['身高1.72m', 172],
    ['172cm', 172],
    ['身高165', 165],
    ['身高一七二', 172],
    ['我儿子110厘米', 110],
    ['我163 110斤', 163],
    ["i'm 5'7\"", 170],
    ['5 ft 7', 170],
    ['6 feet tall', 183],
    ['168 cm and 58 kg', 168],
    ['i am 172 tall', 172],
    ['本人165 穿什么码', 165],
    ['170/130穿多大', 170],
  ])('reads %j', (text, cm) => {
    expect(readKind('height', text).map((one) => one.cm)).toEqual([cm])
  })

  it.each([
    '1米8的床',
    '线长1.8m',
    '衣长120cm',
    '胸围110cm',
    '床单是一米五的',
    '170块',
    '170/92A',
    '离我3米',
    'chest 100 cm',
    '第172个',
    "it's 5' long",
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('height', text)).toEqual([])
  })
})

describe('weights', () => {
  it.each([
    ['120斤', 60],
    ['一百二十斤', 60],
    ['一百二斤', 60],
    ['120多斤', 60],
    ['120-130斤', 62.5],
    ['65公斤', 65],
    ['65kg穿什么', 65],
    ['六十五公斤', 65],
    ['体重120', 60],
    ['体重65', 65],
    ['我180 140斤穿多大', 70],
    ['140 lbs', 63.5],
    ['i weigh 70 kilos', 70],
    ['9.5公斤的包裹', 9.5],
    ['體重一百一', 55],
    ['兩百斤能穿吗', 100],
  ])('reads %j', (text, kg) => {
    expect(readKind('weight', text).map((one) => one.kg)).toEqual([kg])
  })

  it.each(['几斤', '斤斤计较', '120块', '重不重', '120cm', '净重多少', 'how many pounds', '£20', '两件重复了'])(
    'takes nothing in %j for one',
    (text) => {
      expect(readKind('weight', text)).toEqual([])
    },
  )
})

it.each([
  ['我180 140斤穿多大', ['height 180', 'weight 70']],
  ['身高175体重140', ['height 175', 'weight 70']],
  ['165/55kg 穿M行吗', ['height 165', 'weight 55', 'size M']],
  ['我180斤', ['weight 90']],
  ['170/92A和175/96A', ['size 170/92A', 'size 175/96A']],
  ["5'6 and 130 lbs, S or M", ['height 168', 'weight 59', 'size S', 'size M']],
])('keeps heights, weights and sizes apart in %j', (text, expected) => {
  const found = read(text).map(({ text: _, kind, ...rest }) => `${kind} ${Object.values(rest)[0]}`)

  expect(found).toEqual(expected)
})
