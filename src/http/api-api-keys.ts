import { Router } from 'express'
import { createApiKey, listApiKeys, revokeApiKey } from '../actions/api-keys/manage-api-keys.ts'
import { ApiKeyDraft, type ApiKeySecret, toApiKeyView } from '../protocol/webhooks.ts'
import { parseBody } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Keys with which other systems come in; for owners. */
export function apiKeyRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/api-keys', requireAgent(world))

  router.get('/api-keys', async (_request, response) => {
    response.json({ keys: (await listApiKeys(deps, localsOf(response).agent)).map(toApiKeyView) })
  })
  router.post('/api-keys', async (request, response) => {
    const { days, ...draft } = parseBody(ApiKeyDraft, request)
    const made = await createApiKey(deps, localsOf(response).agent, { ...draft, ...(days !== undefined && { days }) })
    response.json({ key: toApiKeyView(made.key), secret: made.secret } satisfies ApiKeySecret)
  })
  router.delete('/api-keys/:id', async (request, response) => {
    await revokeApiKey(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  return router
}
