import { Router } from 'express'
import { blockCustomer, listBlocked, unblockCustomer } from '../actions/customers/block-customer.ts'
import { addCustomerNote, changeCustomerNote } from '../actions/customers/customer-notes.ts'
import { revealPhone } from '../actions/customers/update-customer.ts'
import {
  BlockDraft,
  CustomerNoteDraft,
  CustomerNotePatch,
  toBlockedView,
  toBlockView,
  toCustomerNoteView,
} from '../protocol/customers.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Who may not write, and what is remembered of a customer. */
export function customerRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/customers', '/customer-notes', '/blocks'], requireAgent(world))

  router.post('/customers/:id/phone', async (request, response) => {
    response.json({ phone: await revealPhone(deps, localsOf(response).agent, String(request.params['id'])) })
  })
  router.put('/customers/:id/block', async (request, response) => {
    const { reason, minutes } = parseBody(BlockDraft, request)
    const block = await blockCustomer(deps, localsOf(response).agent, {
      customerId: String(request.params['id']),
      reason,
      ...(minutes !== undefined && { minutes }),
    })
    response.json({ block: toBlockView(block) })
  })
  router.delete('/customers/:id/block', async (request, response) => {
    await unblockCustomer(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  router.get('/blocks', async (_request, response) => {
    const blocked = await listBlocked(deps, localsOf(response).agent)
    response.json({ blocked: blocked.map(toBlockedView) })
  })
  router.post('/customers/:id/notes', async (request, response) => {
    const { text } = parseBody(CustomerNoteDraft, request)
    const note = await addCustomerNote(deps, localsOf(response).agent, {
      customerId: String(request.params['id']),
      text,
    })
    response.json({ note: toCustomerNoteView(note) })
  })
  router.patch('/customer-notes/:id', async (request, response) => {
    const { text, deleted } = parseBody(CustomerNotePatch, request)
    const note = await changeCustomerNote(deps, localsOf(response).agent, {
      id: String(request.params['id']),
      ...(text !== undefined && { text }),
      ...(deleted !== undefined && { deleted }),
    })
    response.json({ note: toCustomerNoteView(note) })
  })
  return router
}
