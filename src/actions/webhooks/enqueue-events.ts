import type { Webhook } from '../../domain/webhook.ts'
import type { WebhookEvent } from '../../domain/webhook-events.ts'
import type { DeliveryDraft } from '../../ports/webhooks.ts'
import type { Deps } from '../deps.ts'

/** Makes a delivery for each webhook that is to be told; told twice of the same, it makes one. */
export async function enqueueEvents(
  deps: Deps,
  events: readonly WebhookEvent[],
  webhooks: readonly Webhook[],
): Promise<void> {
  const drafts = events.flatMap((event) => toDrafts(deps, event, webhooks))
  if (drafts.length > 0) await deps.storage.deliveries.addAll(drafts)
}

function toDrafts(deps: Deps, event: WebhookEvent, webhooks: readonly Webhook[]): readonly DeliveryDraft[] {
  const told = webhooks.filter(
    ({ active, events, since }) => active && events.includes(event.type) && event.at >= since,
  )
  if (told.length === 0) return []
  const body = deps.webhooks.toBody(event)
  const at = deps.clock.now()
  return told.map(({ id }) => ({
    id: deps.ids.next(),
    webhookId: id,
    event: event.type,
    key: event.key,
    body,
    at,
  }))
}
