import { z } from 'zod'
import type { Case } from '../domain/case.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Customer } from '../domain/customer.ts'
import { type Message, wordsOf } from '../domain/message.ts'
import { PING, type WebhookEventName } from '../domain/webhook.ts'
import type { WebhookEvent } from '../domain/webhook-events.ts'
import { CaseStatusName, CaseTypeName } from './cases.ts'

/** What webhooks are told. No note, no explanation, no phone number and no e-mail address has a way out here. */
const CustomerBody = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string(),
  tags: z.array(z.string()),
  verified: z.boolean(),
  locale: z.string(),
})
const ConversationBody = z.object({
  id: z.string(),
  status: z.enum(['bot', 'queued', 'assigned', 'resolved']),
  lastSeq: z.number(),
  agentId: z.string().optional(),
  reason: z.string().optional(),
  previousId: z.string().optional(),
})
const Thread = z.object({ conversation: ConversationBody, customer: CustomerBody })
const CaseBody = z.object({
  number: z.string(),
  type: CaseTypeName,
  title: z.string(),
  status: CaseStatusName,
  customerId: z.string(),
  conversationId: z.string(),
  orderNumber: z.string().optional(),
  agentId: z.string().optional(),
  note: z.string(),
  dueAt: z.number(),
  revision: z.number(),
})

/** What stands under `data`, by event. */
export const WEBHOOK_DATA = {
  'conversation.opened': Thread,
  'conversation.handed_over': Thread,
  'conversation.assigned': Thread.extend({ to: z.string() }),
  'conversation.resolved': Thread,
  'message.created': Thread.extend({
    message: z.object({
      seq: z.number(),
      at: z.number(),
      author: z.object({ kind: z.string(), id: z.string().optional(), name: z.string().optional() }),
      kind: z.string(),
      text: z.string(),
      url: z.string().optional(),
    }),
  }),
  'rating.given': Thread.extend({
    rating: z.object({
      target: z.enum(['agent', 'bot']),
      score: z.number(),
      reasons: z.array(z.string()),
      comment: z.string(),
      agentId: z.string().optional(),
    }),
  }),
  'case.opened': z.object({ case: CaseBody }),
  'case.changed': z.object({ case: CaseBody }),
  'customer.changed': z.object({ customer: CustomerBody }),
  'customer.merged': z.object({ from: z.string(), into: z.string() }),
  'knowledge.published': z.object({ version: z.string(), intents: z.number(), products: z.number() }),
} as const satisfies Record<WebhookEventName, z.ZodType>

/** The version of all bodies. A field may be added to one; a changed meaning is another version. */
export const WEBHOOK_VERSION = 1

export type Told = WebhookEvent | { readonly type: typeof PING; readonly key: string; readonly at: number }

/** The whole body. `id` names what has happened: told twice, it is the same. */
export function toWebhookBody(event: Told): object {
  const { type, key, at } = event
  return { id: key, type, version: WEBHOOK_VERSION, at, data: event.type === PING ? {} : toData(event) }
}

function toData(event: WebhookEvent): object {
  switch (event.type) {
    case 'conversation.opened':
    case 'conversation.handed_over':
    case 'conversation.resolved':
      return toThread(event)
    case 'conversation.assigned':
      return { ...toThread(event), to: event.to }
    case 'message.created':
      return { ...toThread(event), message: toMessage(event.message) }
    case 'rating.given': {
      const { target, score, reasons, comment, agentId } = event.rating
      return { ...toThread(event), rating: { target, score, reasons, comment, ...(agentId && { agentId }) } }
    }
    case 'case.opened':
    case 'case.changed':
      return { case: toCase(event.case) }
    case 'customer.changed':
      return { customer: toCustomer(event.customer) }
    case 'customer.merged':
      return { from: event.from, into: event.into }
    case 'knowledge.published':
      return { version: event.version, intents: event.intents, products: event.products }
  }
}

function toThread({ conversation, customer }: { conversation: Conversation; customer: Customer }) {
  const { id, status, lastSeq, previousId } = conversation
  return {
    conversation: {
      id,
      status,
      lastSeq,
      ...(conversation.status === 'assigned' && { agentId: conversation.agentId }),
      ...(conversation.status === 'queued' && { reason: conversation.queuedFor }),
      ...(previousId !== undefined && { previousId }),
    },
    customer: toCustomer(customer),
  }
}

function toCustomer({ id, name, tier, tags, verified, locale }: Customer) {
  return { id, name: name ?? '', tier, tags, verified, locale }
}

function toMessage({ seq, at, author, body }: Message) {
  return {
    seq,
    at,
    author: {
      kind: author.kind,
      ...('id' in author && { id: author.id }),
      ...('name' in author && { name: author.name }),
    },
    kind: body.kind,
    text: wordsOf(body),
    ...('url' in body && { url: body.url }),
    ...(body.kind === 'text' && body.image !== undefined && { url: body.image }),
  }
}

function toCase(found: Case) {
  const { number, type, title, status, customerId, conversationId, orderNumber, agentId, dueAt, revision } = found
  return {
    number,
    type,
    title,
    status,
    customerId,
    conversationId,
    ...(orderNumber !== undefined && { orderNumber }),
    ...(agentId !== undefined && { agentId }),
    note: found.history.at(-1)?.note ?? '',
    dueAt,
    revision,
  }
}
