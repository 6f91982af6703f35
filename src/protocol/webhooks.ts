import { z } from 'zod'
import type { ApiKey } from '../domain/api-key.ts'
import { API_SCOPES } from '../domain/api-key.ts'
import { DELIVERY_STATUSES, type Delivery, WEBHOOK_EVENTS, type Webhook } from '../domain/webhook.ts'

export const WebhookEventName = z.enum(WEBHOOK_EVENTS)
export type WebhookEventName = z.infer<typeof WebhookEventName>
export const DeliveryStatusName = z.enum(DELIVERY_STATUSES)
export type DeliveryStatusName = z.infer<typeof DeliveryStatusName>

export const WebhookView = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(WebhookEventName),
  active: z.boolean(),
  offBecause: z.enum(['owner', 'failing']).optional(),
  failingSince: z.number().optional(),
  lastDeliveredAt: z.number().optional(),
  createdAt: z.number(),
  due: z.number(),
  earlierKeyUntil: z.number().optional(),
})
export type WebhookView = z.infer<typeof WebhookView>

const Name = z.string().trim().min(1).max(40)
const Url = z.string().trim().min(1).max(500)
const Events = z.array(WebhookEventName).min(1).max(WEBHOOK_EVENTS.length)

export const WebhookDraft = z.object({ name: Name, url: Url, events: Events })
export const WebhookPatch = z.object({
  name: Name.optional(),
  url: Url.optional(),
  events: Events.optional(),
  active: z.boolean().optional(),
})
export const WebhookSecret = z.object({ webhook: WebhookView, secret: z.string() })
export type WebhookSecret = z.infer<typeof WebhookSecret>

export const DeliveryView = z.object({
  id: z.string(),
  /** One of the names of `WebhookEventName`, or `ping`. */
  event: z.string(),
  status: DeliveryStatusName,
  attempts: z.number(),
  dueAt: z.number().optional(),
  createdAt: z.number(),
  lastAt: z.number().optional(),
  milliseconds: z.number().optional(),
  answered: z.number().optional(),
  error: z.string().optional(),
})
export type DeliveryView = z.infer<typeof DeliveryView>
export const DeliveryDetail = z.object({ delivery: DeliveryView, body: z.string(), answer: z.string().optional() })
export type DeliveryDetail = z.infer<typeof DeliveryDetail>

export const DeliveryQuery = z.object({
  status: DeliveryStatusName.optional(),
  before: z.coerce.number().optional(),
  beforeId: z.string().max(80).optional(),
})
export const DeliveryPage = z.object({ deliveries: z.array(DeliveryView), more: z.boolean() })
export type DeliveryPage = z.infer<typeof DeliveryPage>

export const ApiScopeName = z.enum(API_SCOPES)
export type ApiScopeName = z.infer<typeof ApiScopeName>
export const ApiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(ApiScopeName),
  createdBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number().optional(),
  usedAt: z.number().optional(),
  revokedAt: z.number().optional(),
})
export type ApiKeyView = z.infer<typeof ApiKeyView>
export const ApiKeyDraft = z.object({
  name: Name,
  scopes: z.array(ApiScopeName).min(1).max(API_SCOPES.length),
  days: z.number().int().min(1).max(3650).optional(),
})
export const ApiKeySecret = z.object({ key: ApiKeyView, secret: z.string() })
export type ApiKeySecret = z.infer<typeof ApiKeySecret>

const One = z.object({ webhook: WebhookView })
const Sent = z.object({ delivery: DeliveryView })

export const WEBHOOK_ROUTES = {
  'GET /api/v1/webhooks': { reply: z.object({ webhooks: z.array(WebhookView) }) },
  'POST /api/v1/webhooks': { body: WebhookDraft, reply: WebhookSecret },
  'PATCH /api/v1/webhooks/{id}': { body: WebhookPatch, reply: One },
  'DELETE /api/v1/webhooks/{id}': {},
  'POST /api/v1/webhooks/{id}/secret': { reply: WebhookSecret },
  'POST /api/v1/webhooks/{id}/test': { reply: Sent },
  'GET /api/v1/webhooks/{id}/deliveries': { query: DeliveryQuery, reply: DeliveryPage },
  'GET /api/v1/webhook-deliveries/{id}': { reply: DeliveryDetail },
  'POST /api/v1/webhook-deliveries/{id}/resend': { reply: Sent },
  'GET /api/v1/api-keys': { reply: z.object({ keys: z.array(ApiKeyView) }) },
  'POST /api/v1/api-keys': { body: ApiKeyDraft, reply: ApiKeySecret },
  'DELETE /api/v1/api-keys/{id}': {},
} as const satisfies Record<string, { body?: z.ZodType; query?: z.ZodType; reply?: z.ZodType }>

export function toWebhookView(webhook: Webhook, more: { due: number; earlierKeyUntil?: number }): WebhookView {
  const { since: _, createdBy: __, events, ...rest } = webhook
  return { ...rest, events: [...events], ...more }
}

export function toDeliveryView({ id, event, status, attempts, dueAt, createdAt, last }: Delivery): DeliveryView {
  return {
    id,
    event,
    status,
    attempts,
    createdAt,
    ...(status === 'due' && { dueAt }),
    ...(last && { lastAt: last.at, milliseconds: last.milliseconds }),
    ...(last?.status !== undefined && { answered: last.status }),
    ...(last?.error !== undefined && { error: last.error }),
  }
}

export function toApiKeyView({ scopes, ...key }: ApiKey): ApiKeyView {
  return { ...key, scopes: [...scopes] }
}
