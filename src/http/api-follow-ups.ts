import { Router } from 'express'
import { getThread } from '../actions/conversations/get-thread.ts'
import { changeTodo } from '../actions/todos/change-todo.ts'
import { planFollowUp } from '../actions/todos/plan-follow-up.ts'
import { countTodos, listTodos, readTodo } from '../actions/todos/read-todos.ts'
import { listMoments } from '../domain/follow-up-times.ts'
import {
  FollowUpDraft,
  type MomentsView,
  type TodoCounts,
  type TodoPage,
  TodoPatch,
  TodoQuery,
  toRatingView,
  toTodoView,
  toWhen,
} from '../protocol/follow-ups.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

const PAGE = 50

/** To-dos, follow-ups, and how a conversation was rated. */
export function followUpRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/todos', '/follow-ups', '/conversations/:id/ratings'], requireAgent(world))
  const agents = deps.roster.find

  router.get('/todos', async (request, response) => {
    const { view, whose, kind, customerId, afterAt, afterId } = parseInput(TodoQuery, request.query)
    const found = await listTodos(deps, localsOf(response).agent, {
      view,
      all: whose === 'all',
      ...(kind && { kind }),
      ...(customerId !== undefined && { customerId }),
      ...(afterAt !== undefined && afterId !== undefined && { after: { at: afterAt, id: afterId } }),
      limit: PAGE + 1,
    })
    response.json({
      todos: found.slice(0, PAGE).map((one) => toTodoView(one, agents)),
      more: found.length > PAGE,
    } satisfies TodoPage)
  })
  router.get('/todos/counts', async (_request, response) => {
    response.json((await countTodos(deps, localsOf(response).agent)) satisfies TodoCounts)
  })
  router.patch('/todos/:id', async (request, response) => {
    const { status, note, agentId, when } = parseBody(TodoPatch, request)
    const { agent } = localsOf(response)
    const todo = await changeTodo(deps, agent, {
      id: String(request.params['id']),
      ...(status && { status }),
      ...(note !== undefined && { note }),
      ...(agentId !== undefined && { agentId }),
      ...(when && { when: toWhen(when) }),
    })
    // Whoever has given it away sees how it went, too.
    response.json({ todo: toTodoView({ todo, ...(await getThread(deps, todo.conversationId)) }, agents) })
  })
  router.get('/follow-ups/moments', (_request, response) => {
    const { calendar } = deps.live.current().knowledge
    const moments = listMoments(calendar, deps.clock.now()).map((one) => ({ ...one }))
    response.json({ timeZone: calendar.timeZone, moments } satisfies MomentsView)
  })
  router.post('/follow-ups', async (request, response) => {
    const { when, agentId, phone, ...draft } = parseBody(FollowUpDraft, request)
    const { agent } = localsOf(response)
    const { id } = await planFollowUp(deps, agent, {
      ...draft,
      when: toWhen(when),
      ...(phone !== undefined && { phone }),
      ...(agentId !== undefined && { agentId }),
    })
    response.json({ todo: toTodoView(await readTodo(deps, agent, id), agents) })
  })
  router.get('/conversations/:id/ratings', async (request, response) => {
    const { conversation } = await getThread(deps, String(request.params['id']))
    const ratings = await deps.storage.ratings.listOf(conversation.id)
    response.json({ ratings: ratings.map((one) => toRatingView(one, agents)) })
  })
  return router
}
