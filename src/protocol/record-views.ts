import { type Agent, hasRole } from '../domain/agent.ts'
import type { Block } from '../domain/block.ts'
import type { Case } from '../domain/case.ts'
import type { Order } from '../domain/commerce.ts'
import { type Customer, type CustomerNote, type Identity, maskPhone } from '../domain/customer.ts'
import type { Thread } from '../domain/events.ts'
import { attributeLabel } from '../domain/facts/attribute-labels.ts'
import type { QueueEntry } from '../domain/handoff.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import type { Message } from '../domain/message.ts'
import { formatMoney, toProductCard } from '../domain/present.ts'
import { variantText } from '../domain/skills/variants.ts'
import type { Suggestion } from '../domain/suggestion.ts'
import type { MissingFact } from '../ports/commerce.ts'
import { toCaseChangeView, toCaseView } from './cases.ts'
import { toBlockView, toCustomerNoteView, toIdentityView } from './customers.ts'
import type {
  CaseDetail,
  ConversationDetail,
  CustomerRecord,
  CustomerView,
  MissingFactView,
  OrderView,
} from './http.ts'
import { toDeskConversation, toDeskMessage, toHandoffCardView, toSuggestionView } from './views.ts'

type Finds<T> = (id: string) => T | undefined

/** An agent sees the phone number masked: nobody needs to see it whole to answer a chat. */
export function toCustomerView(customer: Customer, reader: Agent): CustomerView {
  const whole = hasRole(reader, 'supervisor')
  return {
    id: customer.id,
    name: customer.name ?? '',
    ...(customer.phone !== undefined && { phone: whole ? customer.phone : maskPhone(customer.phone) }),
    phoneMasked: customer.phone !== undefined && !whole,
    ...(customer.email !== undefined && { email: customer.email }),
    locale: customer.locale,
    tier: customer.tier,
    verified: customer.verified,
    tags: [...customer.tags],
    createdAt: customer.createdAt,
    lastSeenAt: customer.lastSeenAt,
  }
}

interface RecordParts {
  readonly customer: Customer
  readonly conversations: readonly Thread[]
  readonly orders: readonly Order[]
  readonly cases: readonly Case[]
  readonly identities: readonly Identity[]
  readonly notes: readonly CustomerNote[]
  readonly block: Block | undefined
  readonly handoffs: readonly { conversationId: string; reason: string; enqueuedAt: number }[]
}

/** What a view is made with: the knowledge, the shop's people, and who reads it. */
export interface ViewWorld {
  readonly knowledge: KnowledgeBase
  readonly agents: Finds<Agent>
  readonly reader: Agent
}

export function toRecordView(record: RecordParts, { knowledge, agents, reader }: ViewWorld): CustomerRecord {
  return {
    customer: toCustomerView(record.customer, reader),
    conversations: record.conversations
      .filter(({ conversation }) => conversation.lastSeq > 0)
      .map((thread) => toDeskConversation(thread, { agents, knowledge })),
    orders: record.orders.map((order) => toOrderView(order, knowledge)),
    cases: record.cases.map((one) => toCaseView({ case: one, customer: record.customer }, agents)),
    identities: record.identities.map((one) => toIdentityView(one, hasRole(reader, 'supervisor'))),
    notes: record.notes.map(toCustomerNoteView),
    ...(record.block && { block: toBlockView(record.block) }),
    handoffs: record.handoffs.map((one) => ({ ...one })),
  }
}

function toOrderView(order: Order, { shop, products }: KnowledgeBase): OrderView {
  return {
    number: order.number,
    status: order.status,
    total: formatMoney(order.total, order.currency, shop.language),
    placedAt: order.placedAt,
    items: order.items.map((item) => {
      const product = products.get(item.productId)
      const sold = product?.variants.find(({ sku }) => sku === item.sku)
      const variant = sold && variantText(sold, shop.language, shop.language)
      return {
        sku: item.sku,
        title: item.title,
        quantity: item.quantity,
        ...(variant && { variant }),
        ...(product?.image !== undefined && { image: product.image }),
      }
    }),
    parcels: order.parcels.map((parcel) => {
      const last = parcel.events.at(-1)
      return {
        carrier: parcel.carrier,
        trackingNumber: parcel.trackingNumber,
        status: parcel.status,
        ...(last && { lastEvent: { ...last } }),
        events: parcel.events.map((one) => ({ ...one })),
        ...(parcel.etaAt !== undefined && { etaAt: parcel.etaAt }),
      }
    }),
  }
}

interface CaseParts {
  readonly case: Case
  readonly customer: Customer
  readonly order: Order | undefined
}

export function toCaseDetail(opened: CaseParts, { knowledge, agents, reader }: ViewWorld): CaseDetail {
  const { case: found, customer, order } = opened
  return {
    case: toCaseView(opened, agents),
    ...(found.sku !== undefined && { sku: found.sku }),
    details: found.details.map(({ label, text }) => ({ label, text })),
    evidence: [...found.evidence],
    history: found.history.map(toCaseChangeView),
    customer: toCustomerView(customer, reader),
    ...(order && { order: toOrderView(order, knowledge) }),
  }
}

export function toMissingFactView(missing: MissingFact, { products, shop }: KnowledgeBase): MissingFactView {
  const product = products.get(missing.productId)
  const key = missing.fact.replace(/^product\./, '')
  return {
    ...missing,
    product: product ? textIn(product.name, shop.language, shop.language) : missing.productId,
    label: { zh: attributeLabel(key, 'zh'), en: attributeLabel(key, 'en') },
  }
}

interface OpenedParts extends Thread {
  readonly handoff: QueueEntry | undefined
  readonly messages: readonly Message[]
  readonly earlier: boolean
  readonly suggestions: readonly Suggestion[]
}

export function toOpenedView(opened: OpenedParts, knowledge: KnowledgeBase, agents: Finds<Agent>): ConversationDetail {
  const { context } = opened.conversation
  const product = context.productId === undefined ? undefined : knowledge.products.get(context.productId)
  return {
    conversation: toDeskConversation(opened, { agents, knowledge }),
    ...(opened.handoff && { handoff: toHandoffCardView(opened.handoff, knowledge) }),
    messages: opened.messages.map((message) => toDeskMessage(message, knowledge)),
    earlier: opened.earlier,
    suggestions: opened.suggestions.map(toSuggestionView),
    context: {
      ...(product && { product: toProductCard(product, knowledge, knowledge.shop.language) }),
      ...(context.orderNumber !== undefined && { order: context.orderNumber }),
      ...(context.page && { page: { ...context.page } }),
    },
  }
}
