import type { Agent } from '../../domain/agent.ts'
import { addDays, toLocalTime } from '../../domain/calendar.ts'
import type { Answer, KnowledgeBase } from '../../domain/knowledge.ts'
import { getFigure } from '../../domain/metrics/figures.ts'
import { type FigureSums, type FigureValue, toFigureValue } from '../../domain/metrics/report.ts'
import type { FactFilter } from '../../ports/figures.ts'
import type { Deps } from '../deps.ts'
import { readCounted, tallyAll, toFilter } from './figure-scope.ts'
import { type Sums, sumFigures, total } from './read-figures.ts'

/** What the owner looks at first. */
export const TODAY_FIGURES = [
  'sessions',
  'resolution',
  'transfer_rate',
  'served',
  'first_response',
  'csat',
  'inquiries',
  'sales',
].map(getFigure)

/** How far back work is looked for, and how far ahead answers that will lapse. */
const WEEK = 7

/** Today so far, beside the same hours of yesterday, and what there is to do. */
export async function readToday(deps: Deps, agent: Agent) {
  const now = deps.clock.now()
  const { date: day, minutes } = toLocalTime(now, deps.live.current().knowledge.shop.timeZone)
  const hour = Math.floor(minutes / 60)
  const where = toFilter(deps, agent, { from: day, until: day }, 'bot')
  const yesterday = { ...where, from: addDays(day, -1), until: addDays(day, -1) }
  const today = await sumFigures(deps, TODAY_FIGURES, where, ['hour'])
  const before = await sumFigures(deps, TODAY_FIGURES, yesterday, ['hour'])
  const soFar = new Map([...before].filter(([key]) => Number(key) <= hour))
  const [sessions] = TODAY_FIGURES
  const inHour = (sums: Sums, key: number): FigureSums['numerator'] =>
    (sessions && sums.get(String(key))?.get(sessions)?.numerator) ?? 0
  return {
    day,
    figures: TODAY_FIGURES.map((figure): FigureValue & { before: FigureValue } => ({
      ...toFigureValue(figure, total(today, figure)),
      before: toFigureValue(figure, total(soFar, figure)),
    })),
    hours: Array.from({ length: 24 }, (_, key) => ({
      hour: key,
      today: inHour(today, key),
      yesterday: inHour(before, key),
    })),
    tasks: await countTasks(deps, { ...where, from: addDays(day, 1 - WEEK) }),
    ...(await readCounted(deps)),
  }
}

const OF_TURNS = [{ is: { unanswered: 1 } }, { is: { disliked: 1 } }]

async function countTasks(deps: Deps, where: FactFilter) {
  const { storage, live, clock } = deps
  const now = clock.now()
  const [turns] = await tallyAll(deps, { of: 'turns', counted: OF_TURNS, where, by: [] })
  const overdue = await storage.cases.countByStatus({ dueBefore: now })
  const { problems, tests } = live.report()
  return [
    { task: 'not_understood', count: turns?.values[0] ?? 0 },
    { task: 'disliked', count: turns?.values[1] ?? 0 },
    { task: 'bad_ratings', count: await storage.todos.count({ view: 'open', kind: 'bad_rating', now }) },
    { task: 'expiring', count: countExpiring(live.current().knowledge, where.until) },
    { task: 'broken_knowledge', count: problems.length },
    { task: 'failing_tests', count: tests.failed.length },
    { task: 'open_todos', count: await storage.todos.count({ view: 'due', now }) },
    { task: 'overdue_cases', count: [...overdue.values()].reduce((sum, count) => sum + count, 0) },
    { task: 'left_messages', count: await storage.todos.count({ view: 'open', kind: 'left_message', now }) },
  ] as const
}

/** Answers that will not be given any more within a week. */
function countExpiring({ intents, products }: KnowledgeBase, today: string): number {
  const last = addDays(today, WEEK)
  const lapses = ({ valid }: Answer) => valid?.until !== undefined && today <= valid.until && valid.until <= last
  const answers = [
    ...[...intents.values()].flatMap((intent) => intent.answers),
    ...[...products.values()].flatMap((product) => Object.values(product.answers).flat()),
  ]
  return answers.filter(lapses).length
}
