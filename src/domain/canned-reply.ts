import type { AgentId } from './ids.ts'
import type { LocalizedText } from './localized-text.ts'
import type { StoredFile } from './upload.ts'

/** One message of a canned reply. A text is a template, in one language or in each. */
export type CannedMessage =
  | { readonly kind: 'text'; readonly text: LocalizedText }
  | { readonly kind: 'image'; readonly url: string }
  | ({ readonly kind: 'file'; readonly url: string } & StoredFile)

/** 快捷短语: messages that are kept ready, found by title or short code and sent in their order. */
export interface CannedReply {
  readonly id: string
  /** Whose it is; absent for one that everybody of the team has. */
  readonly ownerId?: AgentId
  /** Empty where it lies in none. */
  readonly folder: string
  /** What is typed after `/`; of its owner's replies, or the team's, no other has it. */
  readonly code: string
  readonly title: string
  readonly messages: readonly CannedMessage[]
  readonly createdAt: number
  readonly updatedAt: number
}

/** What a text of a canned reply may speak of besides the shop's own facts. Everything else of a shopper stays out of templates. */
const VARIABLES = [
  ...['customer.name', 'agent.name', 'shop.name'],
  ...['order.number', 'order.status_text', 'order.items', 'order.total', 'order.placed_on', 'order.shipped_on'],
  ...['order.delivered_on', 'parcel.carrier', 'parcel.number', 'parcel.last_event', 'parcel.eta'],
  ...['refund.amount', 'refund.status_text', 'product.name', 'product.price', 'product.colors', 'product.sizes'],
  ...['desk.hours', 'ship.day'],
] as const

/** Every variable of this shop, the usual ones first. */
export function cannedVariables(shopFacts: Readonly<Record<string, unknown>>): readonly string[] {
  return [...VARIABLES, ...Object.keys(shopFacts).map((key) => `shop.${key}`)]
}

/** Where a value is missing, its name stands between brackets that nobody types by chance. */
export function gapOf(variable: string): string {
  return `⟦${variable}⟧`
}

/** Whether something in a text is still to be filled in: it must not be sent. */
export function hasGap(text: string): boolean {
  return /⟦[^⟦⟧]*⟧/.test(text)
}
