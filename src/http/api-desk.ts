import { Router } from 'express'
import { z } from 'zod'
import { getStaffMember, listStaff } from '../actions/agents/list-staff.ts'
import { listDrafts } from '../actions/composing/drafts.ts'
import { type RecordPatch, updateCustomer } from '../actions/customers/update-customer.ts'
import { listEarlier, listThreads, listWaiting, openOnDesk, readRecord } from '../actions/desk/read-desk.ts'
import { readReception } from '../actions/settings/read-reception.ts'
import { listTodos } from '../actions/todos/read-todos.ts'
import type { Thread } from '../domain/events.ts'
import { toDraftView } from '../protocol/composing.ts'
import { toTodoView } from '../protocol/follow-ups.ts'
import { type ConversationPage, ConversationQuery, CustomerPatch, type DeskSnapshot } from '../protocol/http.ts'
import { toLabelView } from '../protocol/labels.ts'
import { toCustomerView, toOpenedView, toRecordView } from '../protocol/record-views.ts'
import { toAgentView, toDeskConversation, toDeskMessage, toQueueEntryView } from '../protocol/views.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What people hold or wait for is shown whole; of the bot's own conversations the newest. */
const SHOWN = { assigned: 3000, queued: 1000, bot: 600 } as const
const PAGE = 50

const BeforeSeq = z.object({ beforeSeq: z.coerce.number().int().positive() })

/** What the desk shows. */
export function deskRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/desk', '/conversations', '/customers'], requireAgent(world))
  const agents = deps.roster.find
  const shown = (thread: Thread) => toDeskConversation(thread, { agents, knowledge: deps.live.current().knowledge })

  router.get('/desk', async (_request, response) => {
    const lists = await Promise.all(
      (['assigned', 'queued', 'bot'] as const).map((status) => listThreads(deps, { status, limit: SHOWN[status] })),
    )
    const { agent } = localsOf(response)
    const due = await listTodos(deps, agent, { view: 'due', all: false, limit: PAGE })
    response.json({
      agent: toAgentView(await getStaffMember(deps, agent.id)),
      agents: (await listStaff(deps)).map(toAgentView),
      reception: readReception(deps),
      queue: (await listWaiting(deps)).map((one) => toQueueEntryView(one, agents)),
      conversations: lists.flat().map(shown),
      openCases: await deps.storage.cases.countOpen(),
      labels: (await deps.storage.labels.list()).map(toLabelView),
      drafts: (await listDrafts(deps, agent)).map(toDraftView),
      dueTodos: due.filter(({ todo }) => todo.agentId === agent.id).map((one) => toTodoView(one, agents)),
      at: deps.clock.now(),
    } satisfies DeskSnapshot)
  })
  router.get('/conversations', async (request, response) => {
    const { status, before } = parseInput(ConversationQuery, request.query)
    const threads = await listThreads(deps, {
      ...(status && { status }),
      ...(before !== undefined && { before }),
      limit: PAGE + 1,
    })
    response.json({
      conversations: threads.slice(0, PAGE).map(shown),
      more: threads.length > PAGE,
    } satisfies ConversationPage)
  })
  router.get('/conversations/:id', async (request, response) => {
    const opened = await openOnDesk(deps, String(request.params['id']))
    response.json(toOpenedView(opened, deps.live.current().knowledge, agents))
  })
  router.get('/conversations/:id/messages', async (request, response) => {
    const { beforeSeq } = parseInput(BeforeSeq, request.query)
    const { messages, earlier } = await listEarlier(deps, String(request.params['id']), beforeSeq)
    const { knowledge } = deps.live.current()
    response.json({ messages: messages.map((message) => toDeskMessage(message, knowledge)), earlier })
  })
  router.get('/customers/:id', async (request, response) => {
    const record = await readRecord(deps, String(request.params['id']))
    const { knowledge } = deps.live.current()
    response.json(toRecordView(record, { knowledge, agents, reader: localsOf(response).agent }))
  })
  router.patch('/customers/:id', async (request, response) => {
    const patch = parseBody(CustomerPatch, request)
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as RecordPatch
    const { agent } = localsOf(response)
    const customer = await updateCustomer(deps, agent, String(request.params['id']), given)
    response.json({ customer: toCustomerView(customer, agent) })
  })
  return router
}
