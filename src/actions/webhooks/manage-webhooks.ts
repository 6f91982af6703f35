import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { WebhookId } from '../../domain/ids.ts'
import {
  MAX_WEBHOOKS,
  ROTATION_MILLISECONDS,
  requireWebhook,
  type Webhook,
  type WebhookEventName,
} from '../../domain/webhook.ts'
import type { WebhookPatch } from '../../ports/webhooks.ts'
import type { Deps } from '../deps.ts'

export interface WebhookDraft {
  readonly name: string
  readonly url: string
  readonly events: readonly WebhookEventName[]
}

/** A webhook as owners see it in the list. */
export interface ListedWebhook {
  readonly webhook: Webhook
  readonly due: number
  /** Until when the key before the present one signs too. */
  readonly earlierKeyUntil?: number
}

export async function listWebhooks(deps: Deps, owner: Agent): Promise<readonly ListedWebhook[]> {
  requireRole(owner, 'owner')
  return Promise.all((await deps.storage.webhooks.list()).map((webhook) => toListed(deps, webhook)))
}

export async function toListed(deps: Deps, webhook: Webhook): Promise<ListedWebhook> {
  const [due, keys] = await Promise.all([
    deps.storage.deliveries.countDue(webhook.id),
    deps.storage.webhooks.getKeys(webhook.id),
  ])
  const until = keys?.earlier?.until
  return { webhook, due, ...(until !== undefined && until > deps.clock.now() && { earlierKeyUntil: until }) }
}

/** From now on this address is told. The secret is shown this once. */
export async function createWebhook(
  deps: Deps,
  owner: Agent,
  draft: WebhookDraft,
): Promise<{ webhook: Webhook; secret: string }> {
  requireRole(owner, 'owner')
  requireAddress(deps, draft.url)
  const { webhooks } = deps.storage
  if ((await webhooks.list()).length >= MAX_WEBHOOKS) throw new AppError('too_many_webhooks')

  const at = deps.clock.now()
  const webhook: Webhook = {
    id: deps.ids.next(),
    ...draft,
    events: [...new Set(draft.events)],
    active: true,
    since: at,
    createdBy: owner.id,
    createdAt: at,
  }
  const secret = newSecret(deps)
  await webhooks.create(webhook, { sealed: deps.vault.seal(secret) })
  await told(deps, owner, 'webhook.created', webhook.id, { name: webhook.name, host: hostOf(webhook.url) })
  return { webhook, secret }
}

/** What is left out stays. Switched on again, it is told of what happens from then on. */
export async function changeWebhook(
  deps: Deps,
  owner: Agent,
  { id, active, ...patch }: WebhookPatch & { readonly id: WebhookId; readonly active?: boolean },
): Promise<Webhook> {
  requireRole(owner, 'owner')
  const { webhooks } = deps.storage
  requireWebhook(await webhooks.find(id))
  if (patch.url !== undefined) requireAddress(deps, patch.url)

  if (Object.keys(patch).length > 0) {
    requireWebhook(await webhooks.update(id, patch))
    const detail = { fields: Object.keys(patch), ...(patch.url !== undefined && { host: hostOf(patch.url) }) }
    await told(deps, owner, 'webhook.changed', id, detail)
  }
  if (active !== undefined) await switchTo(deps, owner, id, active)
  return requireWebhook(await webhooks.find(id))
}

async function switchTo(deps: Deps, owner: Agent, id: WebhookId, active: boolean): Promise<void> {
  const { webhooks } = deps.storage
  const switched = active ? await webhooks.switchOn(id, deps.clock.now()) : await webhooks.switchOff(id, 'owner')
  if (switched) await told(deps, owner, active ? 'webhook.switched-on' : 'webhook.switched-off', id)
}

/** What was on its way goes along. */
export async function removeWebhook(deps: Deps, owner: Agent, id: WebhookId): Promise<void> {
  requireRole(owner, 'owner')
  const webhook = requireWebhook(await deps.storage.webhooks.find(id))
  if (!(await deps.storage.webhooks.remove(id))) throw new AppError('webhook_not_found')
  await told(deps, owner, 'webhook.removed', id, { name: webhook.name })
}

/** A new secret, shown this once; for a day the old one signs too. */
export async function changeWebhookKey(
  deps: Deps,
  owner: Agent,
  id: WebhookId,
): Promise<{ webhook: Webhook; secret: string }> {
  requireRole(owner, 'owner')
  const webhook = requireWebhook(await deps.storage.webhooks.find(id))
  const before = await deps.storage.webhooks.getKeys(id)
  const secret = newSecret(deps)
  const until = deps.clock.now() + ROTATION_MILLISECONDS
  await deps.storage.webhooks.setKeys(id, {
    sealed: deps.vault.seal(secret),
    ...(before && { earlier: { sealed: before.sealed, until } }),
  })
  await told(deps, owner, 'webhook.key-changed', id, { name: webhook.name })
  return { webhook, secret }
}

function newSecret({ secrets }: Deps): string {
  return `whsec_${secrets.issue().secret}`
}

function requireAddress({ webhooks }: Deps, url: string): void {
  const message = webhooks.refusalOf(url)
  if (message !== undefined) throw new AppError('webhook_address_refused', { message })
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

async function told(deps: Deps, owner: Agent, action: string, target: WebhookId, detail: object = {}): Promise<void> {
  await deps.storage.audit.add({ at: deps.clock.now(), actor: owner.id, action, target, detail: { ...detail } })
  deps.publisher.publish({ type: 'webhooks.changed' })
}
