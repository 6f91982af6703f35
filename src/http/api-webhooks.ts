import { Router } from 'express'
import {
  changeWebhook,
  changeWebhookKey,
  createWebhook,
  listWebhooks,
  removeWebhook,
  toListed,
} from '../actions/webhooks/manage-webhooks.ts'
import { listDeliveries, readDelivery } from '../actions/webhooks/read-deliveries.ts'
import { sendDeliveryAgain, testWebhook } from '../actions/webhooks/send-again.ts'
import type { Webhook } from '../domain/webhook.ts'
import {
  type DeliveryDetail,
  type DeliveryPage,
  DeliveryQuery,
  toDeliveryView,
  toWebhookView,
  WebhookDraft,
  WebhookPatch,
  type WebhookSecret,
  type WebhookView,
} from '../protocol/webhooks.ts'
import { parseBody, parseInput } from './parse-body.ts'
import { localsOf, requireAgent } from './session.ts'
import type { HttpWorld } from './world.ts'

/** Addresses of other systems that are told of what happens; for owners. */
export function webhookRoutes(world: HttpWorld): Router {
  const { deps } = world
  const router = Router()
  router.use(['/webhooks', '/webhook-deliveries'], requireAgent(world))
  const viewOf = async (webhook: Webhook): Promise<WebhookView> => {
    const { webhook: listed, ...more } = await toListed(deps, webhook)
    return toWebhookView(listed, more)
  }

  router.get('/webhooks', async (_request, response) => {
    const listed = await listWebhooks(deps, localsOf(response).agent)
    response.json({ webhooks: listed.map(({ webhook, ...more }) => toWebhookView(webhook, more)) })
  })
  router.post('/webhooks', async (request, response) => {
    const made = await createWebhook(deps, localsOf(response).agent, parseBody(WebhookDraft, request))
    response.json({ webhook: await viewOf(made.webhook), secret: made.secret } satisfies WebhookSecret)
  })
  router.patch('/webhooks/:id', async (request, response) => {
    const { name, url, events, active } = parseBody(WebhookPatch, request)
    const patch = {
      ...(name !== undefined && { name }),
      ...(url !== undefined && { url }),
      ...(events && { events }),
      ...(active !== undefined && { active }),
    }
    const changed = await changeWebhook(deps, localsOf(response).agent, { id: String(request.params['id']), ...patch })
    response.json({ webhook: await viewOf(changed) })
  })
  router.delete('/webhooks/:id', async (request, response) => {
    await removeWebhook(deps, localsOf(response).agent, String(request.params['id']))
    response.json({})
  })
  router.post('/webhooks/:id/secret', async (request, response) => {
    const made = await changeWebhookKey(deps, localsOf(response).agent, String(request.params['id']))
    response.json({ webhook: await viewOf(made.webhook), secret: made.secret } satisfies WebhookSecret)
  })
  return deliveryRoutes(world, router)
}

/** What was sent, and how it went. */
function deliveryRoutes({ deps }: HttpWorld, router: Router): Router {
  router.post('/webhooks/:id/test', async (request, response) => {
    const delivery = await testWebhook(deps, localsOf(response).agent, String(request.params['id']))
    response.json({ delivery: toDeliveryView(delivery) })
  })
  router.get('/webhooks/:id/deliveries', async (request, response) => {
    const { status, before, beforeId = '' } = parseInput(DeliveryQuery, request.query)
    const { deliveries, more } = await listDeliveries(deps, localsOf(response).agent, {
      webhookId: String(request.params['id']),
      ...(status && { status }),
      ...(before !== undefined && { before: { at: before, id: beforeId } }),
    })
    response.json({ deliveries: deliveries.map(toDeliveryView), more } satisfies DeliveryPage)
  })
  router.get('/webhook-deliveries/:id', async (request, response) => {
    const found = await readDelivery(deps, localsOf(response).agent, String(request.params['id']))
    const answer = found.last?.answer
    const detail = { delivery: toDeliveryView(found), body: found.body, ...(answer !== undefined && { answer }) }
    response.json(detail satisfies DeliveryDetail)
  })
  router.post('/webhook-deliveries/:id/resend', async (request, response) => {
    const delivery = await sendDeliveryAgain(deps, localsOf(response).agent, String(request.params['id']))
    response.json({ delivery: toDeliveryView(delivery) })
  })
  return router
}
