import type { Agent } from '../domain/agent.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import type { Fact } from '../domain/metrics/fact.ts'
import type { Counted, Figure } from '../domain/metrics/figure.ts'
import type { DrillRow, FigureDefinition, LostInquiries, ReportDimension } from './reports.ts'

/** What keys are called by. */
export interface Names {
  readonly agents: (id: string) => Agent | undefined
  readonly knowledge: KnowledgeBase
}

export function toDefinition(figure: Figure): FigureDefinition {
  const { id, area, unit, good, name, formula, numerator, denominator, by } = figure
  return {
    id,
    area,
    unit,
    name,
    formula,
    numerator: wordsOf(numerator),
    by: [...by],
    ...(good && { good }),
    ...(denominator && { denominator: wordsOf(denominator) }),
  }
}

function wordsOf({ words }: Counted & { readonly words: { readonly zh: string; readonly en: string } }) {
  return words
}

/** What a row of a report is called; days, hours, channels and tiers are called as they are. */
export function labelOf(by: ReportDimension, key: string, { agents, knowledge }: Names): string {
  const { language } = knowledge.shop
  if (by === 'agent') return agents(key)?.name ?? key
  if (by === 'intent') return titleOf(key, knowledge)
  if (by === 'group') {
    const group = knowledge.desk.groups.find(({ id }) => id === key)
    return group ? textIn(group.name, language, language) : key
  }
  return key
}

export function titleOf(intent: string, { intents, shop }: KnowledgeBase): string {
  return textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language)
}

interface DrilledFact {
  readonly fact: Fact
  readonly customerName: string
  readonly preview: string
  readonly amount?: number
}

export function toDrillRow({ fact, customerName, preview, amount }: DrilledFact, names: Names): DrillRow {
  const { conversationId, seq, at, customerId, agentId, intent } = fact
  return {
    conversationId,
    at,
    customer: { id: customerId, name: customerName },
    preview,
    ...(seq > 0 && { seq }),
    ...(agentId !== '' && { agent: { id: agentId, name: names.agents(agentId)?.name ?? agentId } }),
    ...(intent !== '' && { intent: { id: intent, title: titleOf(intent, names.knowledge) } }),
    ...(amount !== undefined && { amount }),
  }
}

interface Cursor {
  readonly day: string
  readonly at: number
  readonly seq: number
  readonly conversationId: string
}

/** A place in a list, as it travels. */
export function fromFactCursor({ day, at, seq, conversationId }: Cursor): string {
  return `${day}.${at}.${seq}.${conversationId}`
}

/** Undefined for what is no place in a list. */
export function toFactCursor(text: string): Cursor | undefined {
  const [, day, at, seq, conversationId] = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.(\d{1,9})\.(.+)$/s.exec(text) ?? []
  return day && at && seq && conversationId ? { day, at: Number(at), seq: Number(seq), conversationId } : undefined
}

export function toLostInquiry(
  lost: DrilledFact & { readonly lastQuestion: string; readonly productId?: string },
  names: Names,
): LostInquiries['rows'][number] {
  const product = names.knowledge.products.get(lost.productId ?? '')
  const { language } = names.knowledge.shop
  const name = product ? textIn(product.name, language, language) : lost.productId
  return {
    ...toDrillRow(lost, names),
    lastQuestion: lost.lastQuestion,
    ...(lost.productId !== undefined && name !== undefined && { product: { id: lost.productId, name } }),
  }
}
