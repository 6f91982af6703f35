import type { Agent } from '../domain/agent.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Thread } from '../domain/events.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { QueueEntry } from '../domain/handoff.ts'
import { type KnowledgeBase, type Problem, toProblemLine } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import { isForDesk, type Message, messageId } from '../domain/message.ts'
import { toResolveClock, toServiceClock } from '../domain/queue/service-clock.ts'
import type { Suggestion } from '../domain/suggestion.ts'
import type { KnowledgeReport } from '../ports/world.ts'
import { type QuoteView, toCustomerSummary } from './common.ts'
import type {
  AgentView,
  CandidateView,
  DeskConversation,
  DeskMessage,
  ExplanationView,
  HandoffCardView,
  KnowledgeStatus,
  QueueEntryView,
  SuggestionView,
} from './console.ts'
import type { WidgetConversation, WidgetMessage } from './widget.ts'

/** Domain → wire. What a view does not name has no way out. */
type Finds<T> = (id: string) => T | undefined

/** Undefined for what a shopper must not see. */
export function toWidgetMessage(message: Message): WidgetMessage | undefined {
  const { author, body } = message
  if (isForDesk(body)) return undefined

  return {
    id: messageId(message),
    conversationId: message.conversationId,
    seq: message.seq,
    author: { kind: author.kind, ...(author.kind === 'agent' && { name: author.name }) },
    body: toWidgetBody(body),
    at: message.at,
    ...(message.quote && { quote: structuredClone(message.quote) as QuoteView }),
    ...(author.kind === 'customer' && message.clientId !== undefined && { clientId: message.clientId }),
    ...(message.helpful !== undefined && { helpful: message.helpful }),
  }
}

/** Why somebody else answers now is the shop's own matter. */
function toWidgetBody(body: Message['body']): WidgetMessage['body'] {
  const { agentName } = body.kind === 'event' && body.event.name === 'taken_over' ? body.event : {}
  if (agentName !== undefined) return { kind: 'event', event: { name: 'assigned', agentName } }
  return structuredClone(body) as WidgetMessage['body']
}

export function toWidgetConversation(conversation: Conversation, agents: Finds<Agent>): WidgetConversation {
  const agent = conversation.status === 'assigned' ? agents(conversation.agentId) : undefined
  return {
    id: conversation.id,
    status: conversation.status,
    ...(agent && { agent: { name: agent.name } }),
    lastSeq: conversation.lastSeq,
    readSeq: conversation.customerReadSeq,
    agentReadSeq: conversation.agentReadSeq,
    ...(conversation.rating && { rating: conversation.rating.score }),
    ...(conversation.asks && { asks: conversation.asks }),
    ...(conversation.previousId !== undefined && { previousId: conversation.previousId }),
  }
}

export function toDeskMessage(message: Message, knowledge: KnowledgeBase): DeskMessage {
  const { author } = message
  return {
    id: messageId(message),
    conversationId: message.conversationId,
    seq: message.seq,
    author: {
      kind: author.kind,
      ...('id' in author && { id: author.id }),
      ...('name' in author && { name: author.name }),
    },
    body: structuredClone(message.body) as DeskMessage['body'],
    at: message.at,
    ...(message.quote && { quote: structuredClone(message.quote) as QuoteView }),
    ...(message.clientId !== undefined && { clientId: message.clientId }),
    ...(message.helpful !== undefined && { helpful: message.helpful }),
    ...(message.explanation && { explanation: toExplanationView(message.explanation, knowledge) }),
  }
}

function toExplanationView(explanation: Explanation, knowledge: KnowledgeBase): ExplanationView {
  const { trace, said, ...rest } = explanation
  return {
    ...rest,
    ...(said && { said: { ...said } }),
    facts: { ...explanation.facts },
    ...(trace && { trace: structuredClone(trace) as NonNullable<ExplanationView['trace']> }),
    candidates: explanation.candidates.map((one) => toCandidateView(one, knowledge)),
  }
}

export function toCandidateView(candidate: Explanation['candidates'][number], knowledge: KnowledgeBase): CandidateView {
  return {
    intent: candidate.intent,
    title: titleOf(candidate.intent, knowledge),
    confidence: candidate.confidence,
    evidence: candidate.evidence.map((one) => ({ ...one })),
    weighed: (candidate.weighed ?? []).map((one) => ({ ...one })),
  }
}

function titleOf(intent: string, { intents, shop }: KnowledgeBase): string {
  return textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language)
}

/** What a row of the desk is made with. */
export interface DeskWorld {
  readonly agents: Finds<Agent>
  readonly knowledge: KnowledgeBase
}

export function toDeskConversation({ conversation, customer }: Thread, world: DeskWorld): DeskConversation {
  const { agents, knowledge } = world
  const agent = conversation.status === 'assigned' ? agents(conversation.agentId) : undefined
  return {
    id: conversation.id,
    customer: toCustomerSummary(customer),
    status: conversation.status,
    ...(agent && { agent: { id: agent.id, name: agent.name } }),
    ...toTransferView(conversation, agents),
    ...(conversation.status === 'queued' && conversation.withBot && { withBot: true }),
    locale: conversation.locale,
    lastSeq: conversation.lastSeq,
    unread: conversation.unread,
    customerDeliveredSeq: Math.max(conversation.customerDeliveredSeq, conversation.customerReadSeq),
    customerReadSeq: conversation.customerReadSeq,
    preview: conversation.preview,
    ...waitOf(conversation),
    ...clocksOf({ conversation, customer }, knowledge),
    ...(conversation.rating && { rating: { ...conversation.rating } }),
    labels: [...conversation.labels],
    createdAt: conversation.createdAt,
    updatedAt: conversation.updatedAt,
  }
}

