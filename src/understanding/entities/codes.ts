import { type Found, findAll, RANK } from './found.ts'

/** Between a cue and its number: "订单号是：", "order no. #". */
const GAP = '(?:[\\s.:#\\-]|是|为|,|，|is|number|no\\.?){0,6}'

const PHONE = /(?<![\d.a-z])(?:\(?(?:\+|00)?86\)?[ -]?)?(1[3-9]\d(?:[ -]?\d{4}){2})(?![\da-z])/g
const LANDLINE = /(?<![\d.a-z-])0\d{2,3}-\d{7,8}(?![\d-])/g
const FOREIGN = /(?<![\d+])\+(?!86)[1-9]\d{0,2}(?:[ -]?\(?\d{1,5}\)?){1,5}(?!\d)/g

/** Prefixes of the carriers that print one, UPS, and the form that the world's post offices share. */
const TRACKING =
  /(?<![a-z0-9])(?:sf[ -]?\d{12,15}|yt[ -]?\d{12,15}|jt[ -]?\d{12,15}|jd[a-z]{0,3}[ -]?\d{10,15}|(?:zto|sto|yd|dpk|dpl)[ -]?\d{10,15}|lp\d{14,16}|1z[0-9a-z]{16}|[a-z]{2}\d{9}[a-z]{2})(?![a-z0-9])/g
const NAMED_TRACKING = new RegExp(
  `(?<=(?:快递单号?|快递号|运单号?|物流单号?|物流号|tracking)${GAP})[a-z]{0,4}\\d{8,20}(?![a-z0-9])`,
  'g',
)
const CARRIER_NUMBER =
  /(?<=(?:顺丰|圆通|中通|申通|韵达|极兔|邮政|德邦|京东|百世|ems|fedex|dhl)(?:快递|速运|物流|快运)?(?:单号)?[\s::]{0,2})\d{10,15}(?![a-z0-9])/g

const ORDER_CUE = '(?:订单(?:编?号|号码|id)|(?<!快递|物流|运|退货|退款|流水)单号|order ?(?:#|no\\b|number|id\\b))'
const NAMED_ORDER = new RegExp(
  `(?<=${ORDER_CUE}${GAP})(?<![a-z0-9])[a-z]{0,4}-?\\d{4,20}(?![a-z0-9]|[ -][a-z]?\\d|-[a-z])`,
  'g',
)
const ORDER = /(?<![a-z0-9.+-])(?:\d{10,20}|[a-z]{1,4}-?\d{8,20})(?![a-z0-9]|\.\d|-\d)/g
const NEAR_ORDER =
  /(?<=(?:订单|\border)[^\d。！？!?\n]{0,8})(?<![a-z0-9.+-])[a-z]{0,4}-?\d{6,9}(?![a-z0-9]|\.\d|-\d|元|块|分|年|月|号|日|个|件)|(?<![a-z0-9.+-])[a-z]{0,4}-?\d{6,9}(?=\s?(?:这个|那个|的|这笔|这)?(?:订单|单子|单(?!号|价|独|件|个|品)))/g

/** Numbers of cards, people, goods and taxes look like order numbers and must not be taken for one. */
const OTHER_NUMBER =
  /(?:身份证|卡号|银行卡|账号|帐号|账户|条码|条形码|货号|款号|型号|税号|纳税人?识别号|qq|微信|vx|sku|barcode|card|account|passport|电话|手机|号码|phone|call me|mobile|model)[^\d,，。;；]{0,8}$/

/** 20261111 in passing is a day, not an order. */
const DAY = /^20[2-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/** Order numbers, tracking numbers and telephone numbers. */
export function findCodes(text: string): Found[] {
  if (!/\d{4}/.test(text)) return []
  return [...findTracking(text), ...findPhones(text), ...findOrders(text)]
}

function findTracking(text: string): Found[] {
  const mean = ([code]: RegExpExecArray) => ({ kind: 'tracking_number', value: toCode(code) }) as const
  return [
    ...findAll(text, TRACKING, RANK.tracking, mean),
    ...findAll(text, NAMED_TRACKING, RANK.tracking, mean),
    ...findAll(text, CARRIER_NUMBER, RANK.tracking, (match) =>
      /^1[3-9]\d{9}$/.test(match[0]) ? undefined : mean(match),
    ),
  ]
}

function findPhones(text: string): Found[] {
  return [
    ...findAll(text, PHONE, RANK.phone, ([, number = '']) => ({ kind: 'phone', value: toDigits(number) })),
    ...findAll(text, LANDLINE, RANK.phone, ([number]) => ({ kind: 'phone', value: toDigits(number) })),
    ...findAll(text, FOREIGN, RANK.phone, ([number]) => {
      const digits = toDigits(number)
      return digits.length >= 8 && digits.length <= 15 ? { kind: 'phone', value: `+${digits}` } : undefined
    }),
  ]
}

function findOrders(text: string): Found[] {
  const mean = (match: RegExpExecArray) =>
    OTHER_NUMBER.test(text.slice(Math.max(0, match.index - 16), match.index)) || DAY.test(match[0])
      ? undefined
      : ({ kind: 'order_number', value: toCode(match[0]) } as const)
  return [
    ...findAll(text, NAMED_ORDER, RANK.namedOrder, ([code]) => ({ kind: 'order_number', value: toCode(code) })),
    ...findAll(text, ORDER, RANK.order, mean),
    ...findAll(text, NEAR_ORDER, RANK.order, mean),
  ]
}

function toCode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

function toDigits(text: string): string {
  return text.replace(/\D/g, '')
}
