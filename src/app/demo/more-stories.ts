import { RETURN_APPROVED } from './case-story.ts'
import type { ShopTime } from './shop-time.ts'
import type { Story, StoryOrder } from './stories.ts'

/** Between them they have what shoppers ask about most after buying. */
export const MORE_STORIES: readonly Story[] = [
  {
    key: 'zhou',
    name: '周敏',
    phone: '16077120688',
    gender: 'f',
    locale: 'zh',
    city: '成都市',
    build: 0.33,
    about: { zh: '老顾客（VIP），两个包裹同时在路上', en: 'A loyal VIP with two parcels on their way at once' },
    past: 22,
    orders: (time) => [cardiganToChengdu(time), humidifierToChengdu(time)],
  },
  {
    key: 'wang',
    name: '王磊',
    phone: '16390152237',
    gender: 'm',
    locale: 'zh',
    city: '西安市',
    build: 0.67,
    about: { zh: '包裹四天没有动静了', en: 'His parcel has not moved for four days' },
    past: 2,
    orders: (time) => [stuckShoes(time)],
  },
  {
    key: 'zhao',
    name: '赵倩',
    phone: '16455870913',
    gender: 'f',
    locale: 'zh',
    city: '杭州市',
    estate: '枕溪府',
    build: 0.33,
    about: {
      zh: '一单还没付款；另一单昨天由驿站代收',
      en: 'One order unpaid, another at the pick-up point',
    },
    past: 3,
    orders: (time) => [unpaidShoes(time), atTheStation(time)],
  },
  {
    key: 'sun',
    name: '孙悦',
    phone: '16866031745',
    gender: 'f',
    locale: 'zh',
    city: '南京市',
    build: 0.33,
    about: {
      zh: '三天前收到 T 恤和洁面乳，想退货',
      en: 'Wants to return a tee and a cleanser that came three days ago',
    },
    past: 2,
    orders: (time) => [teeAndCleanser(time)],
  },
  {
    key: 'wu',
    name: '吴桐',
    phone: '16138842206',
    gender: 'f',
    locale: 'zh',
    city: '长沙市',
    build: 0.33,
    about: { zh: '开衫已经寄回，退款还在路上', en: 'Has sent a cardigan back and waits for the refund' },
    past: 4,
    orders: (time) => [returnedCardigan(time)],
  },
]

function cardiganToChengdu({ daysAgo }: ShopTime): StoryOrder {
  return {
    items: [
      ['knit-cardigan', 1, 1],
      ['wide-pants', 1, 1],
    ],
    history: [
      ['unpaid', daysAgo(4, 20 * 60 + 12)],
      ['paid', daysAgo(4, 20 * 60 + 14)],
      ['shipped', daysAgo(3, 14 * 60 + 5)],
    ],
    parcel: {
      carrier: '中通快递',
      trackingNumber: '78661520473318',
      status: 'in_transit',
      events: [
        { at: daysAgo(3, 15 * 60 + 31), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(3, 19 * 60 + 8), text: '【杭州市】已离开杭州转运中心，发往武汉转运中心' },
        { at: daysAgo(2, 13 * 60 + 40), text: '【武汉市】已到达武汉转运中心' },
        { at: daysAgo(2, 16 * 60 + 2), text: '【武汉市】已离开武汉转运中心，发往成都转运中心' },
        { at: daysAgo(1, 22 * 60 + 47), text: '【成都市】已到达成都转运中心' },
      ],
      etaAt: daysAgo(-1, 20 * 60),
    },
  }
}

function humidifierToChengdu({ daysAgo }: ShopTime): StoryOrder {
  return {
    items: [
      ['humidifier', 0, 1],
      ['hand-cream', 0, 2],
    ],
    history: [
      ['unpaid', daysAgo(2, 12 * 60 + 33)],
      ['paid', daysAgo(2, 12 * 60 + 34)],
      ['shipped', daysAgo(2, 17 * 60 + 45)],
    ],
    parcel: {
      carrier: '圆通速运',
      trackingNumber: 'YT8804417265930',
      status: 'in_transit',
      events: [
        { at: daysAgo(2, 18 * 60 + 52), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(2, 22 * 60 + 10), text: '【杭州市】已离开杭州转运中心，发往武汉转运中心' },
        { at: daysAgo(1, 17 * 60 + 26), text: '【武汉市】已到达武汉转运中心' },
      ],
      etaAt: daysAgo(-2, 20 * 60),
    },
  }
}

