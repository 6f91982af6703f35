import type { ShopDataKind } from '../../domain/shop-data.ts'
import type { HTTP_ROUTES } from '../../protocol/http.ts'

/** An example of each kind: what a shop would really push. `test/protocol/openapi.test.ts` parses each by its schema. */
export const SHOP_DATA_EXAMPLES: Readonly<Record<ShopDataKind, object>> = {
  customers: {
    id: 'u-1024',
    name: '林晓雨',
    phone: '13857120416',
    email: 'lin@example.com',
    tier: 'vip',
    tags: ['老客', '爱亚麻'],
  },
  products: {
    id: 'linen-dress',
    name: { zh: '亚麻衬衫连衣裙', en: 'Linen shirt dress' },
    category: { zh: '女装', en: 'Women' },
    price: 26900,
    image: 'https://shop.example.com/p/linen-dress.jpg',
    url: 'https://shop.example.com/p/linen-dress',
    attributes: { material: { zh: '55% 亚麻 45% 棉', en: '55% linen, 45% cotton' } },
    variants: [
      { sku: 'LD-BLUE-S', color: { zh: '雾蓝', en: 'Mist blue' }, size: 'S', stock: 12 },
      { sku: 'LD-BLUE-M', color: { zh: '雾蓝', en: 'Mist blue' }, size: 'M', stock: 0 },
    ],
  },
  orders: {
    number: 'XM202611180037',
    customer: 'u-1024',
    status: 'shipped',
    currency: 'CNY',
    total: 26900,
    amounts: { goods: 28900, shipping: 0, discount: 2000, paid: 26900 },
    items: [
      { product: 'linen-dress', sku: 'LD-BLUE-S', title: '亚麻衬衫连衣裙（雾蓝 S）', quantity: 1, unitPrice: 28900 },
    ],
    placedAt: '2026-11-18T10:24:00+08:00',
    history: [
      { status: 'paid', at: '2026-11-18T10:25:10+08:00' },
      { status: 'shipped', at: '2026-11-18T17:40:00+08:00' },
    ],
    address: { recipient: '林晓雨', phone: '13857120416', region: '浙江省 杭州市 余杭区', street: '良渚街道 12 号' },
  },
  parcels: {
    trackingNumber: '78650123349871',
    order: 'XM202611180037',
    carrier: '中通快递',
    status: 'in_transit',
    events: [
      { at: '2026-11-18T18:02:00+08:00', text: '【杭州市】良渚营业部已揽收' },
      { at: '2026-11-19T06:30:00+08:00', text: '【武汉市】已到达武汉转运中心' },
    ],
    etaAt: '2026-11-20T20:00:00+08:00',
  },
  coupons: {
    id: 'NEW20',
    name: { zh: '新人立减 20 元', en: '¥20 off your first order' },
    kind: 'amount',
    off: 2000,
    spend: 9900,
    from: '2026-11-01T00:00:00+08:00',
    until: '2026-12-01T00:00:00+08:00',
    customer: 'u-1024',
  },
}

const CANNED_REPLY = {
  scope: 'team',
  folder: '售后',
  code: 'tk',
  title: '退款规则',
  messages: [
    {
      kind: 'text',
      text: {
        zh: '{{ customer.name }}，退款会原路退回。',
        en: 'Hi {{ customer.name }}, it goes back the way it came.',
      },
    },
    { kind: 'image', url: '/media/size-guide.svg' },
  ],
}

