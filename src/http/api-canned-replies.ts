import { Router } from 'express'
import type { z } from 'zod'
import {
  type CannedDraft,
  listCannedReplies,
  listVariables,
  removeCannedReply,
  saveCannedReply,
} from '../actions/composing/canned-replies.ts'
import { renderCannedReply } from '../actions/composing/render-canned-reply.ts'
import {
  CannedReplyDraft,
  type CannedReplyList,
  type RenderedReply,
  RenderQuery,
  toCannedReplyView,
} from '../protocol/composing.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** 快捷短语: what the team and each agent keep ready to send. */
export function cannedReplyRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use('/canned-replies', requireAgent(world))

  router.get('/canned-replies', async (_request, response) => {
    const replies = await listCannedReplies(deps, localsOf(response).agent)
    response.json({
      replies: replies.map(toCannedReplyView),
      variables: listVariables(deps).map((one) => ({ ...one })),
    } satisfies CannedReplyList)
  })
  router.post('/canned-replies', async (request, response) => {
    const draft = toDraft(parseBody(CannedReplyDraft, request))
    const reply = await saveCannedReply(deps, localsOf(response).agent, { draft })
    response.json({ reply: toCannedReplyView(reply) })
  })
  router.put('/canned-replies/:id', async (request, response) => {
    const draft = toDraft(parseBody(CannedReplyDraft, request))
    const id = String(request.params['id'])
    const reply = await saveCannedReply(deps, localsOf(response).agent, { id, draft })
    response.json({ reply: toCannedReplyView(reply) })
  })
  router.delete('/canned-replies/:id', async (request, response) => {
    await removeCannedReply(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  router.get('/canned-replies/:id/rendered', async (request, response) => {
    const { conversationId } = parseInput(RenderQuery, request.query)
    const id = String(request.params['id'])
    const messages = await renderCannedReply(deps, localsOf(response).agent, { id, conversationId })
    response.json({
      messages: messages.map((one) => (one.kind === 'text' ? { ...one, gaps: [...one.gaps] } : { ...one })),
    } satisfies RenderedReply)
  })
  return router
}

/** An emptied language is one that is not there. */
function toDraft({ messages, ...rest }: z.output<typeof CannedReplyDraft>): CannedDraft {
  return {
    ...rest,
    messages: messages.map((message) => {
      if (message.kind !== 'text') return message
      const { zh, en } = message.text
      return { kind: 'text', text: { ...(zh && { zh }), ...(en && { en }) } }
    }),
  }
}
