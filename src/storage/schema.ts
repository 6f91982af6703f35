import type { Generated, Kysely } from 'kysely'
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
  created_at: number
  last_seen_at: number
  blocked_until: number | null
}

export interface BlockRow {
  id: string
  customer_id: string
  reason: string
  by_id: string
  by_name: string
  from_at: number
  until_at: number | null
  ended_at: number | null
  ended_by: string | null
}

export interface CustomerNoteRow {
  id: string
  customer_id: string
  text: string
  by_id: string | null
  by_name: string | null
  at: number
  edited_at: number | null
  deleted_at: number | null
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
  customer_delivered_seq: number
  customer_read_seq: number
  agent_read_seq: number
  unread: number
  preview: string
  waiting_since: number | null
  rating_score: number | null
  rating_comment: string | null
  rated_at: number | null
  /** Label ids with a space between them; `conversation_labels` holds the same to search by. */
  labels: string
  /** The newest message that the search index has read. */
  indexed_seq: number
  /** Which rating is asked for, and since when. */
  asked_rating: string | null
  asked_at: number | null
  snoozed_until: number | null
  woken_at: number | null
  created_at: number
  updated_at: number
  /** While waiting: whether the bot goes on answering. */
  with_bot: number
  transfer_to: string | null
  transfer_until: number | null
  first_replied_at: number | null
  called_at: number | null
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
  quote: string | null
  quoted_seq: number | null
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
  group_id: string | null
  offered_to: string | null
  offer_until: number | null
}

/** Who has let an offer pass, and when. */
export interface QueuePassRow {
  conversation_id: string
  agent_id: string
  at: number
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
  source: string | null
  sureness: string | null
  shown_at: number | null
  shown_to: string | null
  edit_distance: number | null
  edit_share: number | null
}

export interface AssistTurnRow {
  conversation_id: string
  heard_seq: number
  agent_id: string | null
  at: number
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
  groups: string
  /** Their own limit; the shop's where there is none. */
  capacity: number | null
  last_assigned_at: number
  /** Offers let pass in a row. */
  missed: number
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
  revision: number
}

export interface RatingRow {
  conversation_id: string
  target: string
  agent_id: string | null
  score: number
  reasons: string
  comment: string
  at: number
}

export interface TodoRow {
  id: string
  kind: string
  title: string
  detail: string
  conversation_id: string
  customer_id: string
  agent_id: string | null
  group_name: string | null
  due_at: number
  /** When it was told that the time had come. */
  told_at: number | null
  status: string
  created_by: string
  created_at: number
  done_by: string | null
  done_at: number | null
  note: string
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

export interface LabelRow {
  id: string
  name: string
  color: string
  position: number
}

export interface ConversationLabelRow {
  conversation_id: string
  label_id: string
}

/** What the index has learned of a conversation. `number` makes the row ids of SQLite's index. */
export interface SearchConversationRow {
  number: Generated<number>
  conversation_id: string
  noted: number
}

/** PostgreSQL's index; SQLite's is a virtual table of the same name. */
export interface SearchWordsRow {
  conversation_id: string
  seq: number
  words: string
}

/** Which intents were answered or weighed in a conversation, and which agents have spoken in it. */
export interface SearchFacetRow {
  conversation_id: string
  kind: 'intent' | 'agent'
  value: string
}

export interface SettingRow {
  name: string
  value: string
}

export interface Schema {
  customers: CustomerRow
  identities: IdentityRow
  blocks: BlockRow
  customer_notes: CustomerNoteRow
  conversations: ConversationRow
  messages: MessageRow
  queue_entries: QueueEntryRow
  queue_passes: QueuePassRow
  suggestions: SuggestionRow
  assist_turns: AssistTurnRow
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
  ratings: RatingRow
  todos: TodoRow
  audit: AuditRow
  jobs: JobRow
  settings: SettingRow
  labels: LabelRow
  conversation_labels: ConversationLabelRow
  search_conversations: SearchConversationRow
  search_words: SearchWordsRow
  search_facets: SearchFacetRow
}

/** A connection, or a transaction on one. */
export type Db = Kysely<Schema>
