/** Customers, and the people of the shop. Times are epoch milliseconds, JSON is text, truth is 0 or 1: the same columns on both engines. */
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
