import { afterOpenTime, type Calendar } from '../calendar.ts'
import type { Conversation } from '../conversation.ts'
import type { Tier } from '../customer.ts'
import type { DeskPolicy } from '../desk-policy.ts'

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

type Waits = Pick<Conversation, 'status' | 'waitingSince' | 'firstRepliedAt' | 'calledAt'>

/** Undefined where nobody waits for people. Only time in which people are there makes a wait too long. */
export function toServiceClock(
  { status, waitingSince, firstRepliedAt, calledAt }: Waits,
  tier: Tier,
  { policy, calendar }: { readonly policy: DeskPolicy; readonly calendar: Calendar },
): ServiceClock | undefined {
  if (waitingSince === undefined || (status !== 'queued' && status !== 'assigned')) return undefined

  const isFirst = firstRepliedAt === undefined || firstRepliedAt < (calledAt ?? 0)
  const promise = policy.promises.find(({ tiers }) => tiers.includes(tier))
  const seconds = isFirst ? promise?.firstResponse : promise?.nextResponse
  const after = (amount: number, businessHours = true) => moment(calendar, waitingSince, amount, businessHours)
  return {
    kind: isFirst ? 'first' : 'next',
    since: waitingSince,
    warnAt: after(policy.warnSeconds),
    redAt: after(policy.redSeconds),
    ...(promise && seconds !== undefined && { dueAt: after(seconds, promise.businessHours) }),
  }
}

/** When a conversation that people were called to has to have ended; undefined where nothing is promised. */
export function resolveBy(
  { status, calledAt }: Waits,
  tier: Tier,
  { policy, calendar }: { readonly policy: DeskPolicy; readonly calendar: Calendar },
): number | undefined {
  const promise = policy.promises.find(({ tiers }) => tiers.includes(tier))
  if (calledAt === undefined || promise?.resolution === undefined) return undefined
  if (status !== 'queued' && status !== 'assigned') return undefined
  return moment(calendar, calledAt, promise.resolution, promise.businessHours)
}

/** A shop whose calendar never opens has the plain clock. */
function moment(calendar: Calendar, since: number, seconds: number, businessHours: boolean): number {
  const plain = since + seconds * 1000
  return businessHours ? (afterOpenTime(calendar, since, seconds * 1000) ?? plain) : plain
}