function toTransferView(conversation: Conversation, agents: Finds<Agent>): Pick<DeskConversation, 'transfer'> {
  if (conversation.status !== 'assigned' || !conversation.transfer) return {}
  const { to, until } = conversation.transfer
  return { transfer: { to: { id: to, name: agents(to)?.name ?? '' }, until } }
}

/** Nobody waits for what was laid aside: its clock stands until it is taken up. */
function waitOf(conversation: Conversation): Pick<DeskConversation, 'waitingSince' | 'snoozedUntil' | 'wokenAt'> {
  const { snoozedUntil, wokenAt } = conversation.status === 'assigned' ? conversation : {}
  const { waitingSince } = conversation
  if (snoozedUntil !== undefined) return { snoozedUntil }
  return { ...(waitingSince !== undefined && { waitingSince }), ...(wokenAt !== undefined && { wokenAt }) }
}

/** Whoever has promised an answer has promised it for when it is awaited: what is laid aside has no clock. */
function clocksOf(
  { conversation, customer }: Thread,
  { desk: policy, calendar }: KnowledgeBase,
): Pick<DeskConversation, 'clock' | 'resolveBy' | 'resolveWarnAt'> {
  if (conversation.status === 'assigned' && conversation.snoozedUntil !== undefined) return {}

  const clock = toServiceClock(conversation, customer.tier, { policy, calendar })
  const end = toResolveClock(conversation, customer.tier, { policy, calendar })
  return { ...(clock && { clock: { ...clock } }), ...(end && { resolveBy: end.dueAt, resolveWarnAt: end.warnAt }) }
}

export function toSuggestionView(suggestion: Suggestion): SuggestionView {
  const { outcome, createdAt, shown: _, ...rest } = suggestion
  const evidence = rest.evidence.map((one) => ({ ...one }))
  return { ...rest, evidence, offeredAt: createdAt, status: outcome.status }
}

/** One of the shop's people as the others see them: whoever has no browser open is offline. */
export function toAgentView({
  agent,
  connected,
  assigned,
  limit,
}: {
  agent: Agent
  connected: boolean
  assigned: number
  limit: number
}): AgentView {
  return {
    id: agent.id,
    login: agent.login,
    name: agent.name,
    role: agent.role,
    active: agent.active,
    presence: connected ? agent.presence : 'offline',
    assigned,
    limit,
    ...(agent.limit !== undefined && { ownLimit: agent.limit }),
    groups: [...agent.groups],
  }
}

export function toQueueEntryView(
  { entry, customer, position, conversation }: Thread & { entry: QueueEntry; position: number },
  agents: Finds<Agent>,
): QueueEntryView {
  const { offer } = entry
  return {
    conversationId: entry.conversationId,
    position,
    kind: entry.kind,
    reason: entry.reason,
    priority: entry.priority,
    enqueuedAt: entry.enqueuedAt,
    wants: entry.card.wants,
    withBot: conversation.status === 'queued' && conversation.withBot,
    ...(entry.groupId !== undefined && { groupId: entry.groupId }),
    ...(offer && {
      offer: { agent: { id: offer.agentId, name: agents(offer.agentId)?.name ?? '' }, until: offer.until },
    }),
    customer: toCustomerSummary(customer),
  }
}

export function toHandoffCardView({ reason, card }: QueueEntry, knowledge: KnowledgeBase): HandoffCardView {
  const { language } = knowledge.shop
  const product = card.productId === undefined ? undefined : knowledge.products.get(card.productId)
  return {
    reason,
    wants: card.wants,
    intents: card.intents.map((one) => toCandidateView(one, knowledge)),
    lastIntents: card.lastIntents.map((id) => ({ value: id, label: titleOf(id, knowledge) })),
    ...(card.productId !== undefined && { productId: card.productId }),
    ...(product && { productName: textIn(product.name, language, language) }),
    ...(card.orderNumber !== undefined && { orderNumber: card.orderNumber }),
    ...(card.page && { page: { ...card.page } }),
  }
}

export function toKnowledgeStatus(knowledge: KnowledgeBase, report: KnowledgeReport): KnowledgeStatus {
  const intents = [...knowledge.intents.values()]
  const line = (problem: Problem) => toProblemLine(problem, knowledge.shop.language)
  return {
    version: knowledge.version,
    loadedAt: report.loadedAt,
    intents: intents.length,
    examples: intents.reduce((sum, one) => sum + one.examples.length, 0),
    products: knowledge.products.size,
    problems: report.problems.map(line),
    warnings: report.warnings.map(line),
    tests: { total: report.tests.total, failed: [...report.tests.failed] },
  }
}
