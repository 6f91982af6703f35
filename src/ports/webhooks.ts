import type { ApiKey } from '../domain/api-key.ts'
import type { AuditEntry } from '../domain/audit.ts'
import type { ConversationId, WebhookId } from '../domain/ids.ts'
import type { Attempt, Delivery, DeliveryStatus, Webhook, WebhookEventName, WebhookKeys } from '../domain/webhook.ts'
import type { WebhookEvent } from '../domain/webhook-events.ts'

export interface WebhookPatch {
  readonly name?: string
  readonly url?: string
  readonly events?: readonly WebhookEventName[]
}

export interface WebhookStore {
  /** In the order in which they were made. */
  list(): Promise<readonly Webhook[]>
  find(id: WebhookId): Promise<Webhook | undefined>
  create(webhook: Webhook, keys: WebhookKeys): Promise<void>
  /** Undefined where there is no such webhook. */
  update(id: WebhookId, patch: WebhookPatch): Promise<Webhook | undefined>
  /** True for whoever really switched it. Switched on, it is told of what happens from then on, and has never failed. */
  switchOn(id: WebhookId, at: number): Promise<boolean>
  switchOff(id: WebhookId, because: 'owner' | 'failing'): Promise<boolean>
  /** Its deliveries go along; false if there is no such webhook. */
  remove(id: WebhookId): Promise<boolean>
  getKeys(id: WebhookId): Promise<WebhookKeys | undefined>
  setKeys(id: WebhookId, keys: WebhookKeys): Promise<void>
  /** Something has arrived there: it does not fail any more. */
  noteSuccess(id: WebhookId, at: number): Promise<void>
  /** Returns since when it has been failing. */
  noteFailure(id: WebhookId, at: number): Promise<number>
  /** Up to when all messages have become deliveries; undefined before that was ever said. */
  getReadUntil(): Promise<number | undefined>
  setReadUntil(at: number): Promise<void>
  /** Messages stored at or after this moment, oldest first. */
  listMessagesSince(
    since: number,
    limit: number,
  ): Promise<readonly { readonly conversationId: ConversationId; readonly seq: number; readonly at: number }[]>
}

export interface DeliveryFilter {
  readonly webhookId: WebhookId
  readonly status?: DeliveryStatus
  /** For the next page: the last one of this. */
  readonly before?: { readonly at: number; readonly id: string }
  readonly limit: number
}

/** `key` names the event: a webhook is told of it once. */
export interface DeliveryDraft {
  readonly id: string
  readonly webhookId: WebhookId
  readonly event: Delivery['event']
  readonly key: string
  readonly body: string
  readonly at: number
}

export interface DeliveryStore {
  /** What a webhook was told of already is left out. */
  addAll(drafts: readonly DeliveryDraft[]): Promise<void>
  find(id: string): Promise<Delivery | undefined>
  /** Newest first. */
  list(filter: DeliveryFilter): Promise<readonly Delivery[]>
  /** Active webhooks to which something is to be sent now. */
  listAwaited(now: number): Promise<readonly WebhookId[]>
  /** Due deliveries of an active webhook, the oldest first, each for one caller only until `lockedUntil`. */
  claimDue(webhookId: WebhookId, now: number, lockedUntil: number, limit: number): Promise<readonly Delivery[]>
  /** Claims this one whatever its state, as another try; undefined while somebody else has it in hand. */
  claim(id: string, now: number, lockedUntil: number): Promise<Delivery | undefined>
  /** Writes down how a claimed one has ended, unless it was claimed anew meanwhile. */
  settle(claimed: Delivery, outcome: { status: DeliveryStatus; dueAt: number; attempt: Attempt }): Promise<void>
  /** Makes it due now, with all its tries before it; false if there is no such delivery. */
  sendAgain(id: string, now: number): Promise<boolean>
  countDue(webhookId: WebhookId): Promise<number>
  /** Removes what was delivered before, and everything else made before. */
  prune(deliveredBefore: number, madeBefore: number): Promise<number>
}

/** Where webhooks are sent to, and what they say. */
export interface WebhookSender {
  /** Why nothing is sent to this address; undefined where it may be. */
  refusalOf(url: string): string | undefined
  /** The body that is sent and signed. */
  toBody(event: WebhookEvent | { readonly type: 'ping'; readonly key: string; readonly at: number }): string
  /** Never rejects: whatever happens is an attempt. `keys`: each of them signs. */
  send(
    delivery: Pick<Delivery, 'id' | 'event' | 'body' | 'attempts'>,
    to: { readonly url: string; readonly keys: readonly string[] },
  ): Promise<Attempt>
}

export interface ApiKeyStore {
  /** Newest first, those that are revoked too. */
  list(): Promise<readonly ApiKey[]>
  create(key: ApiKey, hash: string): Promise<void>
  findByHash(hash: string): Promise<ApiKey | undefined>
  /** False if there is none that is in force. */
  revoke(id: string, at: number): Promise<boolean>
  noteUse(id: string, at: number): Promise<void>
}

export interface AuditFilter {
  readonly actor?: string
  /** All actions whose name begins so: `case.`, `webhook.`. */
  readonly area?: string
  readonly target?: string
  readonly from?: number
  readonly until?: number
  /** For the next page: the last one of this. */
  readonly before?: { readonly at: number; readonly id: string }
  readonly limit: number
}

/** An entry with its place in the list. */
export type AuditRecord = AuditEntry & { readonly id: string }
