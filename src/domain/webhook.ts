import { AppError } from './errors.ts'
import type { AgentId, WebhookId } from './ids.ts'

/** What another system may be told of. A name keeps its meaning; a body that changes its meaning gets a new version. */
export const WEBHOOK_EVENTS = [
  'conversation.opened',
  'conversation.handed_over',
  'conversation.assigned',
  'conversation.resolved',
  'message.created',
  'rating.given',
  'case.opened',
  'case.changed',
  'customer.changed',
  'customer.merged',
  'knowledge.published',
] as const
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number]

/** What is sent on request, to see whether anybody is there. */
export const PING = 'ping'

/** An address of another system that is told of what happens. */
export interface Webhook {
  readonly id: WebhookId
  readonly name: string
  readonly url: string
  readonly events: readonly WebhookEventName[]
  readonly active: boolean
  /** Since when it is told; what happened before is none of its business. */
  readonly since: number
  readonly createdBy: AgentId
  readonly createdAt: number
  /** Why it is off: by an owner's hand, or because nobody has answered there for long. */
  readonly offBecause?: 'owner' | 'failing'
  /** Since when every delivery has failed. */
  readonly failingSince?: number
  readonly lastDeliveredAt?: number
}

/** What deliveries are signed with, sealed; the earlier one is used besides until its time is over. */
export interface WebhookKeys {
  readonly sealed: string
  readonly earlier?: { readonly sealed: string; readonly until: number }
}

export const DELIVERY_STATUSES = ['due', 'delivered', 'dead'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** How the newest try ended: with an answer, or without one. */
export interface Attempt {
  readonly at: number
  readonly milliseconds: number
  /** Of the answer. */
  readonly status?: number
  /** The beginning of the answer. */
  readonly answer?: string
  /** Why there was none. */
  readonly error?: string
}

/** One event on its way to one webhook. The id stays the same however often it is sent. */
export interface Delivery {
  readonly id: string
  readonly webhookId: WebhookId
  readonly event: WebhookEventName | typeof PING
  readonly body: string
  readonly status: DeliveryStatus
  readonly attempts: number
  /** When it is tried next; of what is due. */
  readonly dueAt: number
  readonly createdAt: number
  readonly last?: Attempt
}

export const MAX_WEBHOOKS = 20
/** For so long both keys sign, so that a receiver can change over. */
export const ROTATION_MILLISECONDS = 24 * 3_600_000

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** How long to wait after the first try, the second, …; after the last one it is dead. */
const WAITS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR]
export const MAX_ATTEMPTS = WAITS.length + 1
/** A webhook at which nothing arrives for so long is switched off. */
const PATIENCE = 24 * HOUR

export function isTaken({ status }: Pick<Attempt, 'status'>): boolean {
  return status !== undefined && status >= 200 && status < 300
}

/** What becomes of a delivery after its try number `attempts`. */
export function decideAfter(attempts: number, attempt: Attempt): { status: DeliveryStatus; dueAt: number } {
  if (isTaken(attempt)) return { status: 'delivered', dueAt: attempt.at }
  const wait = WAITS[attempts - 1]
  return wait === undefined
    ? { status: 'dead', dueAt: attempt.at }
    : { status: 'due', dueAt: attempt.at + attempt.milliseconds + wait }
}

/** Whether to give a webhook up: it says itself that it is gone, or nothing has arrived for long. */
export function isGivenUp(failingSince: number, attempt: Attempt): boolean {
  return attempt.status === 410 || attempt.at - failingSince >= PATIENCE
}

/** Throws `webhook_not_found`. */
export function requireWebhook(webhook: Webhook | undefined): Webhook {
  if (!webhook) throw new AppError('webhook_not_found')
  return webhook
}
