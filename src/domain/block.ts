import { type Agent, requireRole } from './agent.ts'
import type { Customer } from './customer.ts'
import { AppError } from './errors.ts'
import type { AgentId, CustomerId } from './ids.ts'

/** A customer who may not write for a while, and why. */
export interface Block {
  readonly customerId: CustomerId
  /** For the people of the shop; the customer never reads it. */
  readonly reason: string
  readonly by: { readonly id: AgentId; readonly name: string }
  readonly from: number
  /** Absent: until somebody lifts it. */
  readonly until?: number
}

/** What `Customer.blockedUntil` is where a block does not end by itself. */
export const FOREVER = Number.MAX_SAFE_INTEGER

const DAY = 86_400_000

/** An agent may shut somebody out for a day; longer, or for ever, is a supervisor's to set and to lift. */
export function requireBlockRight(agent: Agent, { from, until }: Pick<Block, 'from' | 'until'>): void {
  if (until === undefined || until - from > DAY) requireRole(agent, 'supervisor')
}

/** What a customer who may not write is told; the time at which it ends, where it does. */
export function blockedError(until: number, now: number): AppError {
  if (until === FOREVER) return new AppError('customer_blocked')
  return new AppError('customer_blocked', { retryAfter: Math.max(1, Math.ceil((until - now) / 1000)) })
}

/** Throws `customer_blocked` for one who may not write now. */
export function requireUnblocked({ blockedUntil = 0 }: Pick<Customer, 'blockedUntil'>, now: number): void {
  if (blockedUntil > now) throw blockedError(blockedUntil, now)
}
