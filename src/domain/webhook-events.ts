import type { Case } from './case.ts'
import type { Customer } from './customer.ts'
import type { DomainEvent, Thread } from './events.ts'
import type { CustomerId } from './ids.ts'
import { isForDesk, type Message } from './message.ts'
import type { Rating } from './rating.ts'
import type { WebhookEventName } from './webhook.ts'

/** What a webhook is told, before it is put into words. `key` names what has happened: told twice, it is the same. */
export type WebhookEvent = { readonly key: string; readonly at: number } & (
  | (Thread & {
      readonly type: 'conversation.opened' | 'conversation.handed_over' | 'conversation.resolved'
    })
  | (Thread & { readonly type: 'conversation.assigned'; readonly to: string })
  | (Thread & { readonly type: 'message.created'; readonly message: Message })
  | (Thread & { readonly type: 'rating.given'; readonly rating: Rating })
  | { readonly type: 'case.opened' | 'case.changed'; readonly case: Case }
  | { readonly type: 'customer.changed'; readonly customer: Customer }
  | { readonly type: 'customer.merged'; readonly from: CustomerId; readonly into: CustomerId }
  | {
      readonly type: 'knowledge.published'
      readonly version: string
      readonly intents: number
      readonly products: number
    }
)

/** Those that can be read again from the messages after a crash. */
export const TOLD_BY_MESSAGES: readonly WebhookEventName[] = [
  'conversation.opened',
  'conversation.handed_over',
  'conversation.assigned',
  'conversation.resolved',
  'message.created',
]

export type ToldByItself =
  | (Thread & { readonly type: 'message.created'; readonly message: Message })
  | Extract<DomainEvent, { type: 'conversation.changed' | 'rating.given' | 'case.changed' }>

/** What of an event webhooks are told; what needs looking up first is not among it. Pure: the same event has the same keys. */
export function toWebhookEvents(event: ToldByItself): readonly WebhookEvent[] {
  switch (event.type) {
    case 'message.created':
      return [...toldByMessage(event), ...handedOver(event)]
    case 'conversation.changed':
      return handedOver(event)
    case 'rating.given': {
      const { conversation, customer, rating } = event
      const key = `rating.given:${conversation.id}:${rating.target}:${rating.at}`
      return [{ type: 'rating.given', key, at: rating.at, conversation, customer, rating }]
    }
    case 'case.changed': {
      const { case: found } = event
      const type = found.history.length > 1 ? 'case.changed' : 'case.opened'
      return [{ type, key: `${type}:${found.number}:${found.revision}`, at: found.updatedAt, case: found }]
    }
  }
}

/** Notes, and what only the people of the shop are told, never leave. */
function toldByMessage({ conversation, customer, message }: Thread & { message: Message }): readonly WebhookEvent[] {
  const { body, seq, at } = message
  const thread = { conversation, customer, at }
  const opened = { type: 'conversation.opened', key: `conversation.opened:${conversation.id}`, ...thread } as const
  const first = seq === 1 ? [opened] : []
  const named = (type: WebhookEventName) => `${type}:${conversation.id}:${seq}`
  if (isForDesk(body)) return first
  if (body.kind !== 'event') {
    return [...first, { type: 'message.created', key: named('message.created'), message, ...thread }]
  }
  const { event } = body
  if (event.name === 'resolved') {
    return [...first, { type: 'conversation.resolved', key: named('conversation.resolved'), ...thread }]
  }
  if (event.name === 'assigned' || event.name === 'taken_over' || event.name === 'transferred') {
    const key = named('conversation.assigned')
    return [...first, { type: 'conversation.assigned', key, to: event.agentName, ...thread }]
  }
  return first
}

/** Once per call for people, whichever of the events that follow tells it first. */
function handedOver({ conversation, customer }: Thread): readonly WebhookEvent[] {
  const { status, calledAt, id } = conversation
  if (status !== 'queued' || calledAt === undefined) return []
  const key = `conversation.handed_over:${id}:${calledAt}`
  return [{ type: 'conversation.handed_over', key, at: calledAt, conversation, customer }]
}
