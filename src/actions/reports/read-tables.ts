import type { Agent } from '../../domain/agent.ts'
import { type EndingsGraph, toEndings } from '../../domain/metrics/endings.ts'
import { SETTLING_HOURS } from '../../domain/metrics/material.ts'
import { periodBefore } from '../../domain/report-days.ts'
import type { Deps } from '../deps.ts'
import { type Asked, tallyAll, toFilter } from './figure-scope.ts'

export interface AskedIntent {
  readonly intent: string
  readonly asked: number
  readonly answered: number
  readonly disliked: number
  /** Asked in the days before, as many. */
  readonly before: number
}

const OF_INTENTS = [{ is: { worded: 1 } }, { is: { answered: 1 } }, { is: { answered: 1, disliked: 1 } }]

/** What shoppers ask 小二 most. Questions that were not understood belong to no intent. */
export async function readIntents(deps: Deps, agent: Agent, asked: Asked): Promise<readonly AskedIntent[]> {
  const where = toFilter(deps, agent, asked, 'bot')
  const now = await tallyAll(deps, { of: 'turns', counted: OF_INTENTS, where, by: ['intent'] })
  const before = await tallyAll(deps, {
    of: 'turns',
    counted: OF_INTENTS,
    where: { ...where, ...periodBefore(where) },
    by: ['intent'],
  })
  const askedBefore = new Map(before.map(({ keys, values }) => [keys[0], values[0] ?? 0]))
  return now
    .filter(({ keys }) => keys[0] !== '')
    .map(({ keys: [intent = ''], values: [count = 0, answered = 0, disliked = 0] }) => ({
      intent,
      asked: count,
      answered,
      disliked,
      before: askedBefore.get(intent) ?? 0,
    }))
    .toSorted((a, b) => b.asked - a.asked || (a.intent < b.intent ? -1 : 1))
}

/** How busy every hour of the week is. */
export async function readHeat(deps: Deps, agent: Agent, asked: Asked) {
  const tallies = await tallyAll(deps, {
    of: 'sessions',
    counted: [{}, { is: { queued: 1 } }],
    where: toFilter(deps, agent, asked, 'bot'),
    by: ['weekday', 'hour'],
  })
  return tallies.map(({ keys, values }) => ({
    weekday: Number(keys[0]),
    hour: Number(keys[1]),
    sessions: values[0] ?? 0,
    queued: values[1] ?? 0,
  }))
}

export async function readEndings(deps: Deps, agent: Agent, asked: Asked): Promise<EndingsGraph> {
  const tallies = await tallyAll(deps, {
    of: 'sessions',
    counted: [{}],
    where: toFilter(deps, agent, asked, 'bot'),
    by: ['bot', 'reason', 'ending'],
  })
  return toEndings(
    tallies.map(({ keys: [bot, reason = '', ending = ''], values: [sessions = 0] }) => ({
      bot: bot === '1',
      reason,
      ending,
      sessions,
    })),
  )
}

/** Why 小二 gave up, most often first. */
export async function readReasons(deps: Deps, agent: Agent, asked: Asked) {
  const tallies = await tallyAll(deps, {
    of: 'sessions',
    counted: [{ is: { transferred: 1 } }],
    where: toFilter(deps, agent, asked, 'bot'),
    by: ['reason'],
  })
  return tallies
    .map(({ keys: [reason = ''], values: [sessions = 0] }) => ({ reason, sessions }))
    .filter(({ sessions }) => sessions > 0)
    .toSorted((a, b) => b.sessions - a.sessions)
}

const INQUIRY = { inquiry: 1 }
const OF_SALES = [
  { is: INQUIRY },
  { is: { ...INQUIRY, ordered: 1 } },
  { is: { ...INQUIRY, paid: 1 } },
  { is: { ...INQUIRY, paid: 1 }, amount: 'amount' },
]
const WAYS = ['bot', 'assisted', 'human'] as const

/** 询单 → 下单 → 付款, by who served. */
export async function readFunnel(deps: Deps, agent: Agent, asked: Asked) {
  const where = toFilter(deps, agent, asked, 'sales')
  const tallies = await tallyAll(deps, { of: 'sales', counted: OF_SALES, where, by: ['way'] })
  const ways = WAYS.map((way) => {
    const [inquiries = 0, ordered = 0, paid = 0, amount = 0] = tallies.find(({ keys }) => keys[0] === way)?.values ?? []
    return { way, inquiries, ordered, paid, amount }
  })
  return { windowHours: SETTLING_HOURS, ways, currency: deps.live.current().knowledge.shop.currency }
}
