import { Router } from 'express'
import { searchConversation } from '../actions/desk/search-conversation.ts'
import { type MessageSearch, MessageSearchQuery } from '../protocol/messages.ts'
import { parseInput } from './parse-body.ts'
import { requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What is asked of the messages of one conversation. */
export function messageRoutes(world: HttpWorld): Router {
  const router = Router()
  router.get('/conversations/:id/search', requireAgent(world), async (request, response) => {
    const { q } = parseInput(MessageSearchQuery, request.query)
    const { hits, more } = await searchConversation(world.deps, String(request.params['id']), q)
    response.json({ hits: hits.map((hit) => ({ ...hit })), more } satisfies MessageSearch)
  })
  return router
}
