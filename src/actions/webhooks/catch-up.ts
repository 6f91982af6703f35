import type { ConversationId } from '../../domain/ids.ts'
import { TOLD_BY_MESSAGES, toWebhookEvents, type WebhookEvent } from '../../domain/webhook-events.ts'
import type { Deps } from '../deps.ts'
import { enqueueEvents } from './enqueue-events.ts'

/** A message is stored some time after the moment that it bears. */
const OVERLAP = 10_000
const AT_ONCE = 500

/**
 * Reads the newest messages again for webhooks that have not been told of them, because a process died between the commit and the
 * telling. What they were told already makes nothing new. Returns how many messages it has read.
 */
export async function catchUpWebhooks(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const webhooks = (await deps.storage.webhooks.list()).filter(
    ({ active, events }) => active && events.some((event) => TOLD_BY_MESSAGES.includes(event)),
  )
  const [first] = webhooks
  if (!first) return 0

  const earliest = Math.min(...webhooks.map(({ since }) => since))
  const readUntil = (await deps.storage.webhooks.getReadUntil()) ?? earliest
  const from = Math.max(earliest, readUntil - OVERLAP)
  const said = await deps.storage.webhooks.listMessagesSince(from, AT_ONCE)
  const events: WebhookEvent[] = []
  for (const { conversationId, seq } of said) events.push(...(await toldBy(deps, conversationId, seq)))
  await enqueueEvents(deps, events, webhooks)

  // A full page is gone on from; where all of it bears one moment, that moment is passed over rather than read for ever.
  const last = said.at(-1)?.at ?? now
  const reached = said.length < AT_ONCE ? now : Math.max(last + OVERLAP, readUntil + 1)
  await deps.storage.webhooks.setReadUntil(Math.min(reached, Math.max(now, readUntil)))
  return said.length
}

async function toldBy(deps: Deps, id: ConversationId, seq: number): Promise<readonly WebhookEvent[]> {
  const [conversation, message] = await Promise.all([
    deps.storage.conversations.find(id),
    deps.storage.messages.find(id, seq),
  ])
  const customer = conversation && (await deps.storage.customers.find(conversation.customerId))
  if (!message || !customer) return []
  return toWebhookEvents({ type: 'message.created', conversation, customer, message })
}
