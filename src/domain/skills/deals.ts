import type { Coupon } from '../commerce.ts'
import type { Promotion } from '../knowledge.ts'

/** What a basket comes to. Money in minor units. */
export interface Deal {
  readonly total: number
  readonly promotion?: { readonly promotion: Promotion; readonly off: number }
  readonly coupon?: { readonly coupon: Coupon; readonly off: number }
  /** What is paid after both. */
  readonly pay: number
  /** The nearest threshold that is not reached: how much is missing, and what it would take off. */
  readonly gap?: {
    readonly promotion: Promotion
    readonly missing: number
    readonly spend: number
    readonly off: number
  }
  /** The nearest coupon that would count with a little more. */
  readonly couponGap?: { readonly coupon: Coupon; readonly missing: number }
}

export interface Basket {
  readonly total: number
  /** What is in it; a coupon for certain products counts only where there is nothing else. */
  readonly products: readonly string[]
}

/** The best that promotions and one coupon make of a basket. `today` is the shop's date. */
export function findDeal(
  basket: Basket,
  promotions: readonly Promotion[],
  coupons: readonly Coupon[],
  at: { readonly now: number; readonly today: string },
): Deal {
  const valid = promotions.filter(
    ({ valid: span }) => (!span?.from || span.from <= at.today) && (!span?.until || at.today <= span.until),
  )
  const promotion = best(valid.map((one) => ({ promotion: one, off: offOf(one, basket.total) })))
  const afterPromotion = basket.total - (promotion?.off ?? 0)
  const usable = coupons.filter((one) => one.from <= at.now && at.now < one.until && isFor(one, basket))
  const coupon = best(usable.map((one) => ({ coupon: one, off: couponOff(one, basket.total, afterPromotion) })))

  const gap = nearest(valid.map((one) => gapOf(one, basket.total)))
  const couponGap = nearest(
    usable.flatMap((one) => (one.spend > basket.total ? [{ coupon: one, missing: one.spend - basket.total }] : [])),
  )
  return {
    total: basket.total,
    ...(promotion && { promotion }),
    ...(coupon && { coupon }),
    pay: Math.max(0, afterPromotion - (coupon?.off ?? 0)),
    ...(gap && { gap }),
    ...(couponGap && { couponGap }),
  }
}

function offOf({ spend, off, repeat }: Promotion, total: number): number {
  if (total < spend || spend <= 0) return 0
  return Math.min(total, repeat ? Math.floor(total / spend) * off : off)
}

/** A coupon's threshold counts what the goods cost; it takes off what is left to pay. */
export function couponOff({ kind, off, spend }: Coupon, total: number, left: number): number {
  if (total < spend) return 0
  return Math.min(left, kind === 'amount' ? off : Math.round((left * off) / 100))
}

/** With anything else in the basket, how much of the total it counts for is not known: then nothing is promised. */
function isFor({ products }: Coupon, basket: Basket): boolean {
  if (products.length === 0) return true
  return basket.products.length > 0 && basket.products.every((id) => products.includes(id))
}

function gapOf(promotion: Promotion, total: number) {
  const { spend, off, repeat } = promotion
  if (spend <= 0 || (!repeat && total >= spend)) return undefined
  const reached = repeat ? Math.floor(total / spend) + 1 : 1
  return { promotion, missing: spend * reached - total, spend: spend * reached, off: off * reached }
}

function best<T extends { readonly off: number }>(offers: readonly T[]): T | undefined {
  return offers.filter(({ off }) => off > 0).toSorted((a, b) => b.off - a.off)[0]
}

function nearest<T extends { readonly missing: number }>(gaps: readonly (T | undefined)[]): T | undefined {
  return gaps.flatMap((one) => one ?? []).toSorted((a, b) => a.missing - b.missing)[0]
}
