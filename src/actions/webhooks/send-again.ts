import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { WebhookId } from '../../domain/ids.ts'
import { type Delivery, PING, requireWebhook } from '../../domain/webhook.ts'
import type { Deps } from '../deps.ts'
import { sendOne } from './deliver.ts'

const LOCK_MILLISECONDS = 60_000

/** Sends an event of its own to see whether anybody is there, whether the webhook is on or off; the delivery says how it went. */
export async function testWebhook(deps: Deps, owner: Agent, webhookId: WebhookId): Promise<Delivery> {
  requireRole(owner, 'owner')
  requireWebhook(await deps.storage.webhooks.find(webhookId))
  const at = deps.clock.now()
  const id = deps.ids.next()
  const key = `${PING}:${id}`
  const body = deps.webhooks.toBody({ type: PING, key, at })
  await deps.storage.deliveries.addAll([{ id, webhookId, event: PING, key, body, at }])
  return sendNow(deps, id)
}

/** Sends a delivery once more under its id, whatever became of it before. */
export async function sendDeliveryAgain(deps: Deps, owner: Agent, id: string): Promise<Delivery> {
  requireRole(owner, 'owner')
  const delivery = await deps.storage.deliveries.find(id)
  if (!delivery) throw new AppError('delivery_not_found')

  const detail = { event: delivery.event, delivery: id }
  const entry = { at: deps.clock.now(), actor: owner.id, action: 'webhook.sent-again', detail }
  await deps.storage.deliveries.sendAgain(id, deps.clock.now())
  await deps.storage.audit.add({ ...entry, target: delivery.webhookId })
  return sendNow(deps, id)
}

/** Where the clock was quicker, it is under way already. */
async function sendNow(deps: Deps, id: string): Promise<Delivery> {
  const now = deps.clock.now()
  const claimed = await deps.storage.deliveries.claim(id, now, now + LOCK_MILLISECONDS)
  if (claimed) await sendOne(deps, claimed)
  const settled = await deps.storage.deliveries.find(id)
  if (!settled) throw new AppError('delivery_not_found')
  return settled
}
