import { Router } from 'express'
import { readReception } from '../actions/settings/read-reception.ts'
import { setReception } from '../actions/settings/set-reception.ts'
import { toProductCard } from '../domain/present.ts'
import { ReceptionPatch } from '../protocol/http.ts'
import { toKnowledgeStatus } from '../protocol/views.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Who receives, what 小二 knows, and how the widget gets onto a page. */
export function settingsRoutes(world: HttpWorld): Router {
  const { deps, config } = world
  const router = Router()
  router.use(['/reception', '/knowledge', '/products', '/embed'], requireAgent(world))

  router.get('/reception', (_request, response) => {
    response.json(readReception(deps))
  })
  router.put('/reception', async (request, response) => {
    await setReception(deps, localsOf(response).agent, parseBody(ReceptionPatch, request))
    response.json(readReception(deps))
  })
  router.get('/knowledge', (_request, response) => {
    response.json(toKnowledgeStatus(deps.live.current().knowledge, deps.live.report()))
  })
  router.get('/products', (_request, response) => {
    const { knowledge } = deps.live.current()
    const products = [...knowledge.products.values()].map((product) =>
      toProductCard(product, knowledge, knowledge.shop.language),
    )
    response.json({ products })
  })
  router.get('/embed', (_request, response) => {
    response.json({ snippet: `<script async src="${config.publicUrl}/widget.js"></script>` })
  })
  return router
}
