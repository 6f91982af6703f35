import { Router } from 'express'
import { readAssistReport } from '../actions/reports/read-assist-report.ts'
import { ReportQuery, toAssistReportView } from '../protocol/assist.ts'
import { parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What is added up from what was stored. */
export function reportRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/reports', requireAgent(world))

  router.get('/reports/assist', async (request, response) => {
    const { from, until } = parseInput(ReportQuery, request.query)
    const read = await readAssistReport(deps, localsOf(response).agent, {
      ...(from && { from }),
      ...(until && { until }),
    })
    response.json(toAssistReportView(read, deps.live.current().knowledge, deps.roster.find))
  })
  return router
}
