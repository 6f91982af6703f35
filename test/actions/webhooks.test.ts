import { describe, expect, it } from 'vitest'
import { checkApiKey } from '../../src/actions/api-keys/check-api-key.ts'
import { createApiKey, revokeApiKey } from '../../src/actions/api-keys/manage-api-keys.ts'
import { addCustomerNote } from '../../src/actions/customers/customer-notes.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import { catchUpWebhooks } from '../../src/actions/webhooks/catch-up.ts'
import { deliverTo } from '../../src/actions/webhooks/deliver.ts'
import { enqueueEvents } from '../../src/actions/webhooks/enqueue-events.ts'
import { listTold } from '../../src/actions/webhooks/list-told.ts'
import { changeWebhook, changeWebhookKey, createWebhook } from '../../src/actions/webhooks/manage-webhooks.ts'
import { sendDeliveryAgain, testWebhook } from '../../src/actions/webhooks/send-again.ts'
import { WEBHOOK_EVENTS, type WebhookEventName } from '../../src/domain/webhook.ts'
import { signatureOf } from '../../src/outbound/webhooks/create-sender.ts'
import { WEBHOOK_DATA } from '../../src/protocol/webhook-bodies.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestApp } from '../support/test-app.ts'

const SECOND = 1000
const HOUR = 3_600_000

/** A shop with one webhook, told of these events. The server does not listen: what is told is written down by hand. */
async function given(events: readonly WebhookEventName[] = WEBHOOK_EVENTS) {
  const receiver = await startReceiver()
  const app = await startTestApp({ environment: { WEBHOOK_ALLOW_HOSTS: '127.0.0.1' } })
  const owner = await app.agent('Olga', { role: 'owner' })
  const { webhook, secret } = await createWebhook(app.deps, owner, { name: 'ERP', url: receiver.url, events })
  const { deps } = app
  let heard = 0
  return {
    /** Of what was published until now nothing will be written down. */
    lose: () => {
      heard = app.published.length
    },
    receiver,
    app,
    deps,
    owner,
    webhook,
    secret,
    /** Everything that was published becomes deliveries, as the relay makes them. */
    writeDown: async () => {
      const events = app.published.slice(heard)
      heard = app.published.length
      for (const event of events) {
        await enqueueEvents(deps, await listTold(deps, event), await deps.storage.webhooks.list())
      }
    },
    deliver: () => deliverTo(deps, webhook.id),
    drain: async () => {
      while ((await deliverTo(deps, webhook.id)) > 0);
    },
    told: () => receiver.received.map(({ body }) => JSON.parse(body) as { id: string; type: string; data: object }),
    stored: () => deps.storage.deliveries.list({ webhookId: webhook.id, limit: 100 }),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await receiver[Symbol.asyncDispose]()
    },
  }
}

