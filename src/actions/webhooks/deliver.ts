import type { WebhookId } from '../../domain/ids.ts'
import { type Attempt, type Delivery, decideAfter, isGivenUp, isTaken, type WebhookKeys } from '../../domain/webhook.ts'
import type { Deps } from '../deps.ts'

/** Longer than a try takes; whose process died is tried by another after that. */
const LOCK_MILLISECONDS = 60_000
const AT_ONCE = 4

/** Sends what is due to one webhook, a few at a time, and returns how many it tried; 0 when there is nothing more. */
export async function deliverTo(deps: Deps, webhookId: WebhookId): Promise<number> {
  const now = deps.clock.now()
  const claimed = await deps.storage.deliveries.claimDue(webhookId, now, now + LOCK_MILLISECONDS, AT_ONCE)
  await Promise.all(claimed.map((delivery) => sendOne(deps, delivery)))
  return claimed.length
}

/** Sends a delivery that this caller has claimed, and writes down how it went. */
export async function sendOne(deps: Deps, delivery: Delivery): Promise<Attempt | undefined> {
  const { webhooks, deliveries } = deps.storage
  const webhook = await webhooks.find(delivery.webhookId)
  const keys = await webhooks.getKeys(delivery.webhookId)
  // Removed meanwhile, with all that was on its way.
  if (!webhook || !keys) return undefined

  const attempt = await trySending(deps, delivery, { url: webhook.url, keys: keysInForce(deps, keys) })
  await deliveries.settle(delivery, { ...decideAfter(delivery.attempts, attempt), attempt })
  deps.log.info(
    {
      webhook: webhook.id,
      delivery: delivery.id,
      event: delivery.event,
      attempt: delivery.attempts,
      status: attempt.status,
      milliseconds: attempt.milliseconds,
      error: attempt.error,
    },
    isTaken(attempt) ? 'a webhook was delivered' : 'a webhook was not delivered',
  )
  await noteHealth(deps, webhook.id, attempt)
  return attempt
}

/** Unsigned, nothing is sent. */
async function trySending(
  deps: Deps,
  delivery: Delivery,
  to: { readonly url: string; readonly keys: readonly string[] },
): Promise<Attempt> {
  if (to.keys.length > 0) return deps.webhooks.send(delivery, to)
  return { at: deps.clock.now(), milliseconds: 0, error: KEY_LOST }
}

const KEY_LOST = 'The secret was sealed with another XIAOER_SECRET and cannot be read any more. Make a new one.'

/** Sealed with another secret of the server, a key is lost: then nothing is signed with it. */
function keysInForce({ vault, clock }: Deps, { sealed, earlier }: WebhookKeys): readonly string[] {
  const old = earlier && earlier.until > clock.now() ? [earlier.sealed] : []
  return [sealed, ...old].flatMap((one) => vault.open(one) ?? [])
}

async function noteHealth(deps: Deps, id: WebhookId, attempt: Attempt): Promise<void> {
  const { webhooks, audit } = deps.storage
  if (isTaken(attempt)) return webhooks.noteSuccess(id, attempt.at)

  const since = await webhooks.noteFailure(id, attempt.at)
  if (!isGivenUp(since, attempt) || !(await webhooks.switchOff(id, 'failing'))) return
  const detail = { since, ...(attempt.status !== undefined && { status: attempt.status }) }
  await audit.add({ at: deps.clock.now(), actor: 'system', action: 'webhook.switched-off', target: id, detail })
  deps.log.warn({ webhook: id, failingSince: since }, 'a webhook was switched off: nothing arrives there')
  deps.publisher.publish({ type: 'webhooks.changed' })
}
