import type { ConversationFacts, Fact, FactPlace } from '../../src/domain/metrics/fact.ts'
import type { CustomerVisits } from '../../src/domain/metrics/material.ts'
import { momentOf } from '../../src/domain/metrics/place.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { createRandom } from '../../src/understanding/learner/random.ts'

const AT_ONCE = 500
const DAY = 86_400_000
const INTENTS = 80
const AGENTS = 12
const SEED = 20261128

/** A year of conversations as they are counted: four questions each, a third of them served by people. */
export async function makeYear(
  storage: Storage,
  { sessions, from }: { sessions: number; from: string },
): Promise<void> {
  const random = createRandom(SEED)
  const begin = Date.parse(`${from}T00:00:00+08:00`)
  for (let at = 0; at < sessions; at += AT_ONCE) {
    const facts: ConversationFacts[] = []
    for (let one = at; one < Math.min(sessions, at + AT_ONCE); one += 1) {
      facts.push(toFacts(one, begin + Math.floor((one / sessions) * 365 * DAY), random))
    }
    const visits = facts.flatMap(({ sessions: [session] }): readonly CustomerVisits[] =>
      session ? [{ customerId: session.customerId, visits: [session], orders: [] }] : [],
    )
    await storage.transaction(async (stores) => {
      await stores.facts.replace([], facts)
      await stores.facts.replaceSales(
        [],
        visits.flatMap(({ visits: [visit] }) => (visit ? toSales(visit, random) : [])),
      )
    })
  }
}

function toFacts(number: number, at: number, random: () => number): ConversationFacts {
  const isServed = random() < 1 / 3
  const place: FactPlace = {
    conversationId: `year-${String(number).padStart(8, '0')}`,
    customerId: `customer-${Math.floor(number / 2)}`,
    seq: 0,
    ...momentOf(at, 'Asia/Shanghai'),
    agentId: isServed ? `agent-${Math.floor(random() * AGENTS)}` : '',
    groupId: isServed ? `group-${Math.floor(random() * 4)}` : '',
    intent: `intent_${Math.floor(random() * INTENTS)}`,
    channel: 'web',
    tier: ['vip', 'key', 'regular', 'small'][Math.floor(random() * 4)] ?? 'small',
  }
  const truth = (share: number) => (random() < share ? 1 : 0)
  const turns = [1, 3, 5, 7].map(
    (seq): Fact<'turns'> => ({
      ...place,
      seq,
      intent: `intent_${Math.floor(random() * INTENTS)}`,
      ...{ worded: 1, understood: truth(0.9), answered: truth(0.8), unanswered: truth(0.1), clarified: truth(0.05) },
      ...{ liked: truth(0.05), disliked: truth(0.02), kind: 'answered' },
    }),
  )
  const session: Fact<'sessions'> = {
    ...place,
    ...{ bot: 1, disliked: truth(0.05), unanswered: truth(0.2), asked: truth(0.2), solved: truth(0.7) },
    ...{ contained: isServed ? 0 : 1, transferred: isServed ? 1 : 0, reason: isServed ? 'asked' : '' },
    ...{ ending: isServed ? 'resolved' : 'bot', queued: isServed ? 1 : 0, served: isServed ? 1 : 0 },
    ...(isServed && {
      wait: Math.floor(random() * 60_000),
      response: Math.floor(random() * 90_000),
      resolution: 600_000,
    }),
    ...{ prompt: truth(0.2), abandoned: 0, promised: truth(0.3), asks: 2, replies: 3, invited: 1, rated: truth(0.3) },
    ...{
      satisfied: truth(0.25),
      botsatisfied: truth(0.1),
      inquiry: truth(0.3),
      product: 'dress',
      way: 'bot',
      touched: at,
    },
  }
  const wait = (seq: number) => ({
    ...place,
    seq,
    first: seq === 2 ? 1 : 0,
    wait: Math.floor(random() * 200_000),
    swift: 1,
  })
  return {
    sessions: [session],
    turns,
    responses: isServed ? [wait(2), wait(4), wait(6)] : [],
    holds: isServed ? [{ ...place, seq: 2, ms: 600_000, until: at + 600_000, held: 1 }] : [],
    proposals: isServed ? [{ ...place, seq: 1, covered: 1, shown: 1, accepted: truth(0.6) }] : [],
    complaints: [],
  }
}

function toSales(visit: Fact<'sessions'>, random: () => number): readonly Fact<'sales'>[] {
  if (visit.inquiry !== 1) return []
  const isPaid = random() < 0.3
  const { conversationId, seq, at, customerId, day, hour, weekday, agentId, groupId, intent, channel, tier } = visit
  return [
    {
      ...{ conversationId, seq, at, customerId, day, hour, weekday, agentId, groupId, intent, channel, tier },
      ...{ inquiry: 1, way: agentId === '' ? 'bot' : 'human', product: 'dress', ordered: isPaid ? 1 : 0 },
      ...{ paid: isPaid ? 1 : 0, amount: isPaid ? 19_900 : 0, settles: at, comeback: 0, wonback: 0 },
    },
  ]
}