describe('webhooks', () => {
  it('tell of a conversation from its first word to its rating, each once, and of no note', async () => {
    await using shop = await given()
    const { app, deps, owner } = shop
    const session = await app.visitor()
    await app.say(session, '转人工')
    await claimConversation(deps, owner, session.conversation.id)
    await addCustomerNote(deps, owner, { customerId: session.customer.id, text: '秘密备注' })
    await resolveConversation(deps, owner, session.conversation.id)
    await submitRating(deps, session.customer.id, {
      conversationId: session.conversation.id,
      target: 'agent',
      score: 5,
      reasons: [],
      comment: '好',
    })
    await shop.writeDown()
    await shop.drain()

    const types = shop.told().map(({ type }) => type)
    const once = ['conversation.opened', 'conversation.handed_over', 'conversation.assigned', 'conversation.resolved']
    for (const type of [...once, 'rating.given'])
      expect([type, types.filter((one) => one === type).length]).toEqual([type, 1])
    expect(types).toContain('message.created')
    expect(JSON.stringify(shop.told())).not.toContain('秘密备注')
    expect(JSON.stringify(shop.told())).not.toContain('explanation')
    for (const { type, data } of shop.told()) {
      expect([type, WEBHOOK_DATA[type as WebhookEventName].safeParse(data).error?.issues]).toEqual([type, undefined])
    }
  })

  it('are told by the messages themselves of what a crash kept back, and of nothing twice', async () => {
    await using shop = await given(['conversation.opened', 'message.created'])
    const { app, deps } = shop
    const session = await app.visitor()
    await app.say(session, '包邮吗')
    await shop.writeDown()
    await app.say(session, '什么时候发货')
    // The process dies here: nothing of the second question was written down.
    shop.lose()

    expect((await shop.stored()).length).toBe(3)
    await catchUpWebhooks(deps)
    await catchUpWebhooks(deps)

    const texts = (await shop.stored()).map(
      ({ body }) => (JSON.parse(body) as { data: { message?: { text: string } } }).data,
    )
    expect(texts.filter(({ message }) => message?.text === '什么时候发货')).toHaveLength(1)
    expect(await shop.stored()).toHaveLength(5)
  })

  it('tell nothing that happened before they were there, or while they were off', async () => {
    await using shop = await given(['message.created'])
    const { app, deps, owner, webhook } = shop
    const session = await app.visitor()
    await changeWebhook(deps, owner, { id: webhook.id, active: false })
    await app.say(session, '包邮吗')
    await shop.writeDown()
    app.clock.advance(HOUR)
    await changeWebhook(deps, owner, { id: webhook.id, active: true })
    await catchUpWebhooks(deps)

    expect(await shop.stored()).toEqual([])
  })

  it('are tried again under the same id, later each time, until somebody takes them', async () => {
    await using shop = await given()
    const { receiver, app, deps, owner, webhook } = shop
    receiver.answer(500, 'down')
    const first = await testWebhook(deps, owner, webhook.id)
    expect(first).toMatchObject({ status: 'due', attempts: 1, last: { status: 500, answer: 'down' } })

    expect(await shop.deliver()).toBe(0)
    app.clock.advance(11 * SECOND)
    expect(await shop.deliver()).toBe(1)
    app.clock.advance(50 * SECOND)
    expect(await shop.deliver()).toBe(0)
    receiver.answer(204)
    app.clock.advance(15 * SECOND)
    expect(await shop.deliver()).toBe(1)

    expect(await deps.storage.deliveries.find(first.id)).toMatchObject({ status: 'delivered', attempts: 3 })
    const ids = receiver.received.map(({ headers }) => headers['x-xiaoer-delivery'])
    expect(ids).toEqual([first.id, first.id, first.id])
    expect(receiver.received.map(({ headers }) => headers['x-xiaoer-attempt'])).toEqual(['1', '2', '3'])
    expect(await deps.storage.webhooks.find(webhook.id)).not.toHaveProperty('failingSince')
  })

  it('are dead after eight tries, and can be brought back by hand', async () => {
    await using shop = await given()
    const { receiver, app, deps, owner, webhook } = shop
    receiver.answer(503)
    const { id } = await testWebhook(deps, owner, webhook.id)
    for (let round = 0; round < 12; round += 1) {
      app.clock.advance(6 * HOUR + 20 * SECOND)
      await deps.storage.webhooks.noteSuccess(webhook.id, app.clock.now())
      await shop.deliver()
    }
    expect(await deps.storage.deliveries.find(id)).toMatchObject({ status: 'dead', attempts: 8 })
    expect(receiver.received).toHaveLength(8)

    receiver.answer(200)
    expect(await sendDeliveryAgain(deps, owner, id)).toMatchObject({ id, status: 'delivered', attempts: 1 })
    expect(await shop.deps.storage.audit.list(1)).toMatchObject([{ action: 'webhook.sent-again', target: webhook.id }])
  })

  it('are switched off where nothing has arrived for a day, and the audit says so', async () => {
    await using shop = await given()
    const { receiver, app, deps, owner, webhook } = shop
    receiver.answer(500)
    await testWebhook(deps, owner, webhook.id)
    app.clock.advance(25 * HOUR)
    await shop.deliver()

    expect(await deps.storage.webhooks.find(webhook.id)).toMatchObject({ active: false, offBecause: 'failing' })
    expect(await deps.storage.audit.list(1)).toMatchObject([{ actor: 'system', action: 'webhook.switched-off' }])
    expect(app.published.map(({ type }) => type)).toContain('webhooks.changed')
    app.clock.advance(HOUR)
    expect(await deps.storage.deliveries.listAwaited(app.clock.now())).toEqual([])
  })

  it('sign with both keys for a day after the key was changed', async () => {
    await using shop = await given()
    const { receiver, app, deps, owner, webhook, secret } = shop
    const changed = await changeWebhookKey(deps, owner, webhook.id)
    await testWebhook(deps, owner, webhook.id)
    const [during] = receiver.received
    const at = app.clock.now()
    app.clock.advance(25 * HOUR)
    await testWebhook(deps, owner, webhook.id)
    const after = receiver.received[1]

    expect(during?.headers['x-xiaoer-signature']).toBe(signatureOf(during?.body ?? '', [changed.secret, secret], at))
    expect(after?.headers['x-xiaoer-signature']).toBe(signatureOf(after?.body ?? '', [changed.secret], app.clock.now()))
    expect(JSON.stringify(await deps.storage.webhooks.getKeys(webhook.id))).not.toContain('whsec_')
  })

  it('go to no address inside, and nobody below an owner makes them', async () => {
    await using shop = await given()
    const { app, deps, owner } = shop
    const draft = { name: 'x', events: ['case.opened'] as const }
    const sofie = await app.agent('Sofie', { role: 'supervisor' })

    await expect(createWebhook(deps, owner, { ...draft, url: 'https://10.0.0.1/' })).rejects.toThrow(/not an address/)
    await expect(createWebhook(deps, sofie, { ...draft, url: 'https://erp.example.com/' })).rejects.toThrow(/role/)
  })
})

describe('an API key of the console', () => {
  it('opens what it is for until it is revoked or its days are over', async () => {
    await using app = await startTestApp()
    const { deps, clock } = app
    const owner = await app.agent('Olga', { role: 'owner' })
    const made = await createApiKey(deps, owner, { name: 'ERP', scopes: ['shop_data'], days: 1 })
    const lasting = await createApiKey(deps, owner, { name: 'Grafana', scopes: ['metrics'] })

    expect(await checkApiKey(deps, made.secret, 'shop_data')).toBe('ok')
    expect(await checkApiKey(deps, made.secret, 'metrics')).toBe('scope')
    expect(await checkApiKey(deps, `${made.secret}x`, 'shop_data')).toBe('unknown')
    expect(made.secret.startsWith(made.key.prefix)).toBe(true)
    expect((await deps.storage.apiKeys.list()).find(({ id }) => id === made.key.id)).toMatchObject({
      usedAt: clock.now(),
    })

    clock.advance(24 * HOUR)
    expect(await checkApiKey(deps, made.secret, 'shop_data')).toBe('unknown')
    await revokeApiKey(deps, owner, lasting.key.id)
    expect(await checkApiKey(deps, lasting.secret, 'metrics')).toBe('unknown')
    await expect(revokeApiKey(deps, owner, lasting.key.id)).rejects.toThrow(/revoked/)
  })
})
