import { setImmediate as turn } from 'node:timers/promises'
import type { Deps } from '../actions/deps.ts'
import type { Config } from '../config/config.ts'
import { verdictOf } from '../domain/decide-reply.ts'
import { AppError } from '../domain/errors.ts'
import type { Understood } from '../domain/understanding.ts'
import type { Stores } from '../ports/storage.ts'
import type { TalkToTry, TriedRow, TryOut } from '../ports/try-out.ts'
import type { Understanding } from '../ports/world.ts'
import { observe } from '../understanding/evaluation/evaluate.ts'
import { type CreateApp, openStage } from './stage.ts'
import { playTalk } from './tried-talk.ts'

/** What a stage borrows of the shop, to read only. */
export interface TryOutWorld {
  readonly config: Config
  readonly createApp: CreateApp
  readonly storage: Pick<Stores, 'customers' | 'orders' | 'coupons' | 'cases'>
  readonly pairs: Deps['pairs']
  readonly roster: Deps['roster']
}

/** So many people may wait for the one who tries something; beyond, they are asked to come back. */
const WAITING = 8
/** Messages that are read between two looks at what else there is to do. */
const AT_ONCE = 25

/** Tries knowledge in shops in memory, one talk after the other. */
export function createTryOut(world: TryOutWorld): TryOut {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    talk: async (talk) => {
      if (waiting >= WAITING) throw new AppError('too_many', { retryAfter: 2 })
      waiting += 1
      const mine = last.then(() => tryTalk(world, talk))
      last = mine.catch(() => undefined)
      return mine.finally(() => {
        waiting -= 1
      })
    },
    read: async (brain, said) => {
      const { thresholds } = brain.knowledge
      const rows: TriedRow[] = []
      for (let at = 0; at < said.length; at += AT_ONCE) {
        const some = said.slice(at, at + AT_ONCE).map((utterance) => ({ utterance, intent: '' }))
        rows.push(...observe(brain.understanding, some, ({ candidates }) => verdictOf(candidates, thresholds)))
        await turn()
      }
      return rows.map(({ ranked, confidence, verdict }) => ({ ranked, confidence, verdict }))
    },
  }
}

/** A stage of its own for each talk: nothing that one customer has is there for the next. */
async function tryTalk({ createApp, config, ...shop }: TryOutWorld, talk: TalkToTry) {
  const { understanding, ...brain } = talk.brain
  const heard = overhear(understanding)
  const stage = await openStage(createApp, config, () => ({ ...brain, understanding: heard.understanding }))
  try {
    return await playTalk({ ...stage, deps: borrow(stage.deps, shop) }, talk, heard.take)
  } finally {
    await stage.close()
  }
}

/** The same understanding, which can be asked what it has heard first since the last time. */
function overhear(understanding: Understanding) {
  let first: Understood | undefined
  return {
    understanding: {
      ...understanding,
      understand: (utterance: Parameters<Understanding['understand']>[0]) => {
        const understood = understanding.understand(utterance)
        first ??= understood
        return understood
      },
    },
    take: () => {
      const taken = first
      first = undefined
      return taken
    },
  }
}

/** The stage's own stores, where what the shop has is found too: its orders are not copied, and nothing is written to them. */
function borrow(stage: Deps, { storage, pairs, roster }: Omit<TryOutWorld, 'config' | 'createApp'>): Deps {
  const own = stage.storage
  return {
    ...stage,
    pairs,
    roster,
    // As in full auto: what is tried is 小二.
    switchboard: { ...stage.switchboard, current: () => ({ mode: 'auto', first: 'bot' }) },
    storage: {
      ...own,
      customers: {
        ...own.customers,
        find: async (id) => (await own.customers.find(id)) ?? storage.customers.find(id),
      },
      orders: { ...own.orders, find: storage.orders.find, listOf: storage.orders.listOf },
      coupons: { ...own.coupons, listFor: storage.coupons.listFor },
      cases: {
        ...own.cases,
        list: async (filter) =>
          [...(await own.cases.list(filter)), ...(await storage.cases.list(filter))].slice(0, filter.limit),
      },
    },
  }
}
