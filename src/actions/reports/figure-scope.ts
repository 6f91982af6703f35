import { type Agent, hasRole } from '../../domain/agent.ts'
import { addDays } from '../../domain/calendar.ts'
import { AppError } from '../../domain/errors.ts'
import type { FigureArea } from '../../domain/metrics/figure.ts'
import { type Period, toPeriod } from '../../domain/report-days.ts'
import type { FactFilter, Tally, TallyQuery } from '../../ports/figures.ts'
import type { Deps } from '../deps.ts'

/** What is asked for: absent filters take everything. */
export type Asked = Partial<FactFilter>

/** A year, and a leap day. */
const MOST_DAYS = 366
/** Days that are read in one go: the others go on meanwhile. */
const STRETCH = 31

/** The filter that this agent may use: agents see their own figures of the desk, supervisors and owners everybody's. Throws `forbidden`. */
export function toFilter(deps: Deps, agent: Agent, asked: Asked, area?: FigureArea): FactFilter {
  const period = toPeriod(asked, deps.clock.now(), deps.live.current().knowledge.shop.timeZone, MOST_DAYS)
  if (hasRole(agent, 'supervisor')) return { ...asked, ...period }
  if (area !== 'desk') throw new AppError('forbidden')
  return { ...asked, ...period, agentId: agent.id }
}

/** Adds facts up stretch by stretch, so that a year keeps nobody waiting; the sums are those of the whole. */
export async function tallyAll(deps: Deps, query: Omit<TallyQuery, 'now'>): Promise<readonly Tally[]> {
  const now = deps.clock.now()
  const sums = new Map<string, Tally>()
  for (const period of stretchesOf(query.where)) {
    const where = { ...query.where, ...period }
    for (const { keys, values } of await deps.storage.figures.tally({ ...query, now, where })) {
      const name = keys.join('\n')
      const known = sums.get(name)?.values
      sums.set(name, { keys, values: known ? values.map((value, at) => value + (known[at] ?? 0)) : values })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return [...sums.values()]
}

function stretchesOf({ from, until }: Period): readonly Period[] {
  const stretches: Period[] = []
  for (let day = from; day <= until; day = addDays(day, STRETCH)) {
    const last = addDays(day, STRETCH - 1)
    stretches.push({ from: day, until: last < until ? last : until })
  }
  return stretches
}

/** Up to when everything is counted, and how many conversations are not. */
export async function readCounted({ storage, clock }: Deps): Promise<{ countedUntil: number; behind: number }> {
  const behind = await storage.facts.countBehind(MOST_BEHIND)
  return { countedUntil: behind === 0 ? clock.now() : await storage.facts.countedUntil(), behind }
}

/** More than that is said as that many. */
const MOST_BEHIND = 100_000
