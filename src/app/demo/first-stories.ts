import type { Story } from './stories.ts'

/** The three who were here first: tests and pictures know them by number. */
export const FIRST_STORIES: readonly Story[] = [
  {
    key: 'lin',
    name: '林晓雨',
    phone: '13857120416',
    gender: 'f',
    locale: 'zh',
    city: '武汉市',
    about: { zh: '连衣裙在路上，想知道哪天能到', en: 'Her dress is on its way: which day will it arrive?' },
    past: 0,
    orders: ({ hoursAgo }) => [
      {
        number: 'XM202611180037',
        items: [['linen-dress', 1, 1]],
        history: [
          ['unpaid', hoursAgo(72)],
          ['paid', hoursAgo(71.95)],
          ['shipped', hoursAgo(63)],
        ],
        parcel: {
          carrier: '中通快递',
          trackingNumber: '78650123349871',
          status: 'in_transit',
          events: [
            { at: hoursAgo(62), text: '【杭州市】良渚营业部已揽收' },
            { at: hoursAgo(48), text: '【杭州市】已离开杭州转运中心，发往武汉' },
            { at: hoursAgo(20), text: '【武汉市】已到达武汉转运中心' },
          ],
          etaAt: hoursAgo(-24),
        },
      },
      {
        number: 'XM202610020012',
        items: [['hand-cream', 0, 2]],
        history: [
          ['unpaid', hoursAgo(50 * 24)],
          ['paid', hoursAgo(50 * 24 - 0.1)],
          ['shipped', hoursAgo(50 * 24 - 9)],
          ['delivered', hoursAgo(47 * 24)],
          ['completed', hoursAgo(40 * 24)],
        ],
      },
    ],
  },
  {
    key: 'chen',
    name: '陈浩',
    phone: '13916668802',
    gender: 'm',
    locale: 'zh',
    city: '上海市',
    about: { zh: '刚付款的跑鞋，还没有发货', en: 'Has paid for running shoes that have not left yet' },
    past: 0,
    orders: ({ hoursAgo }) => [
      {
        number: 'XM202611220005',
        items: [['running-shoes', 1, 1]],
        history: [
          ['unpaid', hoursAgo(7.2)],
          ['paid', hoursAgo(7.15)],
        ],
      },
    ],
  },
  {
    key: 'emma',
    name: 'Emma Wilson',
    phone: '18621173350',
    email: 'emma.wilson@example.com',
    gender: 'f',
    locale: 'en',
    city: '上海市',
    about: { zh: '养生壶和茶礼盒五天前签收', en: 'Her kettle and tea box came five days ago' },
    past: 0,
    orders: ({ hoursAgo }) => [
      {
        number: 'XM202611140021',
        items: [
          ['health-kettle', 0, 1],
          ['tea-gift-box', 0, 1],
        ],
        history: [
          ['unpaid', hoursAgo(168)],
          ['paid', hoursAgo(167.95)],
          ['shipped', hoursAgo(161)],
          ['delivered', hoursAgo(133)],
        ],
        parcel: {
          carrier: '顺丰速运',
          trackingNumber: 'SF1402278651093',
          status: 'delivered',
          events: [
            { at: hoursAgo(160), text: '【杭州市】顺丰速运已收取快件' },
            { at: hoursAgo(136), text: '【上海市】快件派送中，派送员正在为您派送' },
            { at: hoursAgo(133), text: '【上海市】已签收，签收人：前台' },
          ],
        },
      },
    ],
  },
]
