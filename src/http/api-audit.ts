import { Router } from 'express'
import { type AuditQuestion, exportAudit, listAuditActors, readAudit } from '../actions/audit/read-audit.ts'
import { AUDIT_ACTIONS, areaOf } from '../domain/audit.ts'
import { type AuditChoices, AuditQuery, toAuditView } from '../protocol/audit.ts'
import { BOM, toCsvLine } from './csv.ts'
import { parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What people and the server have changed; supervisors and owners read it. */
export function auditRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/audit', '/audit-choices', '/audit-export'], requireAgent(world))
  const nameOf = (id: string) => deps.roster.find(id)?.name

  router.get('/audit', async (request, response) => {
    const read = await readAudit(deps, localsOf(response).agent, toQuestion(parseInput(AuditQuery, request.query)))
    response.json({ entries: read.entries.map((one) => toAuditView(one, nameOf)), more: read.more })
  })
  router.get('/audit-choices', async (_request, response) => {
    const actors = await listAuditActors(deps, localsOf(response).agent)
    const areas = [...new Set(AUDIT_ACTIONS.map(areaOf))]
    response.json({ actors: [...actors], areas } satisfies AuditChoices)
  })
  router.get('/audit-export', async (request, response) => {
    const question = toQuestion(parseInput(AuditQuery, request.query))
    const entries = await exportAudit(deps, localsOf(response).agent, question)
    response.setHeader('content-type', 'text/csv; charset=utf-8')
    response.setHeader('content-disposition', 'attachment; filename="audit.csv"')
    const lines = entries.map(({ at, actor, action, target, detail }) =>
      toCsvLine([new Date(at).toISOString(), nameOf(actor) ?? actor, action, target, JSON.stringify(detail)]),
    )
    response.end(`${BOM}${toCsvLine(['at', 'who', 'action', 'target', 'detail'])}${lines.join('')}`)
  })
  return router
}

function toQuestion({ before, beforeId, actor, area, from, until }: AuditQuery): AuditQuestion {
  return {
    ...(actor !== undefined && { actor }),
    ...(area !== undefined && { area }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(before !== undefined && { before: { at: before, id: beforeId ?? '' } }),
  }
}
