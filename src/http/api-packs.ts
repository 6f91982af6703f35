import { Router } from 'express'
import { installPack } from '../actions/knowledge/install-pack.ts'
import { getPack, listPacks } from '../actions/knowledge/list-packs.ts'
import { startFromPack } from '../actions/knowledge/start-from-pack.ts'
import { toPackDetail, toPackView } from '../protocol/packs.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Packs of general knowledge. */
export function packRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/knowledge/packs', requireAgent(world))

  router.get('/knowledge/packs', async (_request, response) => {
    const packs = await listPacks(deps, localsOf(response).agent)
    response.json({ packs: packs.map(toPackView) })
  })
  router.get('/knowledge/packs/:id', async (request, response) => {
    response.json(toPackDetail(await getPack(deps, localsOf(response).agent, String(request.params['id']))))
  })
  router.post('/knowledge/packs/:id/install', async (request, response) => {
    const { agent } = localsOf(response)
    const id = String(request.params['id'])
    await installPack(deps, agent, id)
    response.json(toPackDetail(await getPack(deps, agent, id)))
  })
  router.post('/knowledge/packs/:id/start', async (request, response) => {
    const { agent } = localsOf(response)
    const id = String(request.params['id'])
    await startFromPack(deps, agent, id)
    response.json(toPackDetail(await getPack(deps, agent, id)))
  })
  return router
}
