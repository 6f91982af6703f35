import type { z } from 'zod'
import type { CouponData, CustomerData, OrderData, ParcelData, ProductData } from '../../src/protocol/shop-data.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What the example shop keeps, as its API answers it. Its customers are those of the demo shop. */
export interface ShopData {
  customers: z.input<typeof CustomerData>[]
  orders: z.input<typeof OrderData>[]
  products: z.input<typeof ProductData>[]
  parcels: z.input<typeof ParcelData>[]
  coupons: z.input<typeof CouponData>[]
}

/** A shop as it stands at that moment; everybody gets one of their own, to change as they like. */
export function exampleShopData(now: number): ShopData {
  const parcel: ShopData['parcels'][number] = {
    trackingNumber: 'SF1402278651107',
    carrier: '顺丰速运',
    status: 'out_for_delivery',
    events: [
      { at: now - 30 * HOUR, text: '【杭州市】顺丰速运已收取快件' },
      { at: now - 9 * HOUR, text: '【武汉市】快件已到达武汉转运中心' },
      { at: now - 2 * HOUR, text: '【武汉市】派送员正在为您派送，请保持电话畅通' },
    ],
    etaAt: now + 4 * HOUR,
  }
  return {
    customers: [
      { id: 'lin', name: '林晓雨', phone: '13857120416', tier: 'vip', tags: ['老客'] },
      { id: 'emma', name: 'Emma Wilson', phone: '18621173350', email: 'emma@example.com' },
    ],
    orders: [
      {
        number: 'EX20261101',
        customer: 'lin',
        status: 'shipped',
        currency: 'CNY',
        total: 25_900,
        amounts: { goods: 26_900, shipping: 0, discount: 1000, paid: 25_900 },
        items: [
          {
            product: 'linen-dress',
            sku: 'LD-BLUE-M',
            title: '亚麻衬衫连衣裙（雾蓝 M）',
            quantity: 1,
            unitPrice: 26_900,
          },
        ],
        placedAt: new Date(now - 2 * DAY).toISOString(),
        history: [
          { status: 'paid', at: now - 2 * DAY + 60_000 },
          { status: 'shipped', at: now - 30 * HOUR },
        ],
        address: { recipient: '林晓雨', phone: '13857120416', region: '湖北省武汉市武昌区', street: '中北路 9 号' },
        parcels: [parcel],
      },
      {
        number: 'EX20261102',
        customer: 'emma',
        status: 'paid',
        currency: 'CNY',
        total: 7900,
        items: [
          { product: 'cotton-tee', sku: 'CT-WHT-M', title: 'Everyday cotton tee (M)', quantity: 1, unitPrice: 7900 },
        ],
        placedAt: now - 5 * HOUR,
        address: { recipient: 'Emma Wilson', phone: '18621173350', region: '上海市静安区', street: '南京西路 1266 号' },
      },
    ],
    products: [
      { id: 'linen-dress', price: 25_900, variants: [{ sku: 'LD-BLUE-M', color: '雾蓝', size: 'M', stock: 3 }] },
      { id: 'cotton-tee', variants: [{ sku: 'CT-WHT-M', size: 'M', stock: 0 }] },
      {
        id: 'silk-scarf',
        name: { zh: '真丝方巾', en: 'Silk scarf' },
        category: { zh: '女装', en: 'Women' },
        price: 19_900,
        summary: { zh: '16 姆米桑蚕丝，手工卷边', en: '16 momme mulberry silk with hand-rolled edges' },
        attributes: { material: { zh: '100% 桑蚕丝', en: '100% mulberry silk' } },
        variants: [{ sku: 'SS-ROSE', color: { zh: '豆沙粉', en: 'Dusty rose' }, stock: 12 }],
      },
    ],
    parcels: [parcel],
    coupons: [
      {
        id: 'EX-LIN-20',
        name: { zh: '老客回馈券', en: 'Thank-you coupon' },
        kind: 'amount',
        off: 2000,
        spend: 19_900,
        from: now - DAY,
        until: now + 7 * DAY,
        customer: 'lin',
      },
      {
        id: 'EX-ALL-10',
        name: { zh: '全场九折券', en: '10% off everything' },
        kind: 'percent',
        off: 10,
        from: now - DAY,
        until: now + 3 * DAY,
      },
    ],
  }
}
