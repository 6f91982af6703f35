import { Router } from 'express'
import { openTask } from '../actions/cases/open-task.ts'
import { AppError } from '../domain/errors.ts'
import { toCaseView } from '../protocol/cases.ts'
import { TaskDraft, toTaskViews } from '../protocol/tasks.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What agents may ask for of an order on behalf of a customer. */
export function taskRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)

  router.get('/tasks', signedIn, (_request, response) => {
    response.json({ tasks: toTaskViews(deps.live.current().knowledge) })
  })
  router.post('/conversations/:id/tasks/:flow', signedIn, async (request, response) => {
    const { item, ...draft } = parseBody(TaskDraft, request)
    const opened = await openTask(deps, localsOf(response).agent, {
      ...draft,
      ...(item !== undefined && { item }),
      conversationId: String(request.params['id']),
      flow: String(request.params['flow']),
    })
    const customer = await deps.storage.customers.find(opened.case.customerId)
    if (!customer) throw new AppError('customer_not_found')
    response.json({ case: toCaseView({ case: opened.case, customer }, deps.roster.find), again: opened.again })
  })
  return router
}
