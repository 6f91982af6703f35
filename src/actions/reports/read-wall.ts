import type { Agent } from '../../domain/agent.ts'
import { toLocalTime } from '../../domain/calendar.ts'
import { toFigureValue } from '../../domain/metrics/report.ts'
import type { Deps } from '../deps.ts'
import { limitOf } from '../queue/list-receivers.ts'
import { tallyAll, toFilter } from './figure-scope.ts'
import { sumFigures, total } from './read-figures.ts'
import { TODAY_FIGURES } from './read-today.ts'

/** More than a screen can show, and than ever wait at once. */
const MOST = 500
/** Who has written to 小二 within so long is with it. */
const LATELY = 15 * 60_000

/** This very moment: who waits, who is served, who is there. */
export async function readWall(deps: Deps, agent: Agent) {
  const { storage, clock, live } = deps
  const at = clock.now()
  const { date: day } = toLocalTime(at, live.current().knowledge.shop.timeZone)
  const where = toFilter(deps, agent, { from: day, until: day }, 'bot')
  const waiting = (await storage.queue.list(MOST)).filter(({ kind }) => kind === 'live')
  const withBot = await storage.conversations.list({ status: 'bot', limit: MOST })
  const sums = await sumFigures(deps, TODAY_FIGURES, where, [])
  const held = await storage.conversations.countAssigned()
  return {
    at,
    waiting: waiting.length,
    longestWait: Math.max(0, ...waiting.map(({ enqueuedAt }) => at - enqueuedAt)),
    withBot: withBot.filter(({ updatedAt }) => updatedAt > at - LATELY).length,
    withPeople: [...held.values()].reduce((sum, count) => sum + count, 0),
    agents: await listAgents(deps, held, await countServed(deps, { from: day, until: day })),
    today: TODAY_FIGURES.map((figure) => toFigureValue(figure, total(sums, figure))),
  }
}

async function countServed(deps: Deps, where: { from: string; until: string }): Promise<ReadonlyMap<string, number>> {
  const tallies = await tallyAll(deps, { of: 'holds', counted: [{}], where, by: ['agent'] })
  return new Map(tallies.map(({ keys, values }) => [keys[0] ?? '', values[0] ?? 0]))
}

async function listAgents(deps: Deps, held: ReadonlyMap<string, number>, served: ReadonlyMap<string, number>) {
  return deps.roster
    .list()
    .filter(({ active }) => active)
    .map((one) => ({
      id: one.id,
      name: one.name,
      presence: deps.roster.isConnected(one.id) ? one.presence : 'offline',
      holds: held.get(one.id) ?? 0,
      limit: limitOf(deps, one),
      servedToday: served.get(one.id) ?? 0,
    }))
    .toSorted((a, b) => b.holds - a.holds || b.servedToday - a.servedToday)
}
