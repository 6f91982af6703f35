/** What the shop sells, and what runs behind the stage. Times are epoch milliseconds, JSON is text, truth is 0 or 1: the same columns on both engines. */
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

export interface SettingRow {
  name: string
  value: string
}

/** A process among several; `browsers` is JSON, by agent. */
export interface NodeRow {
  id: string
  beats: number
  browsers: string
  knowledge: string
}
