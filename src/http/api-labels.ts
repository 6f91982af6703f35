import { Router } from 'express'
import { createLabel, removeLabel, updateLabel } from '../actions/labels/manage-labels.ts'
import { LabelDraft, LabelPatch, toLabelView } from '../protocol/labels.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What conversations are sorted under; which of them a conversation has goes by the socket. */
export function labelRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/labels', requireAgent(world))

  router.get('/labels', async (_request, response) => {
    const [labels, uses] = await Promise.all([deps.storage.labels.list(), deps.storage.labels.countUses()])
    response.json({ labels: labels.map((label) => ({ ...toLabelView(label), uses: uses.get(label.id) ?? 0 })) })
  })
  router.post('/labels', async (request, response) => {
    const label = await createLabel(deps, localsOf(response).agent, parseBody(LabelDraft, request))
    response.json({ label: toLabelView(label) })
  })
  router.patch('/labels/:id', async (request, response) => {
    const { name, color } = parseBody(LabelPatch, request)
    const patch = { ...(name !== undefined && { name }), ...(color !== undefined && { color }) }
    const label = await updateLabel(deps, localsOf(response).agent, { id: String(request.params['id']), ...patch })
    response.json({ label: toLabelView(label) })
  })
  router.delete('/labels/:id', async (request, response) => {
    await removeLabel(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  return router
}
