import { toLocalTime } from './calendar.ts'
import type { Order, OrderStatus } from './commerce.ts'
import type { KnowledgeBase, Product } from './knowledge.ts'
import { type Locale, textIn } from './localized-text.ts'
import type { OrderCard, ProductCard } from './message.ts'

export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>

/** How many digits a currency has behind the point: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  let digits = minorDigitsOf.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    minorDigitsOf.set(currency, digits)
  }
  return digits
}

/** Formats are dear to make, and a shop has few currencies. */
const minorDigitsOf = new Map<string, number>()
const moneyFormats = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${currency} ${locale}`
  const known = moneyFormats.get(key)
  if (known) return known

  const format = new Intl.NumberFormat(LANGUAGE_TAGS[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  moneyFormats.set(key, format)
  return format
}

/** `¥269` or `¥39.90`, from minor units. */
export function formatMoney(minorUnits: number, currency: string, locale: Locale): string {
  return moneyFormat(currency, locale).format(minorUnits / 10 ** minorDigits(currency))
}

const STATUS_TEXTS: Readonly<Record<OrderStatus, { zh: string; en: string }>> = {
  unpaid: { zh: '待付款', en: 'awaiting payment' },
  paid: { zh: '已付款，待发货', en: 'paid, not yet shipped' },
  shipped: { zh: '已发货，运输中', en: 'shipped, on its way' },
  delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '交易完成', en: 'completed' },
  closed: { zh: '已关闭', en: 'closed' },
}

export function statusText(status: OrderStatus, locale: Locale): string {
  return STATUS_TEXTS[status][locale]
}

/** A product that has a page of its own leads there; the others are where the demo shop has them. */
export function toProductCard(
  product: Product,
  { shop }: { readonly shop: Pick<KnowledgeBase['shop'], 'language' | 'currency'> },
  locale: Locale,
): ProductCard {
  return {
    id: product.id,
    name: textIn(product.name, locale, shop.language),
    price: formatMoney(product.price, shop.currency, locale),
    ...(product.image !== undefined && { image: product.image }),
    url: product.url ?? `/products/${product.id}${locale === shop.language ? '' : `?lang=${locale}`}`,
  }
}

export function toOrderCard(order: Order, timeZone: string, locale: Locale): OrderCard {
  return {
    number: order.number,
    status: order.status,
    statusText: statusText(order.status, locale),
    total: formatMoney(order.total, order.currency, locale),
    items: order.items.map((item) => `${item.title} ×${item.quantity}`).join(locale === 'zh' ? '、' : ', '),
    placedOn: toLocalTime(order.placedAt, timeZone).date,
  }
}
