import { Router } from 'express'
import { BOM, toCsvLine } from './csv.ts'
import {
  drillTable,
  figuresTable,
  funnelTable,
  intentsTable,
  lostTable,
  reasonsTable,
  type Table,
  type TableAsked,
} from './figure-csv-tables.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

const TABLES: Readonly<Record<string, (asked: TableAsked) => Promise<Table>>> = {
  '/reports/figures.csv': figuresTable,
  '/reports/drill.csv': drillTable,
  '/reports/intents.csv': intentsTable,
  '/reports/reasons.csv': reasonsTable,
  '/reports/funnel.csv': funnelTable,
  '/reports/lost.csv': lostTable,
}

/** The tables of the figures as files for a spreadsheet. */
export function figureCsvRoutes(world: HttpWorld): Router {
  const router = Router()
  router.use('/reports', requireAgent(world))
  for (const [path, read] of Object.entries(TABLES)) {
    router.get(path, async (request, response) => {
      const { agent } = localsOf(response)
      const { name, lang, heads, rows } = await read({ world, agent, query: request.query })
      const day = new Date(world.deps.clock.now()).toISOString().slice(0, 10)
      response.type('text/csv; charset=utf-8')
      response.attachment(`xiaoer-${name}-${day}.csv`)
      response.send(BOM + [heads.map((head) => head[lang]), ...rows].map(toCsvLine).join(''))
    })
  }
  return router
}
