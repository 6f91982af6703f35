/** The work of people: queue, proposals, to-dos, cases, what is ready to be said. Times are epoch milliseconds, JSON is text, truth is 0 or 1: the same columns on both engines. */
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
