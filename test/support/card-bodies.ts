import type { MessageBody } from '../../src/domain/message.ts'

export type CardBody = Extract<MessageBody, { kind: 'text' }>

export const ORDERS: CardBody = {
  kind: 'text',
  text: '您要问的是哪一笔订单？',
  orders: [
    {
      number: 'XN2026110917',
      status: 'shipped',
      statusText: '已发货，运输中',
      total: '¥428',
      items: '亚麻连衣裙 米白 M ×1、真丝发圈 ×2',
      placedOn: '2026-11-09',
    },
    {
      number: 'XN2026102204',
      status: 'completed',
      statusText: '交易完成',
      total: '¥1,299',
      items: '羊毛大衣 驼色 L ×1',
      placedOn: '2026-10-22',
    },
  ],
  quickReplies: [
    { value: 'order:XN2026110917', label: '亚麻连衣裙（XN2026110917）' },
    { value: 'order:XN2026102204', label: '羊毛大衣（XN2026102204）' },
    { value: 'human', label: '都不是，我要找客服' },
  ],
}

export const PRODUCTS: CardBody = {
  kind: 'text',
  text: '',
  products: [
    { id: 'linen-dress', name: '法式亚麻收腰连衣裙', price: '¥269', url: '/products/linen-dress' },
    {
      id: 'wool-coat',
      name: '双面羊毛大衣，经典廓形，四季可穿的长款外套',
      price: '¥1,299',
      url: 'https://shop.example/wool-coat',
    },
  ],
  quickReplies: [
    { value: 'product:linen-dress', label: '法式亚麻收腰连衣裙' },
    { value: 'product:wool-coat', label: '双面羊毛大衣' },
  ],
}

export const COMPARISON: CardBody = {
  kind: 'text',
  text: '这三款的区别在这里：',
  table: {
    columns: ['法式亚麻收腰连衣裙', '双面羊毛大衣', '真丝衬衫'],
    rows: [
      { label: '价格', cells: ['¥269', '¥1,299', '¥499'] },
      { label: '面料', cells: ['55% 亚麻 45% 棉，透气，会有自然褶皱', '100% 羊毛', '100% 桑蚕丝，19 姆米'] },
      { label: '洗涤方式', cells: ['可机洗', '只能干洗', '冷水手洗，不要拧'] },
      { label: '适合季节', cells: ['春夏', '秋冬', '四季'] },
    ],
  },
  quickReplies: [
    { value: 'size', label: '我身高 165 体重 52 公斤，应该穿什么尺码合适' },
    { value: 'stock', label: '米白色 M 码现在还有货吗' },
    { value: 'ship', label: '今天下单什么时候能发货' },
    { value: 'return', label: '不合适可以退换吗，运费谁出' },
    { value: 'coupon', label: '有优惠券吗' },
    { value: 'human', label: '转人工' },
  ],
}

export const PARCEL: CardBody = {
  kind: 'text',
  text: '您的包裹正在路上：',
  details: [
    {
      title: '顺丰速运 SF1432098876512',
      status: '运输中',
      lines: [
        { label: '11月22日 08:14', text: '快件已到达【武汉转运中心】' },
        { label: '11月21日 21:40', text: '快件已从【杭州萧山集散中心】发出，下一站武汉' },
        { label: '11月21日 17:05', text: '顺丰速运 已收取快件' },
      ],
    },
    {
      title: '退货申请 R20261122001',
      status: '待您寄回',
      lines: [
        { label: '商品', text: '亚麻连衣裙 米白 M ×1' },
        { label: '原因', text: '尺码不合适' },
        { label: '退款金额', text: '¥269，原路退回' },
        { label: '下一步', text: '请在 7 天内寄回，说明见 https://shop.example/return' },
      ],
    },
  ],
}
