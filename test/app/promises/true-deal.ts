import type { World } from './random-world.ts'

type Pool = ReadonlySet<string>

/** What a basket comes to, counted off coin by coin where the shop's code divides. */
export function trueDeal(
  { basket, promotions, coupons, product }: World,
  bargainId: string,
): Record<'deal' | 'bargain' | 'coupon', Pool> {
  const off = Math.max(0, ...promotions.map((one) => takenOff(one, basket)))
  const left = basket - off
  const byCoupon = Math.max(0, ...coupons.map((one) => couponOff(one, basket, left)))
  const gaps = promotions.flatMap((one) => gapOf(one, basket))
  const [gap] = gaps.toSorted((a, b) => a.missing - b.missing)
  const missing = coupons.flatMap(({ spend }) => (spend > basket ? [spend - basket] : [])).toSorted((a, b) => a - b)
  const bargain = coupons.find(({ id }) => id === bargainId)
  const cheaper = bargain ? couponOff(bargain, product.price, product.price) : 0
  return {
    deal: amounts(left - byCoupon, off + byCoupon, off, ...(gap ? [gap.missing, gap.spend, gap.off] : [])),
    coupon: amounts(byCoupon, ...missing.slice(0, 1)),
    bargain: new Set([
      ...amounts(cheaper, product.price - cheaper, (bargain?.spend ?? 0) - product.price),
      ...(bargain ? [...amounts(bargain.spend, bargain.off), ...textOf(bargain)] : []),
    ]),
  }
}

function amounts(...list: readonly number[]): Pool {
  return new Set(list.map((amount) => `money ${amount}`))
}

function takenOff({ spend, off, repeat }: World['promotions'][number], total: number): number {
  let taken = 0
  for (let left = total; left >= spend; left -= spend) {
    taken += off
    if (!repeat) break
  }
  return taken
}

function couponOff({ kind, off, spend }: World['coupons'][number], total: number, left: number): number {
  if (total < spend) return 0
  return Math.min(left, kind === 'amount' ? off : Math.round((left * off) / 100))
}

function gapOf({ spend, off, repeat }: World['promotions'][number], total: number) {
  let next = spend
  let more = off
  while (repeat && next <= total) {
    next += spend
    more += off
  }
  return next > total ? [{ missing: next - total, spend: next, off: more }] : []
}

function textOf({ kind, off, until }: World['coupons'][number]): readonly string[] {
  const date = `date ${new Date(until + 8 * 3_600_000).toISOString().slice(0, 10)}`
  return kind === 'amount' ? [date] : [date, `number ${off}`, `number ${Math.round(100 - off) / 10}`]
}
