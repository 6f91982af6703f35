import type { Coupon } from '../commerce.ts'
import type { Facts } from '../conditions.ts'
import type { Product } from '../knowledge.ts'
import { formatMoney } from '../present.ts'
import type { Deal } from '../skills/deals.ts'
import { couponOff } from '../skills/deals.ts'
import { dayText, listText, type Speech, textOf } from './say.ts'

/** What the basket comes to, what it takes to reach the next threshold, and which coupons this customer has. */
export function dealFacts(deal: Deal | undefined, coupons: readonly Coupon[], speech: Speech): Facts {
  const money = (amount: number) => formatMoney(amount, speech.currency, speech.locale)
  const [first] = coupons
  return {
    'coupon.count': coupons.length,
    ...(first && {
      'coupon.list': listText(
        coupons.map((one) => couponText(one, speech)),
        speech,
      ),
    }),
    ...(deal && {
      'basket.total': money(deal.total),
      'deal.pay': money(deal.pay),
      'deal.saved': money(deal.total - deal.pay),
      'deal.saves': deal.pay < deal.total,
    }),
    ...(deal?.promotion && {
      'deal.name': textOf(deal.promotion.promotion.name, speech),
      'deal.off': money(deal.promotion.off),
    }),
    ...(deal?.gap && {
      'deal.missing': money(deal.gap.missing),
      'deal.next_spend': money(deal.gap.spend),
      'deal.next_off': money(deal.gap.off),
    }),
    ...(deal?.coupon && {
      'coupon.name': textOf(deal.coupon.coupon.name, speech),
      'coupon.off': money(deal.coupon.off),
    }),
    ...(deal?.couponGap && {
      'coupon.next_name': textOf(deal.couponGap.coupon.name, speech),
      'coupon.missing': money(deal.couponGap.missing),
    }),
  }
}

/** What is in the basket, as far as it is known. */
export function basketFacts(products: readonly Product[], speech: Speech): Facts {
  const names = products.map(({ name }) => textOf(name, speech))
  return { 'basket.count': names.length, ...(names.length > 0 && { 'basket.list': listText(names, speech) }) }
}

/** `新客券 10 元（满 99，12月31日前）`. */
export function couponText(coupon: Coupon, speech: Speech): string {
  const money = (amount: number) => formatMoney(amount, speech.currency, speech.locale)
  const until = dayText(coupon.until, speech)
  const name = textOf(coupon.name, speech)
  if (speech.locale === 'zh') {
    const off = coupon.kind === 'amount' ? `减 ${money(coupon.off)}` : `打 ${(100 - coupon.off) / 10} 折`
    return `${name}（${coupon.spend > 0 ? `满 ${money(coupon.spend)} ` : ''}${off}，${until}前用）`
  }
  const off = coupon.kind === 'amount' ? `${money(coupon.off)} off` : `${coupon.off}% off`
  return `${name} (${off}${coupon.spend > 0 ? ` from ${money(coupon.spend)}` : ''}, until ${until})`
}

/** The coupon that the owner allows to whoever asks for a better price. */
export function bargainFacts(coupon: Coupon | undefined, price: number | undefined, speech: Speech): Facts {
  if (!coupon || coupon.from > speech.now || coupon.until <= speech.now) return {}
  const money = (amount: number) => formatMoney(amount, speech.currency, speech.locale)
  const off = price === undefined ? 0 : couponOff(coupon, price, price)
  return {
    'bargain.coupon': textOf(coupon.name, speech),
    'bargain.text': couponText(coupon, speech),
    ...(price !== undefined && off > 0 && { 'bargain.off': money(off), 'bargain.pay': money(price - off) }),
    ...(price !== undefined && off === 0 && price < coupon.spend && { 'bargain.missing': money(coupon.spend - price) }),
  }
}
