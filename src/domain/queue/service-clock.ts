import { afterOpenTime, type Calendar } from '../calendar.ts'
import type { Conversation } from '../conversation.ts'
import type { Tier } from '../customer.ts'
import type { DeskPolicy } from '../desk-policy.ts'

/** What is promised: the first answer after people were called, each that follows, and the end. */
export const PROMISE_KINDS = ['first', 'next', 'resolution'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

/** How long a shopper has been waiting for people, and when that is too long. Epoch milliseconds throughout. */
export interface ServiceClock {
  /** Whether people have answered in this conversation before. */
  readonly kind: 'first' | 'next'
  readonly since: number
  readonly warnAt: number
  readonly redAt: number
  /** When a promise of the owner is broken. */
  readonly dueAt?: number
}

/** By when a conversation has to have ended, and when three quarters of that time are over. */
export interface ResolveClock {
  readonly warnAt: number
  readonly dueAt: number
}

export type Waits = Pick<Conversation, 'status' | 'waitingSince' | 'firstRepliedAt' | 'calledAt' | 'groupId'>

/** The shop's calendar; a group with hours of its own has another. */
export interface ShopHours {
  readonly policy: DeskPolicy
  readonly calendar: Calendar
}

/** Undefined where nobody waits for people. Only time in which people are there makes a wait too long. */
export function toServiceClock(waits: Waits, tier: Tier, { policy, calendar }: ShopHours): ServiceClock | undefined {
  const { status, waitingSince, firstRepliedAt, calledAt } = waits
  if (waitingSince === undefined || (status !== 'queued' && status !== 'assigned')) return undefined

  const isFirst = firstRepliedAt === undefined || firstRepliedAt < (calledAt ?? 0)
  const promise = policy.promises.find(({ tiers }) => tiers.includes(tier))
  const seconds = isFirst ? promise?.firstResponse : promise?.nextResponse
  const hours = hoursOf(waits, { policy, calendar })
  const after = (amount: number, businessHours = true) => moment(hours, waitingSince, amount, businessHours)
  return {
    kind: isFirst ? 'first' : 'next',
    since: waitingSince,
    warnAt: after(policy.warnSeconds),
    redAt: after(policy.redSeconds),
    ...(promise && seconds !== undefined && { dueAt: after(seconds, promise.businessHours) }),
  }
}

/** When a conversation that people were called to has to have ended; undefined where nothing is promised. */
export function toResolveClock(waits: Waits, tier: Tier, { policy, calendar }: ShopHours): ResolveClock | undefined {
  const { status, calledAt } = waits
  const promise = policy.promises.find(({ tiers }) => tiers.includes(tier))
  if (calledAt === undefined || promise?.resolution === undefined) return undefined
  if (status !== 'queued' && status !== 'assigned') return undefined

  const hours = hoursOf(waits, { policy, calendar })
  const after = (seconds: number) => moment(hours, calledAt, seconds, promise.businessHours)
  return { warnAt: after(promise.resolution * 0.75), dueAt: after(promise.resolution) }
}

function hoursOf({ groupId }: Waits, { policy, calendar }: ShopHours): Calendar {
  return policy.groups.find(({ id }) => id === groupId)?.calendar ?? calendar
}

/** A shop whose calendar never opens has the plain clock. */
function moment(calendar: Calendar, since: number, seconds: number, businessHours: boolean): number {
  const plain = since + seconds * 1000
  return businessHours ? (afterOpenTime(calendar, since, seconds * 1000) ?? plain) : plain
}
