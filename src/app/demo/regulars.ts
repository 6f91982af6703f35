import type { Tier } from '../../domain/customer.ts'
import { createChance } from './chance.ts'
import type { Numbered } from './number-orders.ts'
import type { Making } from './orders.ts'
import type { Person } from './people.ts'
import type { Shelf } from './shelf.ts'
import { DAY } from './shop-time.ts'

/** Somebody with what the shop has noted of them. */
export interface Regular {
  readonly person: Person
  readonly tier: Tier
  readonly tags: readonly string[]
  readonly note: string
  readonly createdAt: number
  readonly lastSeenAt: number
}

/** Spent within two years, in whole units of the currency. */
const TIERS: readonly (readonly [from: number, tier: Tier])[] = [
  [3000, 'vip'],
  [1500, 'key'],
  [200, 'regular'],
]
const NOTES = [
  '偏好周末收货',
  '怕热，夏天爱买亚麻和冰丝',
  '常给家里人代买，注意核对尺码',
  '习惯发到公司前台',
  '喜欢素色，不要印花',
] as const

export function toRegular(person: Person, all: readonly Numbered[], shelf: Shelf, { time, unit }: Making): Regular {
  const orders = all.filter((order) => order.person === person)
  const moments = orders.map(({ placedAt }) => placedAt)
  const chance = createChance(`note ${person.key}`)
  const createdAt = moments.length > 0 ? Math.min(...moments) : time.daysAgo(person.past.from, 720)
  return {
    person,
    tier: tierOf(spentOn(orders) / unit),
    tags: tagsOf(person, orders, shelf, time.now - createdAt),
    note: orders.length > 2 && chance.happens(0.12) ? chance.pick(NOTES) : '',
    createdAt,
    lastSeenAt: Math.max(createdAt, ...moments),
  }
}

function spentOn(orders: readonly Numbered[]): number {
  const refunded = orders.flatMap(({ refunds }) => refunds).filter(({ status }) => status === 'paid')
  const paid = orders.reduce((sum, { amounts }) => sum + amounts.paid, 0)
  return refunded.reduce((sum, { amount }) => sum - amount, paid)
}

function tierOf(spent: number): Tier {
  return TIERS.find(([from]) => spent >= from)?.[1] ?? 'small'
}

function tagsOf(person: Person, orders: readonly Numbered[], shelf: Shelf, age: number): string[] {
  const tags: string[] = []
  if (orders.length >= 6) tags.push('老客户')
  if (orders.length <= 2 && age < 45 * DAY) tags.push('新客户')
  const favourite = favouriteOf(orders, shelf)
  if (favourite) tags.push(`常买${favourite}`)
  if (orders.filter(({ refunds }) => refunds.length > 0).length >= 2) tags.push('退换较多')
  if (orders.some(({ invoice }) => invoice?.kind === 'company')) tags.push('企业发票')
  if (person.locale === 'en') tags.push('英文沟通')
  return tags
}

/** The category that makes half of at least five goods. */
function favouriteOf(orders: readonly Numbered[], shelf: Shelf): string | undefined {
  const bought = orders.flatMap(({ items }) => items.map(({ productId }) => shelf.find(productId)?.category ?? ''))
  const top = bought.find((category) => bought.filter((one) => one === category).length * 2 >= bought.length)
  return bought.length >= 5 ? top : undefined
}
