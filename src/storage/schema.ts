import type { Kysely } from 'kysely'
import type { ConversationStatus } from '../domain/conversation.ts'

/** Times are epoch milliseconds, JSON is text, truth is 0 or 1: the same columns on both engines. */
export interface CustomerRow {
  id: string
  merged_into: string | null
  name: string | null
  phone: string | null
  email: string | null
  locale: string
  tier: string
  verified: number
  tags: string
  note: string
  created_at: number
  last_seen_at: number
}

export interface IdentityRow {
  kind: string
  value: string
  customer_id: string
}

export interface ConversationRow {
  id: string
  customer_id: string
  previous_id: string | null
  status: ConversationStatus
  agent_id: string | null
  queued_for: string | null
  locale: string
  context: string
  last_seq: number
  last_customer_seq: number
  handled_seq: number
  customer_read_seq: number
  agent_read_seq: number
  unread: number
  preview: string
  waiting_since: number | null
  rating_score: number | null
  rating_comment: string | null
  rated_at: number | null
  created_at: number
  updated_at: number
}

export interface MessageRow {
  conversation_id: string
  seq: number
  key: string
  author_kind: string
  author_id: string | null
  author_name: string | null
  body: string
  explanation: string | null
  helpful: number | null
  at: number
}

export interface QueueEntryRow {
  conversation_id: string
  enqueued_at: number
  state: 'waiting' | 'claimed' | 'done'
  reason: string
  kind: string
  priority: number
  card: string
  agent_id: string | null
  claimed_at: number | null
  ended_at: number | null
}

export interface SuggestionRow {
  id: string
  conversation_id: string
  heard_seq: number
  rank: number
  intent: string
  title: string
  text: string
  confidence: number
  evidence: string
  sends_at: number | null
  status: string
  sent_text: string | null
  reason: string | null
  agent_id: string | null
  created_at: number
  decided_at: number | null
}

export interface AgentRow {
  id: string
  login: string
  name: string
  role: string
  active: number
  presence: string
  password_hash: string
  created_at: number
}

export interface SessionRow {
  hash: string
  agent_id: string
  expires_at: number
}

export interface InviteRow {
  hash: string
  role: string
  created_by: string | null
  expires_at: number
  used_at: number | null
}

export interface OrderRow {
  number: string
  customer_id: string
  status: string
  currency: string
  total: number
  items: string
  placed_at: number
  /** Amounts, history, address, refunds, invoice and note, as JSON. */
  more: string
}

export interface ParcelRow {
  tracking_number: string
  order_number: string
  carrier: string
  status: string
  events: string
  eta_at: number | null
}

export interface ProductRow {
  id: string
  product: string
}

export interface CouponRow {
  id: string
  customer_id: string | null
  until_at: number
  used: number
  coupon: string
}

export interface CaseRow {
  number: string
  key: string
  type: string
  title: string
  status: string
  customer_id: string
  conversation_id: string
  order_number: string | null
  sku: string | null
  details: string
  evidence: string
  history: string
  agent_id: string | null
  due_at: number
  created_at: number
  updated_at: number
}

export interface ProofFailureRow {
  order_number: string
  customer_id: string
  at: number
}

export interface MissingFactRow {
  product_id: string
  fact: string
  count: number
  asked: string
  last_at: number
}

/** `owner_id` is empty for the team's. */
export interface CannedReplyRow {
  id: string
  owner_id: string
  folder: string
  code: string
  title: string
  messages: string
  created_at: number
  updated_at: number
}

export interface DraftRow {
  agent_id: string
  conversation_id: string
  text: string
  note: number
  at: number
}

export interface AuditRow {
  id: string
  at: number
  actor: string
  action: string
  target: string
  detail: string
}

export interface JobRow {
  key: string
  kind: string
  payload: string
  due_at: number
  locked_until: number
  attempts: number
}

export interface SettingRow {
  name: string
  value: string
}

export interface Schema {
  customers: CustomerRow
  identities: IdentityRow
  conversations: ConversationRow
  messages: MessageRow
  queue_entries: QueueEntryRow
  suggestions: SuggestionRow
  agents: AgentRow
  sessions: SessionRow
  invites: InviteRow
  orders: OrderRow
  parcels: ParcelRow
  products: ProductRow
  coupons: CouponRow
  cases: CaseRow
  proof_failures: ProofFailureRow
  missing_facts: MissingFactRow
  canned_replies: CannedReplyRow
  drafts: DraftRow
  audit: AuditRow
  jobs: JobRow
  settings: SettingRow
}

/** A connection, or a transaction on one. */
export type Db = Kysely<Schema>
