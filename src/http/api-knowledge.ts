import { Router } from 'express'
import { answerForConversation } from '../actions/assist/answer-for-conversation.ts'
import { AppError } from '../domain/errors.ts'
import {
  type AnswerFound,
  toIntentDetail,
  toIntentSummary,
  toMissingView,
  toProductDetail,
} from '../protocol/knowledge.ts'
import { requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** What the people of the shop look up in the owner's knowledge, and what it says in a conversation. */
export function knowledgeRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  const signedIn = requireAgent(world)

  router.get('/knowledge/intents', signedIn, (_request, response) => {
    const { knowledge } = deps.live.current()
    const intents = [...knowledge.intents.values()].map((intent) => toIntentSummary(intent, knowledge))
    response.json({ intents, version: knowledge.version })
  })
  router.get('/knowledge/intents/:id', signedIn, (request, response) => {
    const { knowledge } = deps.live.current()
    const intent = knowledge.intents.get(String(request.params['id']))
    if (!intent) throw new AppError('intent_not_found')
    response.json(toIntentDetail(intent, knowledge))
  })
  router.get('/products/:id', signedIn, (request, response) => {
    const { knowledge } = deps.live.current()
    const product = knowledge.products.get(String(request.params['id']))
    if (!product) throw new AppError('product_not_found')
    response.json(toProductDetail(product, knowledge))
  })
  router.post('/conversations/:id/answers/:intent', signedIn, async (request, response) => {
    const { found, missing } = await answerForConversation(deps, {
      conversationId: String(request.params['id']),
      intent: String(request.params['intent']),
    })
    response.json({
      ...(found && { text: found.text, answer: found.answer, ofProduct: found.ofProduct }),
      ...(missing !== undefined && { missing: toMissingView(missing) }),
    } satisfies AnswerFound)
  })
  return router
}
