import { type Order, reachedAt } from '../commerce.ts'
import type { Message } from '../message.ts'
import { isReply } from './desk-facts.ts'
import { type Fact, NEVER, truth } from './fact.ts'
import { COMEBACK_DAYS, type CountingRules, type CustomerVisits, type Material, SETTLING_HOURS } from './material.ts'

const SETTLING = SETTLING_HOURS * 3_600_000
const COMEBACK = COMEBACK_DAYS * 86_400_000
const TAKEN = ['adopted', 'edited', 'sent']

/** Whether a session asks about something that may be bought, what that is, and who serves: the bot, a person, or a person with 小二's help. */
export function inquiryOf({ messages, proposals }: Pick<Material, 'messages' | 'proposals'>) {
  const product = messages.map(productIn).findLast((id) => id !== undefined)
  const isAboutOrder = messages.some(concernsOrder)
  const isServed = messages.some(isReply)
  const isHelped = proposals.some(({ status }) => TAKEN.includes(status))
  return {
    inquiry: truth(product !== undefined && !isAboutOrder),
    product: product ?? '',
    way: isServed ? (isHelped ? 'assisted' : 'human') : 'bot',
  }
}

function productIn({ body, explanation }: Message): string | undefined {
  if (body.kind === 'product') return body.product.id
  return explanation?.trace?.topic.product ?? explanation?.said?.product
}

function concernsOrder({ body, explanation }: Message): boolean {
  return body.kind === 'order' || explanation?.trace?.topic.order !== undefined
}

/**
 * What a customer's inquiries came to, and whether a customer who had stayed away came back. An order counts for the last inquiry
 * before it that is not older than the settling window.
 */
export function salesFacts({ visits, orders }: CustomerVisits, rules: CountingRules): readonly Fact<'sales'>[] {
  const inquiries = visits.filter(({ inquiry }) => inquiry === 1)
  const orderOf = new Map<string, Order[]>()
  for (const order of orders) {
    const asked = inquiries.findLast(({ at }) => at <= order.placedAt && order.placedAt <= at + SETTLING)
    if (asked) orderOf.set(asked.conversationId, [...(orderOf.get(asked.conversationId) ?? []), order])
  }
  return visits.flatMap((visit, index): readonly Fact<'sales'>[] => {
    const isComeback = hadStayedAway(visit.at, visits.slice(0, index), orders)
    if (visit.inquiry !== 1 && !isComeback) return []

    const paid = (orderOf.get(visit.conversationId) ?? []).filter(isPaid)
    const isOrdered = orderOf.has(visit.conversationId)
    const isWonBack = orders.some(({ placedAt }) => visit.at <= placedAt && placedAt <= visit.at + SETTLING)
    return [
      {
        ...placeOf(visit),
        inquiry: visit.inquiry ?? 0,
        way: visit.way ?? '',
        product: visit.product ?? '',
        ordered: truth(isOrdered),
        paid: truth(paid.length > 0),
        amount: paid.reduce((sum, { total, currency }) => sum + (currency === rules.currency ? total : 0), 0),
        settles: isOrdered ? NEVER : visit.at + SETTLING,
        comeback: truth(isComeback),
        wonback: truth(isComeback && isWonBack),
      },
    ]
  })
}

/** A customer of old: the last visit or order before this one lies a long time back. */
function hadStayedAway(at: number, before: readonly Fact<'sessions'>[], orders: readonly Order[]): boolean {
  const seen = [
    ...before.map((visit) => Number(visit.touched ?? visit.at)),
    ...orders.flatMap(({ placedAt }) => (placedAt < at ? [placedAt] : [])),
  ]
  return seen.length > 0 && Math.max(...seen) < at - COMEBACK
}

function isPaid(order: Order): boolean {
  return reachedAt(order, 'paid') !== undefined || !['unpaid', 'closed'].includes(order.status)
}

function placeOf(visit: Fact<'sessions'>) {
  const { conversationId, seq, at, customerId, day, hour, weekday, agentId, groupId, intent, channel, tier } = visit
  return { conversationId, seq, at, customerId, day, hour, weekday, agentId, groupId, intent, channel, tier }
}