/** Bodies of the console's own routes. */
export const BODY_EXAMPLES: Readonly<Partial<Record<keyof typeof HTTP_ROUTES, object>>> = {
  'POST /api/v1/session': { login: 'olga', password: 'correct horse battery' },
  'PUT /api/v1/session/password': { current: 'correct horse battery', next: 'three blue ducks swim' },
  'POST /api/v1/session/second-factor': { password: 'correct horse battery' },
  'PUT /api/v1/session/second-factor': { code: '492039' },
  'POST /api/v1/session/second-factor/end': { password: 'correct horse battery', code: '492039' },
  'POST /api/v1/invites': { role: 'agent' },
  'POST /api/v1/invites/{token}/accept': { login: 'mina', name: 'Mina', password: 'correct horse battery' },
  'PATCH /api/v1/agents/{id}': { role: 'supervisor' },
  'PATCH /api/v1/cases/{number}': { status: 'resolved', note: '退款已经原路退回，请留意到账' },
  'POST /api/v1/knowledge/try': {
    knowledge: 'live',
    locale: 'zh',
    at: '2026-11-23T15:30',
    said: [{ text: '今天拍今天能发吗' }, { text: '周末呢' }],
  },
  'POST /api/v1/knowledge/try/examples': { rows: [{ said: '几号能寄出来', intent: 'shipping_time' }] },
  'POST /api/v1/knowledge/try/rows': { knowledge: 'live', said: ['包邮吗', '怎么退货'] },
  'POST /api/v1/questions/preview': {
    lesson: { kind: 'learn', intent: 'payment_methods', examples: ['能货到付款吗'] },
  },
  'POST /api/v1/questions/settle': {
    questions: ['0197f3a2-6f2e-7c11-9d0e-1f6f2a3b4c5d.3'],
    lesson: {
      kind: 'create',
      id: 'cash_on_delivery',
      title: '货到付款',
      file: 'faq/learned.yaml',
      examples: ['能货到付款吗', '支持货到付款不'],
      answer: '支持货到付款，签收时付给快递员就行',
    },
  },
  'POST /api/v1/questions/reopen': { questions: ['0197f3a2-6f2e-7c11-9d0e-1f6f2a3b4c5d.3'] },
  'POST /api/v1/questions/estimate': {
    questions: ['0197f3a2-6f2e-7c11-9d0e-1f6f2a3b4c5d.3'],
    lesson: { kind: 'out_of_scope', examples: ['帮我订一张机票'] },
    last: 200,
  },
  'POST /api/v1/conversations/{id}/teach': { seq: 3, intent: 'payment_methods', answer: '支持货到付款' },
  'POST /api/v1/webhooks': {
    name: 'ERP',
    url: 'https://erp.example.com/hooks/xiaoer',
    events: ['message.created', 'case.changed'],
  },
  'PATCH /api/v1/webhooks/{id}': { active: false },
  'POST /api/v1/api-keys': { name: 'ERP', scopes: ['shop_data'], days: 365 },
  'PATCH /api/v1/welcome': { step: 'embed', outcome: 'done' },
  'PATCH /api/v1/settings/shop': { edits: [{ path: ['desk', 'limit'], json: '6' }] },
  'POST /api/v1/labels': { name: '待回访', color: 'orange' },
  'PATCH /api/v1/labels/{id}': { color: 'red' },
  'PATCH /api/v1/customers/{id}': { phone: '13800001111', tags: ['老客'], tier: 'vip' },
  'PUT /api/v1/customers/{id}/block': { reason: '多次辱骂客服', minutes: 1440 },
  'POST /api/v1/customers/{id}/notes': { text: '喜欢宽松的版型' },
  'PATCH /api/v1/customer-notes/{id}': { deleted: true },
  'POST /api/v1/conversations/{id}/tasks/{flow}': {
    key: 'console-7f3a91c2',
    order: 'XM2026111800123',
    item: '*',
    values: { reason: 'size' },
  },
  'PATCH /api/v1/todos/{id}': { status: 'done', note: '已电话致歉，补了一张优惠券' },
  'POST /api/v1/follow-ups': {
    conversationId: '0b6c2f4e',
    when: { choice: 'tomorrow' },
    note: '回电说换货进度',
    way: 'call',
    phone: '13857120416',
  },
  'POST /api/v1/canned-replies': CANNED_REPLY,
  'PUT /api/v1/canned-replies/{id}': CANNED_REPLY,
  'PUT /api/v1/reception': { mode: 'assist' },
  'PUT /api/v1/knowledge/draft/files': { path: 'faq/gifts.yaml', text: 'intents: []\n' },
  'POST /api/v1/knowledge/draft/check-text': { path: 'faq/gifts.yaml', text: 'intents: []\n' },
  'POST /api/v1/knowledge/draft/intents': {
    form: {
      id: 'gift_wrap',
      title: { zh: '礼品包装', en: 'Gift wrap' },
      examples: ['可以包装成礼物吗', '有礼盒吗', 'can you gift wrap it'],
      not: [],
      answers: [
        { say: { zh: '可以的，下单时备注“礼品包装”就行～', en: 'Sure, just write "gift wrap" in the order note.' } },
      ],
      autonomy: 'auto',
      next: [],
      enabled: true,
    },
    file: 'faq/gifts.yaml',
  },
  'PUT /api/v1/knowledge/draft/intents/{id}': {
    form: {
      id: 'gift_wrap',
      title: { zh: '礼品包装', en: 'Gift wrap' },
      examples: ['可以包装成礼物吗', '有礼盒吗'],
      not: [],
      answers: [{ was: 0, say: { zh: '可以的，礼盒免费～' } }],
      autonomy: 'auto',
      next: [],
      enabled: true,
    },
    seen: '3f9a1c27d0b45e68',
  },
  'POST /api/v1/knowledge/draft/preview': {
    say: { zh: '{{ product.name }} 还有 {{ product.stock }} 件' },
    product: 'linen-dress',
  },
  'POST /api/v1/knowledge/draft/check': { last: 500 },
  'POST /api/v1/knowledge/publications': { print: '3f9a1c27d0b4', note: '双十一发货时效', confirmed: false },
  'POST /api/v1/knowledge/publications/{number}/rollback': { note: '时效写错了' },
}
