import { Router } from 'express'
import type { z } from 'zod'
import { changeCase } from '../actions/cases/change-case.ts'
import { listCases, readBoard, readCase } from '../actions/cases/read-cases.ts'
import { listMissingFacts } from '../actions/settings/list-missing-facts.ts'
import type { Agent } from '../domain/agent.ts'
import type { CaseSelection } from '../ports/commerce.ts'
import { type CaseBoard, CaseBoardQuery, type CasePage, CasePatch, CaseQuery, toCaseView } from '../protocol/cases.ts'
import type { CaseDetail } from '../protocol/http.ts'
import { toCaseDetail, toMissingFactView } from '../protocol/record-views.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

const PAGE = 50

/** After-sales cases, and what shoppers ask that nobody has written down. */
export function caseRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/cases', '/missing-facts'], requireAgent(world))
  const detailOf = async (number: string, reader: Agent): Promise<CaseDetail> => {
    const { knowledge } = deps.live.current()
    return toCaseDetail(await readCase(deps, number), { knowledge, agents: deps.roster.find, reader })
  }

  router.get('/cases', async (request, response) => {
    const { status, open, before, ...query } = parseInput(CaseQuery, request.query)
    const cases = await listCases(deps, {
      ...toSelection(query, deps.clock.now()),
      ...(status && { status }),
      ...(open === 'true' && { open: true }),
      ...(before !== undefined && { before }),
      limit: PAGE + 1,
    })
    response.json({
      cases: cases.slice(0, PAGE).map((one) => toCaseView(one, deps.roster.find)),
      more: cases.length > PAGE,
    } satisfies CasePage)
  })
  router.get('/cases/board', async (request, response) => {
    const columns = await readBoard(deps, toSelection(parseInput(CaseBoardQuery, request.query), deps.clock.now()))
    response.json({
      columns: columns.map(({ cases, ...column }) => ({
        ...column,
        cases: cases.map((one) => toCaseView(one, deps.roster.find)),
      })),
    } satisfies CaseBoard)
  })
  router.get('/cases/:number', async (request, response) => {
    response.json(await detailOf(String(request.params['number']), localsOf(response).agent))
  })
  router.patch('/cases/:number', async (request, response) => {
    const { status, note, internal, take, agent, dueAt, seen } = parseBody(CasePatch, request)
    const { number } = await changeCase(deps, localsOf(response).agent, {
      number: String(request.params['number']),
      ...(status && { status }),
      ...(note && { note }),
      ...(internal && { internal }),
      ...(take && { take }),
      ...(agent !== undefined && { agentId: agent }),
      ...(dueAt !== undefined && { dueAt }),
      ...(seen !== undefined && { seen }),
    })
    response.json(await detailOf(number, localsOf(response).agent))
  })
  router.get('/missing-facts', async (_request, response) => {
    const facts = await listMissingFacts(deps, localsOf(response).agent)
    const { knowledge } = deps.live.current()
    response.json({ facts: facts.map((one) => toMissingFactView(one, knowledge)) })
  })
  return router
}

function toSelection(query: z.output<typeof CaseBoardQuery>, now: number): CaseSelection {
  const { type, agent, overdue, customer, q } = query
  return {
    ...(type && { type }),
    ...(agent && { agentId: agent === 'none' ? null : agent }),
    ...(overdue === 'true' && { dueBefore: now }),
    ...(customer && { customerId: customer }),
    ...(q && { text: q }),
  }
}
