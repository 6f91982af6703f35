import type { DomainEvent } from '../../domain/events.ts'
import { toWebhookEvents, type WebhookEvent } from '../../domain/webhook-events.ts'
import type { Deps } from '../deps.ts'

type Asked = Pick<Deps, 'storage' | 'live' | 'clock'>

/** What webhooks are told of an event of ours; nothing of most. What is not in the event is looked up. */
export async function listTold(deps: Asked, event: DomainEvent): Promise<readonly WebhookEvent[]> {
  const at = deps.clock.now()
  switch (event.type) {
    case 'message.created':
      return toWebhookEvents({ ...event, type: 'message.created' })
    case 'conversation.changed':
    case 'rating.given':
    case 'case.changed':
      return toWebhookEvents(event)
    case 'record.changed': {
      const customer = await deps.storage.customers.find(event.customerId)
      return customer ? [{ type: 'customer.changed', key: `customer.changed:${customer.id}:${at}`, at, customer }] : []
    }
    case 'customers.merged': {
      const { from, into } = event
      return [{ type: 'customer.merged', key: `customer.merged:${from}:${into}`, at, from, into }]
    }
    case 'knowledge.changed': {
      const { version, intents, products } = deps.live.current().knowledge
      const told = { version, intents: intents.size, products: products.size }
      // Each node takes it up for itself, and all tell it: within a minute it is one event.
      const key = `knowledge.published:${version}:${Math.floor(at / 60_000)}`
      return [{ type: 'knowledge.published', key, at, ...told }]
    }
    default:
      return []
  }
}

const TELLING: readonly DomainEvent['type'][] = [
  'message.created',
  'conversation.changed',
  'rating.given',
  'case.changed',
  'record.changed',
  'customers.merged',
  'knowledge.changed',
]

/** Whether webhooks may be told anything of it. */
export function isTelling({ type }: DomainEvent): boolean {
  return TELLING.includes(type)
}
