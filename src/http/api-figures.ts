import { Router } from 'express'
import { drillFigure } from '../actions/reports/drill-figure.ts'
import type { Asked } from '../actions/reports/figure-scope.ts'
import { readFigures } from '../actions/reports/read-figures.ts'
import { AppError } from '../domain/errors.ts'
import { FIGURES } from '../domain/metrics/figures.ts'
import { AreaQuery, type AreaReport, type DrillList, DrillQuery, type FiguresQuery } from '../protocol/reports.ts'
import {
  fromFactCursor,
  labelOf,
  type Names,
  toDefinition,
  toDrillRow,
  toFactCursor,
} from '../protocol/reports-views.ts'
import { parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** The figures of the shop, and what they count. */
export function figureRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/reports', requireAgent(world))

  router.get('/reports/definitions', (_request, response) => {
    const { currency } = deps.live.current().knowledge.shop
    response.json({ figures: FIGURES.map(toDefinition), currency })
  })
  router.get('/reports/figures', async (request, response) => {
    const { area, by, ...query } = parseInput(AreaQuery, request.query)
    const { rows, ...read } = await readFigures(deps, localsOf(response).agent, { ...toAsked(query), area, by })
    const names = namesOf(world)
    response.json({
      ...read,
      figures: read.figures.map((figure) => ({ ...figure })),
      rows: rows.map(({ key, figures }) => ({ key, label: labelOf(by, key, names), figures: [...figures] })),
    } satisfies AreaReport)
  })
  router.get('/reports/drill', async (request, response) => {
    const { figure, part, by, key, after, limit, ...query } = parseInput(DrillQuery, request.query)
    const read = await drillFigure(deps, localsOf(response).agent, {
      ...toAsked(query),
      figure,
      part,
      limit,
      ...(by !== undefined && key !== undefined && { only: { by, key } }),
      ...(after !== undefined && { after: cursorOf(after) }),
    })
    const names = namesOf(world)
    response.json({
      total: read.total,
      rows: read.rows.map((row) => toDrillRow(row, names)),
      ...(read.next && { next: fromFactCursor(read.next) }),
    } satisfies DrillList)
  })
  return router
}

export function namesOf({ deps }: HttpWorld): Names {
  return { agents: deps.roster.find, knowledge: deps.live.current().knowledge }
}

/** The filters of a request as the actions know them. */
export function toAsked({ from, until, agent, group, intent, channel, tier }: FiguresQuery): Asked {
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(agent !== undefined && { agentId: agent }),
    ...(group !== undefined && { groupId: group }),
    ...(intent !== undefined && { intent }),
    ...(channel !== undefined && { channel }),
    ...(tier !== undefined && { tier }),
  }
}

export function cursorOf(text: string) {
  const cursor = toFactCursor(text)
  if (!cursor) throw new AppError('invalid_input', { message: 'after: not a place in this list' })
  return cursor
}
