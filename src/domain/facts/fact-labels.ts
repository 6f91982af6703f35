import type { Locale } from '../localized-text.ts'
import { attributeLabel } from './attribute-labels.ts'

type Label = Readonly<Record<Locale, string>>

/** What facts are called before the people of the shop; one without a label is shown by its name. */
const LABELS: Readonly<Record<string, Label>> = {
  clock: { zh: '现在的时间', en: 'the time' },
  today: { zh: '今天', en: 'today' },
  weekday: { zh: '星期几', en: 'the day of the week' },
  'ship.day': { zh: '发货日', en: 'the day of shipping' },
  'desk.open': { zh: '人工在线', en: 'people are there' },
  'desk.staffed': { zh: '有客服在岗', en: 'somebody is on duty' },
  'desk.hours': { zh: '人工服务时间', en: 'the hours of service' },
  'customer.verified': { zh: '客户已验证身份', en: 'the customer is verified' },
  'customer.tier': { zh: '客户等级', en: 'the customer’s tier' },
  'customer.name': { zh: '客户称呼', en: 'the customer’s name' },
  'order.number': { zh: '订单号', en: 'the order number' },
  'order.status': { zh: '订单状态', en: 'the order’s status' },
  'order.count': { zh: '订单数', en: 'the number of orders' },
  'order.item_count': { zh: '订单商品件数', en: 'the number of items' },
  'order.address': { zh: '收货地址', en: 'the address' },
  'order.days_since_paid': { zh: '付款后天数', en: 'days since payment' },
  'order.hours_since_paid': { zh: '付款后小时数', en: 'hours since payment' },
  'order.hours_since_placed': { zh: '下单后小时数', en: 'hours since the order' },
  'order.days_since_delivered': { zh: '签收后天数', en: 'days since delivery' },
  'refund.status': { zh: '退款状态', en: 'the refund’s status' },
  'refund.amount': { zh: '退款金额', en: 'the refund’s amount' },
  'invoice.status': { zh: '发票状态', en: 'the invoice’s status' },
  'invoice.title': { zh: '发票抬头', en: 'the invoice’s title' },
  'parcel.number': { zh: '快递单号', en: 'the tracking number' },
  'parcel.status': { zh: '包裹状态', en: 'the parcel’s status' },
  'parcel.stuck': { zh: '物流停滞', en: 'the parcel is stuck' },
  'parcel.count': { zh: '包裹数', en: 'the number of parcels' },
  'parcel.last_event': { zh: '最新物流', en: 'the newest tracking event' },
  'item.hygiene': { zh: '贴身或卫生类商品', en: 'a hygiene product' },
  'item.cheaper_now': { zh: '现在更便宜', en: 'it is cheaper now' },
  'case.type': { zh: '售后类型', en: 'the case’s type' },
  'case.status': { zh: '售后状态', en: 'the case’s status' },
  'case.ended': { zh: '售后已完结', en: 'the case has ended' },
  'case.overdue': { zh: '售后已超时', en: 'the case is overdue' },
  'case.open_count': { zh: '未完结售后数', en: 'the number of open cases' },
  'product.name': { zh: '商品', en: 'the product' },
  'product.stock': { zh: '商品库存', en: 'the product’s stock' },
  'product.price': { zh: '商品价格', en: 'the product’s price' },
  'product.hygiene': { zh: '贴身或卫生类商品', en: 'a hygiene product' },
  'variant.known': { zh: '问到的款式在售', en: 'the variant is known' },
  'variant.stock': { zh: '款式库存', en: 'the variant’s stock' },
  'variant.color': { zh: '颜色', en: 'the colour' },
  'variant.size': { zh: '尺码', en: 'the size' },
  'variant.price': { zh: '款式价格', en: 'the variant’s price' },
  'fit.size': { zh: '推荐尺码', en: 'the size that fits' },
  'fit.height': { zh: '身高', en: 'the height' },
  'fit.weight': { zh: '体重', en: 'the weight' },
  'coupon.count': { zh: '优惠券张数', en: 'the number of coupons' },
  'coupon.off': { zh: '优惠券金额', en: 'the coupon’s value' },
  'deal.off': { zh: '优惠金额', en: 'the discount' },
  'deal.missing': { zh: '还差的金额', en: 'what is missing for the discount' },
}

/** `order.status` → 订单状态; an attribute by its own label. */
export function factLabel(fact: string, locale: Locale): string {
  const known = LABELS[fact]
  if (known) return known[locale]
  const attribute = /^product\.(.+)$/.exec(fact)?.[1]
  return attribute === undefined ? fact : attributeLabel(attribute, locale)
}
