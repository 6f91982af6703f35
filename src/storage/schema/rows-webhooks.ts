/** What other systems are told, and what they may do. Times are epoch milliseconds, JSON is text, truth is 0 or 1. */
export interface WebhookRow {
  id: string
  name: string
  url: string
  events: string
  active: number
  since: number
  off_because: string | null
  failing_since: number | null
  last_delivered_at: number | null
  sealed: string
  earlier_sealed: string | null
  earlier_until: number | null
  created_by: string
  created_at: number
}

/** `event_key` names what happened: once per webhook. The columns `last_…` are of the newest try. */
export interface DeliveryRow {
  id: string
  webhook_id: string
  event: string
  event_key: string
  body: string
  status: string
  attempts: number
  due_at: number
  locked_until: number
  created_at: number
  last_at: number | null
  last_ms: number | null
  last_status: number | null
  last_answer: string | null
  last_error: string | null
}

export interface ApiKeyRow {
  id: string
  hash: string
  name: string
  prefix: string
  scopes: string
  created_by: string
  created_at: number
  expires_at: number | null
  used_at: number | null
  revoked_at: number | null
}

/** A page of the shop on which the widget was opened last, one per origin. */
export interface PageSightingRow {
  origin: string
  url: string
  at: number
}
