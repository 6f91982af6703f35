import { describe, expect, it } from 'vitest'
import { read, readKind } from './entities-reading.ts'

describe('colours', () => {
  it.each([
    ['黑色还有吗', ['black']],
    ['有没有黑的', ['black']],
    ['藍色好看', ['blue']],
    ['藏青和米白哪个好', ['navy', 'off-white']],
    ['酒红会不会太艳', ['burgundy']],
    ['卡其色', ['khaki']],
    ['红的绿的都行', ['red', 'green']],
    ['黑和白哪个显瘦', ['black', 'white']],
    ['黑裤子配啥', ['black']],
    ['雾霾蓝那件', ['blue']],
    ['do you have it in black', ['black']],
    ['off-white or navy?', ['off-white', 'navy']],
    ['the dark grey one', ['grey']],
    ['in cream please', ['off-white']],
    ['gray', ['grey']],
    ['wine red', ['burgundy']],
  ])('reads %j', (text, values) => {
    expect(readKind('color', text).map((one) => one.value)).toEqual(values)
  })

  it.each([
    '黑店',
    '抢红包',
    '白天送',
    '绿色通道',
    '黄牛',
    '我明白的',
    '小红书看到的',
    '奶粉的保质期',
    '网红的同款',
    '黑名单',
    '按钮是灰色的点不了',
    'black friday deals',
    'hand cream',
    'green tea',
    'my face is red and itchy',
    "i'm a gold member",
    'i tired of this',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('color', text)).toEqual([])
  })
})

describe('places', () => {
  it.each([
    ['发到成都要几天', '四川', '成都'],
    ['新疆包邮吗', '新疆', undefined],
    ['浙江省杭州市', '浙江', '杭州'],
    ['浙江杭州', '浙江', '杭州'],
    ['北京有仓吗', '北京', undefined],
    ['內蒙古自治區', '内蒙古', undefined],
    ['寄台灣', '台湾', undefined],
    ['河南开封能送吗', '河南', '开封'],
    ['日照市', '山东', '日照'],
    ['延边朝鲜族那边', '吉林', '延边'],
    ['恩施州', '湖北', '恩施'],
    ['改成成都', '四川', '成都'],
    ['西藏能发吗', '西藏', undefined],
    ['ship to Shenzhen?', '广东', '深圳'],
    ["i'm in Xi'an", '陕西', '西安'],
    ['deliver to inner mongolia', '内蒙古', undefined],
    ['i live in Jinan, Shandong', '山东', '济南'],
    ['hong kong', '香港', undefined],
  ])('reads %j', (text, province, city) => {
    expect(readKind('place', text).map((one) => [one.province, one.city])).toEqual([[province, city]])
  })

  it.each([
    '开封了能退吗',
    '东西安全吗',
    '适合肥胖的人',
    '有没有大连衣裙',
    '长沙发',
    '三明治',
    '换成都可以',
    '普通化妆水',
    '每天水洗',
    '包头的凉鞋',
    '大理石',
    '推广安装',
    '日照强的时候',
    '中山路12号',
    '北京东路8号',
    'the jinanx',
    '最新余额',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('place', text)).toEqual([])
  })
})

describe('products', () => {
  it.each([
    ['防晒衣多少钱', 'sun-jacket'],
    ['轻薄防晒衣', 'sun-jacket'],
    ['牛津纺衬衫怎么洗', 'oxford-shirt'],
    ['亚麻衬衫连衣裙', 'linen-dress'],
    ['養生壺漏水', 'kettle'],
    ['这个Ｔ恤缩水吗', 'cotton-tee'],
    ['帆布鞋偏大吗', 'canvas-shoes'],
    ['跑鞋', 'running-shoes'],
    ['龙井怎么泡', 'tea-box'],
    ['is the sun jacket in stock', 'sun-jacket'],
    ['two tshirts', 'cotton-tee'],
    ['t shirts', 'cotton-tee'],
    ['your canvas shoes are great', 'canvas-shoes'],
    ['men’s oxford shirt', 'oxford-shirt'],
    ['蓝裙子', 'linen-dress'],
  ])('reads %j', (text, product) => {
    expect(readKind('product', text).map((one) => one.product)).toEqual([product])
  })

  it.each(['老板鞋子什么时候发', 'do you have a gift box', 'sunjackets', '壶', 'glass', '订单鞋码错了', 'teeth'])(
    'takes nothing in %j for one',
    (text) => {
      expect(readKind('product', text)).toEqual([])
    },
  )
})

it('names every product that bears a shared name, and finds names typed as pinyin', () => {
  expect(readKind('product', '球鞋有吗')).toEqual([
    { kind: 'product', text: '球鞋', product: 'canvas-shoes', among: ['canvas-shoes', 'running-shoes'] },
  ])
  expect(readKind('product', 'fangshaiyi youhuoma').map((one) => one.product)).toEqual(['sun-jacket'])
  expect(readKind('product', 'the shanghai shipment')).toEqual([])
})

it('prefers the whole name of a product to a colour or a shorter name in it', () => {
  expect(read('白衬衫').map(({ kind }) => kind)).toEqual(['product'])
  expect(read('亚麻衬衫连衣裙').map(({ text }) => text)).toEqual(['亚麻衬衫连衣裙'])
})
