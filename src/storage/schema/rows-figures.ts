/** The columns that all tables of facts have in common; the measures of each are named in `domain/metrics/fact.ts`. */
export interface FactRow {
  conversation_id: string
  seq: number
  at: number
  customer_id: string
  day: string
  hour: number
  weekday: number
  agent_id: string
  group_id: string
  intent: string
  channel: string
  tier: string
  [measure: string]: string | number | null
}

/** A conversation whose facts are behind. */
export interface FactMarkRow {
  conversation_id: string
  later: number
  /** Grows with every change, so that a change made while it is counted is not forgotten. */
  revision: number
}

export interface FactStateRow {
  name: string
  value: string
}
