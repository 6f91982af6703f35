import type { Coupon } from '../../domain/commerce.ts'
import type { ProductId } from '../../domain/ids.ts'
import type { Making } from './orders.ts'
import type { Person } from './people.ts'
import type { Shelf } from './shelf.ts'
import { DAY } from './shop-time.ts'

/** A coupon whose owner is named by the shop's own id. */
export type CouponDraft = Omit<Coupon, 'customerId'> & { readonly owner?: string }

/** Good for these, as far as they are still sold. */
const SHOES: readonly ProductId[] = ['running-shoes', 'canvas-shoes', 'loafers']

/** Everybody's coupons, and those that somebody was given: open, used, run out, for some products only. */
export function listCoupons(making: Making, shelf: Shelf, people: readonly Person[]): CouponDraft[] {
  const { time } = making
  const amount = createMaker(making)
  const birthday = { zh: '生日券', en: 'Birthday coupon' }
  const shoes = SHOES.filter((id) => shelf.find(id))
  return [
    { ...amount('WELCOME10', { zh: '新客券', en: 'Welcome coupon' }, 10, 99, -30, 366), until: time.now + 365 * DAY },
    amount('SHOP25', { zh: '店铺券', en: 'Shop coupon' }, 25, 199, -15, 46),
    { ...amount('BDAY20-zhou', birthday, 20, 100, -3, 28), owner: 'zhou' },
    {
      ...amount('VIP10-zhou', { zh: 'VIP 九折券', en: 'VIP 10% off' }, 0, 300, -20, 71),
      kind: 'percent',
      off: 10,
      owner: 'zhou',
    },
    { ...amount('SPRING15-zhou', { zh: '换季券', en: 'Season coupon' }, 15, 129, -75, -12), owner: 'zhou' },
    { ...amount('AUTUMN15-lin', { zh: '入秋券', en: 'Autumn coupon' }, 15, 129, -60, 30), owner: 'lin', used: true },
    { ...amount('CARE5-sun', { zh: '售后关怀券', en: 'Thank-you coupon' }, 5, 59, -2, 13), owner: 'sun' },
    // Without products it would be good for all of them.
    ...(shoes.length > 0
      ? [
          {
            ...amount('SHOES30-wang', { zh: '鞋靴券', en: 'Shoe coupon' }, 30, 199, -10, 21),
            products: shoes,
            owner: 'wang',
          },
        ]
      : []),
    ...people
      .filter(({ past }) => past.orders >= 9)
      .slice(0, 6)
      .map(({ key }, at) => ({ ...amount(`BDAY20-${key}`, birthday, 20, 100, -2 - at, 29 - at), owner: key })),
  ]
}

/** Makes coupons that take an amount off, from and until some days from now. */
function createMaker({ time, unit }: Making) {
  return (id: string, name: Coupon['name'], off: number, spend: number, from: number, until: number): CouponDraft => ({
    id,
    name,
    kind: 'amount',
    off: off * unit,
    spend: spend * unit,
    from: time.daysAgo(-from, 0),
    until: time.daysAgo(-until, 0) - 1000,
    products: [],
    used: false,
  })
}
