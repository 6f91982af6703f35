import { BY_ALL, type Figure, words } from './figure.ts'

const COMMON = { area: 'sales', by: BY_ALL, of: 'sales' } as const
const INQUIRIES = { is: { inquiry: 1 }, words: words('询单', 'Inquiries') }
const PAID = { is: { inquiry: 1, paid: 1 }, words: words('付款的询单', 'Inquiries that were paid') }
const CREDIT = words(
  '订单归给下单前 72 小时内最近的一次询单',
  'an order counts for the last inquiry within the 72 hours before it',
)

export const SALES_FIGURES: readonly Figure[] = [
  {
    ...COMMON,
    id: 'inquiries',
    unit: 'count',
    of: 'sales',
    name: words('询单量', 'Inquiries'),
    formula: words(
      '聊到某件商品、且没有聊到已有订单的会话数',
      'Conversations about a product and not about an order that exists',
    ),
    numerator: INQUIRIES,
  },
  {
    ...COMMON,
    id: 'ordered',
    unit: 'share',
    good: 'more',
    name: words('询单下单率', 'Inquiry to order'),
    formula: words(`下了单的询单 ÷ 询单；${CREDIT.zh}`, `Inquiries with an order ÷ inquiries; ${CREDIT.en}`),
    numerator: { is: { inquiry: 1, ordered: 1 }, words: words('下单的询单', 'Inquiries with an order') },
    denominator: INQUIRIES,
  },
  {
    ...COMMON,
    id: 'conversion',
    unit: 'share',
    good: 'more',
    name: words('询单转化率', 'Conversion'),
    formula: words(`付了款的询单 ÷ 询单；${CREDIT.zh}`, `Inquiries with a paid order ÷ inquiries; ${CREDIT.en}`),
    numerator: PAID,
    denominator: INQUIRIES,
  },
  {
    ...COMMON,
    id: 'order_paid',
    unit: 'share',
    good: 'more',
    name: words('下单付款率', 'Order to payment'),
    formula: words('付了款的询单 ÷ 下了单的询单', 'Inquiries with a paid order ÷ inquiries with an order'),
    numerator: PAID,
    denominator: { is: { inquiry: 1, ordered: 1 }, words: words('下单的询单', 'Inquiries with an order') },
  },
  {
    ...COMMON,
    id: 'sales',
    unit: 'money',
    good: 'more',
    name: words('询单成交额', 'Sales from inquiries'),
    formula: words(
      `询单带来的已付款订单金额之和；${CREDIT.zh}，其他币种的不计`,
      `Paid orders from inquiries, added up; ${CREDIT.en}, other currencies are left out`,
    ),
    numerator: { ...PAID, amount: 'amount', words: words('成交额', 'Sales') },
  },
  {
    ...COMMON,
    id: 'basket',
    unit: 'money',
    good: 'more',
    name: words('客单价', 'Basket value'),
    formula: words('询单成交额 ÷ 付了款的询单', 'Sales from inquiries ÷ inquiries with a paid order'),
    numerator: { ...PAID, amount: 'amount', words: words('成交额', 'Sales') },
    denominator: PAID,
  },
  {
    ...COMMON,
    id: 'lost_inquiries',
    unit: 'share',
    good: 'less',
    name: words('询单流失率', 'Lost inquiries'),
    formula: words(
      '开始 72 小时后仍没下单的询单 ÷ 询单',
      'Inquiries without an order 72 hours after they began ÷ inquiries',
    ),
    numerator: { is: { inquiry: 1 }, past: 'settles', words: words('流失的询单', 'Lost inquiries') },
    denominator: INQUIRIES,
  },
  {
    ...COMMON,
    id: 'won_back',
    unit: 'share',
    good: 'more',
    name: words('老客挽回率', 'Customers won back'),
    formula: words(
      '超过 90 天没来聊也没下单、这次回来并在 72 小时内下单的老客 ÷ 超过 90 天后回来的老客',
      'Customers who had neither written nor ordered for over 90 days, came back and ordered within 72 hours ÷ customers who came back after over 90 days',
    ),
    numerator: { is: { wonback: 1 }, words: words('回来并下单', 'Came back and ordered') },
    denominator: { is: { comeback: 1 }, words: words('回来的老客', 'Came back') },
  },
]
