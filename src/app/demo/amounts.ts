import type { Amounts, OrderItem } from '../../domain/commerce.ts'

/** The shop's rules, in its currency's whole units: 满 79 包邮, else 8; 满 300 减 30, for every 300. */
export const FREE_SHIPPING_FROM = 79
export const SHIPPING_FEE = 8
export const EVERY = 300
export const OFF = 30

/** Prices an order that is not paid yet. `unit` is one unit of the currency in minor units, in which `coupon` is too. */
export function toAmounts(items: readonly OrderItem[], unit: number, coupon = 0): Amounts {
  const goods = items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0)
  const discount = Math.min(goods, Math.floor(goods / (EVERY * unit)) * OFF * unit + coupon)
  return { goods, shipping: goods >= FREE_SHIPPING_FROM * unit ? 0 : SHIPPING_FEE * unit, discount, paid: 0 }
}

export function totalOf({ goods, shipping, discount }: Amounts): number {
  return goods + shipping - discount
}

/** What comes back for some of an order's goods: their share of what was paid for all. */
export function refundFor(items: readonly OrderItem[], { goods, discount }: Amounts): number {
  const price = items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0)
  return goods === 0 ? 0 : Math.round((price * (goods - discount)) / goods)
}
