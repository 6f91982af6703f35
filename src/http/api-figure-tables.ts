import { Router } from 'express'
import { listLostInquiries } from '../actions/reports/list-lost-inquiries.ts'
import { readIntentHeat } from '../actions/reports/read-intent-heat.ts'
import { readEndings, readFunnel, readHeat, readIntents, readReasons } from '../actions/reports/read-tables.ts'
import { readToday } from '../actions/reports/read-today.ts'
import { readWall } from '../actions/reports/read-wall.ts'
import { reasonWords } from '../domain/metrics/endings.ts'
import {
  type Endings,
  FiguresQuery,
  type Funnel,
  type HeatMap,
  type IntentHeat,
  type IntentRanking,
  type LostInquiries,
  LostQuery,
  type Reasons,
  type TodayView,
  type WallView,
} from '../protocol/reports.ts'
import { fromFactCursor, titleOf, toLostInquiry } from '../protocol/reports-views.ts'
import { cursorOf, namesOf, toAsked } from './api-figures.ts'
import { parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** The tables beside the figures, today, and the screen on the wall. */
export function figureTableRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/reports', '/knowledge/heat'], requireAgent(world))

  router.get('/reports/intents', async (request, response) => {
    const read = await readIntents(deps, localsOf(response).agent, toAsked(parseInput(FiguresQuery, request.query)))
    const { knowledge } = namesOf(world)
    const intents = read.map((one) => ({ ...one, title: titleOf(one.intent, knowledge) }))
    response.json({ intents } satisfies IntentRanking)
  })
  router.get('/reports/heat', async (request, response) => {
    const cells = await readHeat(deps, localsOf(response).agent, toAsked(parseInput(FiguresQuery, request.query)))
    response.json({ cells } satisfies HeatMap)
  })
  router.get('/reports/endings', async (request, response) => {
    const read = await readEndings(deps, localsOf(response).agent, toAsked(parseInput(FiguresQuery, request.query)))
    response.json({ nodes: [...read.nodes], links: [...read.links] } satisfies Endings)
  })
  router.get('/reports/reasons', async (request, response) => {
    const read = await readReasons(deps, localsOf(response).agent, toAsked(parseInput(FiguresQuery, request.query)))
    response.json({
      reasons: read.map((one) => ({ ...one, label: reasonWords(one.reason) })),
    } satisfies Reasons)
  })
  router.get('/reports/funnel', async (request, response) => {
    const read = await readFunnel(deps, localsOf(response).agent, toAsked(parseInput(FiguresQuery, request.query)))
    response.json(read satisfies Funnel)
  })
  router.get('/reports/lost', async (request, response) => {
    const { after, limit, ...query } = parseInput(LostQuery, request.query)
    const read = await listLostInquiries(deps, localsOf(response).agent, {
      ...toAsked(query),
      limit,
      ...(after !== undefined && { after: cursorOf(after) }),
    })
    const names = namesOf(world)
    response.json({
      total: read.total,
      rows: read.rows.map((row) => toLostInquiry(row, names)),
      ...(read.next && { next: fromFactCursor(read.next) }),
    } satisfies LostInquiries)
  })
  router.get('/reports/today', async (_request, response) => {
    const { tasks, ...read } = await readToday(deps, localsOf(response).agent)
    response.json({ ...read, tasks: [...tasks] } satisfies TodayView)
  })
  router.get('/reports/wall', async (_request, response) => {
    response.json((await readWall(deps, localsOf(response).agent)) satisfies WallView)
  })
  router.get('/knowledge/heat', async (_request, response) => {
    response.json({ intents: await readIntentHeat(deps, localsOf(response).agent) } satisfies IntentHeat)
  })
  return router
}
