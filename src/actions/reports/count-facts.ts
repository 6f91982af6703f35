import type { KnowledgeBase } from '../../domain/knowledge.ts'
import { conversationFacts } from '../../domain/metrics/conversation-facts.ts'
import { type CountingRules, USUAL_PROMISE_MILLISECONDS } from '../../domain/metrics/material.ts'
import { salesFacts } from '../../domain/metrics/sales-facts.ts'
import type { Stores } from '../../ports/storage.ts'
import type { Deps } from '../deps.ts'

/** So few that nobody who writes meanwhile notices. */
const AT_ONCE = 20
const ROUNDS = 20

/** What counting needs of the world: of what serves, only what is written down. */
export interface Counting extends Pick<Deps, 'storage' | 'clock'> {
  readonly live: { current(): { readonly knowledge: KnowledgeBase } }
}

/**
 * Lets the facts follow what has happened since they were counted last, a few conversations at a time and behind the chat. What is
 * left over at a crash, and all of an old database, is counted by the calls that follow.
 */
export async function countFacts(deps: Counting, rounds = ROUNDS): Promise<void> {
  const begun = deps.clock.now()
  const rules = await countingRules(deps)
  for (let round = 0; round < rounds; round += 1) {
    const counted = await countSome(deps, rules, AT_ONCE)
    if (counted < AT_ONCE) {
      if (counted > 0) await deps.storage.facts.setCountedUntil(begun)
      return
    }
    // Others first: a shop that is counted for the first time may take its time.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Counts at most so many conversations anew, and returns how many it found. Counting twice comes to the same. */
export async function countSome(
  { storage }: Pick<Deps, 'storage'>,
  rules: CountingRules,
  limit: number,
): Promise<number> {
  if ((await storage.facts.countBehind(1)) === 0) return 0

  const behind = await storage.transaction(async (stores) => {
    await stores.facts.takeTurn()
    const some = await stores.facts.listBehind(limit)
    await count(
      stores,
      rules,
      some.map(({ conversationId }) => conversationId),
    )
    return some
  })
  // Apart from the counting: whoever marks one of them meanwhile must not wait for it. A crash before it makes them be counted again.
  await storage.transaction(({ facts }) => facts.settle(behind))
  return behind.length
}

async function count({ facts }: Stores, rules: CountingRules, ids: readonly string[]): Promise<void> {
  const materials = await facts.read(ids)
  await facts.replace(
    ids,
    materials.map((material) => conversationFacts(material, rules)),
  )
  const customers = new Set(materials.map(({ conversation }) => conversation.customerId))
  const visits = await facts.listVisits([...customers])
  await facts.replaceSales(
    visits,
    visits.flatMap((one) => salesFacts(one, rules)),
  )
}

/** By what is counted now: the shop's clock and currency, its people, and what it has promised. */
export async function countingRules({ storage, live }: Pick<Counting, 'storage' | 'live'>): Promise<CountingRules> {
  const { shop, desk } = live.current().knowledge
  return {
    timeZone: shop.timeZone,
    currency: shop.currency,
    agents: await storage.agents.list(),
    promiseFor: (tier) => {
      const promised = desk.promises.find(
        ({ tiers, firstResponse }) => firstResponse !== undefined && tiers.includes(tier),
      )
      return promised?.firstResponse === undefined ? USUAL_PROMISE_MILLISECONDS : promised.firstResponse * 1000
    },
  }
}
