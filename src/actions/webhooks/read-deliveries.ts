import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { type Delivery, requireWebhook } from '../../domain/webhook.ts'
import type { DeliveryFilter } from '../../ports/webhooks.ts'
import type { Deps } from '../deps.ts'

const PAGE = 50
const DAY = 86_400_000

export async function listDeliveries(
  deps: Deps,
  owner: Agent,
  filter: Omit<DeliveryFilter, 'limit'>,
): Promise<{ deliveries: readonly Delivery[]; more: boolean }> {
  requireRole(owner, 'owner')
  requireWebhook(await deps.storage.webhooks.find(filter.webhookId))
  const found = await deps.storage.deliveries.list({ ...filter, limit: PAGE + 1 })
  return { deliveries: found.slice(0, PAGE), more: found.length > PAGE }
}

/** With its body and what was answered; throws `delivery_not_found`. */
export async function readDelivery(deps: Deps, owner: Agent, id: string): Promise<Delivery> {
  requireRole(owner, 'owner')
  const delivery = await deps.storage.deliveries.find(id)
  if (!delivery) throw new AppError('delivery_not_found')
  return delivery
}

/** What was delivered is kept for a week, everything else for a month. */
export async function pruneDeliveries(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const removed = await deps.storage.deliveries.prune(now - 7 * DAY, now - 30 * DAY)
  if (removed > 0) deps.log.info({ removed }, 'old deliveries of webhooks were removed')
}
