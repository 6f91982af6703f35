import type { AgentId, CaseNumber, ConversationId, CustomerId } from './ids.ts'

/** What an after-sales request asks for. */
export const CASE_TYPES = [
  'return',
  'exchange',
  'refund',
  'repair',
  'missing_item',
  'wrong_item',
  'damaged',
  'invoice',
  'price_protection',
  'logistics',
  'address_change',
  'item_change',
  'cancel',
  'urge',
  'merge',
  'complaint',
  'other',
] as const
export type CaseType = (typeof CASE_TYPES)[number]

/** `waiting`: the shopper has to do something first. */
export const CASE_STATUSES = ['open', 'in_progress', 'waiting', 'resolved', 'rejected', 'cancelled'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export type CaseActor =
  | { readonly kind: 'bot' | 'customer' }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string }

export interface CaseChange {
  readonly at: number
  readonly status: CaseStatus
  readonly by: CaseActor
  /** What the shopper is told. */
  readonly note: string
  /** What only the people of the shop read. */
  readonly internal?: string
  /** Until when it is now to be dealt with, where that was moved. */
  readonly dueAt?: number
  /** Whose it has become, where that has changed. */
  readonly agent?: { readonly id: AgentId; readonly name: string }
}

/** One thing that was learnt, as it is shown: 原因 → 尺码不合适. */
export interface CaseDetail {
  readonly label: string
  readonly text: string
}

/** What a flow opens. The same key opens one case, however often. */
export interface CaseDraft {
  readonly key: string
  readonly type: CaseType
  readonly title: string
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly orderNumber?: string
  readonly sku?: string
  readonly details: readonly CaseDetail[]
  /** URLs of pictures that the shopper sent. */
  readonly evidence: readonly string[]
  readonly dueAt: number
  /** Who asks for it; absent: the shopper. */
  readonly by?: CaseActor
  readonly at: number
}

/** An after-sales request with a life of its own. */
export interface Case extends Omit<CaseDraft, 'key' | 'by' | 'at'> {
  readonly number: CaseNumber
  readonly status: CaseStatus
  readonly agentId?: AgentId
  /** Oldest first; the first is its opening. */
  readonly history: readonly CaseChange[]
  readonly createdAt: number
  readonly updatedAt: number
  /** Counts its changes: whoever changes it says which state they have seen. */
  readonly revision: number
}

const ENDED: readonly CaseStatus[] = ['resolved', 'rejected', 'cancelled']

export function isEnded({ status }: Pick<Case, 'status'>): boolean {
  return ENDED.includes(status)
}

/** The case as it was after the first `length` entries of its history; undefined if it has not come so far. */
export function caseAfter(found: Case, length: number): Case | undefined {
  const last = found.history[length - 1]
  if (!last) return undefined

  const history = found.history.slice(0, length)
  const dueAt = history.findLast((change) => change.dueAt !== undefined)?.dueAt ?? found.dueAt
  return { ...found, status: last.status, history, dueAt, updatedAt: last.at }
}