/** Without an expected day: the one that was named has gone by. */
function stuckShoes({ daysAgo }: ShopTime): StoryOrder {
  return {
    items: [['running-shoes', 2, 1]],
    history: [
      ['unpaid', daysAgo(7, 21 * 60 + 3)],
      ['paid', daysAgo(7, 21 * 60 + 5)],
      ['shipped', daysAgo(6, 15 * 60 + 20)],
    ],
    parcel: {
      carrier: '圆通速运',
      trackingNumber: 'YT8810395527416',
      status: 'in_transit',
      events: [
        { at: daysAgo(6, 16 * 60 + 41), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(6, 20 * 60 + 15), text: '【杭州市】已离开杭州转运中心，发往郑州转运中心' },
        { at: daysAgo(5, 18 * 60 + 50), text: '【郑州市】已到达郑州转运中心' },
        { at: daysAgo(4, 2 * 60 + 14), text: '【郑州市】已离开郑州转运中心，发往西安转运中心' },
      ],
    },
  }
}

function unpaidShoes({ hoursAgo }: ShopTime): StoryOrder {
  return { items: [['canvas-shoes', 1, 1]], history: [['unpaid', hoursAgo(2)]] }
}

function atTheStation({ daysAgo }: ShopTime): StoryOrder {
  return {
    items: [['sun-jacket', 1, 1]],
    history: [
      ['unpaid', daysAgo(3, 10 * 60 + 22)],
      ['paid', daysAgo(3, 10 * 60 + 23)],
      ['shipped', daysAgo(3, 17 * 60 + 30)],
      ['delivered', daysAgo(1, 15 * 60 + 42)],
    ],
    parcel: {
      carrier: '中通快递',
      trackingNumber: '78670038812654',
      status: 'delivered',
      events: [
        { at: daysAgo(3, 18 * 60 + 44), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(2, 4 * 60 + 36), text: '【杭州市】已到达杭州转运中心' },
        { at: daysAgo(1, 8 * 60 + 51), text: '【杭州市】快件派送中，派送员何师傅正在为您派送' },
        { at: daysAgo(1, 15 * 60 + 42), text: '【杭州市】快件已由枕溪府菜鸟驿站代收，请凭取件码 6-2-3018 取件' },
      ],
    },
  }
}

function teeAndCleanser({ daysAgo }: ShopTime): StoryOrder {
  return {
    items: [
      ['cotton-tee', 1, 1],
      ['face-cleanser', 0, 1],
    ],
    history: [
      ['unpaid', daysAgo(5, 13 * 60 + 9)],
      ['paid', daysAgo(5, 13 * 60 + 10)],
      ['shipped', daysAgo(5, 17 * 60 + 12)],
      ['delivered', daysAgo(3, 11 * 60 + 37)],
    ],
    parcel: {
      carrier: '圆通速运',
      trackingNumber: 'YT8827740161985',
      status: 'delivered',
      events: [
        { at: daysAgo(5, 18 * 60 + 25), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(5, 22 * 60 + 4), text: '【杭州市】已离开杭州转运中心，发往南京转运中心' },
        { at: daysAgo(4, 5 * 60 + 18), text: '【南京市】已到达南京转运中心' },
        { at: daysAgo(3, 8 * 60 + 26), text: '【南京市】快件派送中，派送员马师傅正在为您派送' },
        { at: daysAgo(3, 11 * 60 + 37), text: '【南京市】已签收，签收人：本人' },
      ],
    },
  }
}

function returnedCardigan({ daysAgo }: ShopTime): StoryOrder {
  const approvedAt = daysAgo(1, 16 * 60 + 20)
  return {
    items: [['knit-cardigan', 0, 1]],
    history: [
      ['unpaid', daysAgo(11, 21 * 60 + 30)],
      ['paid', daysAgo(11, 21 * 60 + 31)],
      ['shipped', daysAgo(10, 15 * 60)],
      ['delivered', daysAgo(7, 12 * 60 + 18)],
    ],
    parcel: {
      carrier: '中通快递',
      trackingNumber: '78655290714406',
      status: 'delivered',
      events: [
        { at: daysAgo(10, 16 * 60 + 12), text: '【杭州市】良渚营业部已揽收' },
        { at: daysAgo(10, 20 * 60 + 37), text: '【杭州市】已离开杭州转运中心，发往长沙转运中心' },
        { at: daysAgo(8, 14 * 60 + 5), text: '【长沙市】已到达长沙转运中心' },
        { at: daysAgo(7, 8 * 60 + 33), text: '【长沙市】快件派送中，派送员许师傅正在为您派送' },
        { at: daysAgo(7, 12 * 60 + 18), text: '【长沙市】已签收，签收人：本人' },
      ],
    },
    refund: { status: 'approved', at: approvedAt, reason: '尺码偏小' },
    returned: {
      at: daysAgo(6, 10 * 60 + 2),
      turns: [
        [daysAgo(6, 11 * 60 + 15), 'waiting', 'agent', RETURN_APPROVED],
        [daysAgo(1, 14 * 60 + 8), 'in_progress', 'agent', '仓库已收到寄回的开衫，正在质检'],
        [approvedAt, 'in_progress', 'agent', '质检通过，退款已提交，1–3 个工作日原路退回'],
      ],
    },
  }
}
