import { describe, expect, it } from 'vitest'
import { blockCustomer, listBlocked, unblockCustomer } from '../../src/actions/customers/block-customer.ts'
import { identifyCustomer } from '../../src/actions/customers/identify-customer.ts'
import type { Session } from '../../src/actions/customers/start-session.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const HOUR = 60

/** A shopper whom Mina talks to. */
async function givenTalk(app: TestApp) {
  const session = await app.visitor()
  const mina = await app.agent('Mina')
  await app.say(session, '转人工')
  await claimConversation(app.deps, mina, session.conversation.id)
  return { session, mina, customerId: session.customer.id }
}

function statusOf(app: TestApp, { conversation }: Session) {
  return app.deps.storage.conversations.find(conversation.id).then((found) => found?.status)
}

describe('a customer who is blocked', () => {
  it('is refused before anything is stored, and told after how many seconds it ends', async () => {
    await using app = await startTestApp()
    const { session, mina, customerId } = await givenTalk(app)
    await blockCustomer(app.deps, mina, { customerId, reason: '辱骂', minutes: HOUR })
    const before = await app.transcript(session)
    app.clock.advance(60_000)

    const refused = app.say(session, '骂人的话')

    await expect(refused).rejects.toMatchObject({ code: 'customer_blocked', retryAfter: 3540 })
    expect(await app.transcript(session)).toEqual(before)
    app.clock.advance(59 * 60_000)
    await expect(app.say(session, '对不起')).resolves.toMatchObject({ body: { text: '对不起' } })
  })

  it('leaves the agent at once: the conversation ends and says so', async () => {
    await using app = await startTestApp()
    const { session, mina, customerId } = await givenTalk(app)

    await blockCustomer(app.deps, mina, { customerId, reason: '辱骂', minutes: HOUR })

    expect(await statusOf(app, session)).toBe('resolved')
    expect((await app.transcript(session)).at(-1)?.body).toEqual({ kind: 'event', event: { name: 'resolved' } })
    expect((await app.deps.storage.conversations.countAssigned()).size).toBe(0)
    expect(app.published).toContainEqual({ type: 'record.changed', customerId })
  })

  it('leaves the queue, asks for no person, and rates nobody', async () => {
    await using app = await startTestApp()
    const session = await app.visitor()
    const mina = await app.agent('Mina')
    await app.say(session, '转人工')
    const { id } = session.conversation
    await blockCustomer(app.deps, mina, { customerId: session.customer.id, reason: '广告', minutes: HOUR })
    const next = await app.visitor()
    await app.deps.storage.customers.merge(session.customer.id, next.customer.id)

    const rating = submitRating(app.deps, next.customer.id, {
      conversationId: id,
      target: 'agent',
      score: 1,
      reasons: [],
      comment: '',
    })

    expect(await app.deps.storage.queue.list(10)).toEqual([])
    await expect(rating).rejects.toMatchObject({ code: 'customer_blocked' })
    await expect(requestHandoff(app.deps, next.conversation.id)).rejects.toMatchObject({ code: 'customer_blocked' })
  })

  it('stays blocked when the shop says who it is, from whichever browser', async () => {
    await using app = await startTestApp()
    const { session, mina, customerId } = await givenTalk(app)
    await identifyCustomer(app.deps, session.customer, { shopId: 'shop-7' })
    await blockCustomer(app.deps, mina, { customerId, reason: '辱骂', minutes: HOUR })
    const other = await app.visitor()

    await identifyCustomer(app.deps, other.customer, { shopId: 'shop-7' })

    await expect(app.say(other, '在吗')).rejects.toMatchObject({ code: 'customer_blocked' })
  })

  it('may write again once the block is lifted', async () => {
    await using app = await startTestApp()
    const { session, mina, customerId } = await givenTalk(app)
    await blockCustomer(app.deps, mina, { customerId, reason: '辱骂', minutes: HOUR })

    await unblockCustomer(app.deps, mina, customerId)

    await expect(app.say(session, '包邮吗')).resolves.toMatchObject({ author: { kind: 'customer' } })
    const actions = (await app.deps.storage.audit.list(10)).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['customer.blocked', 'customer.unblocked']))
  })
})

describe('who may block', () => {
  it('is an agent for a day; for longer, or for ever, a supervisor', async () => {
    await using app = await startTestApp()
    const { mina, customerId } = await givenTalk(app)
    const boss = await app.agent('Olga', { role: 'supervisor' })
    const wish = { customerId, reason: '辱骂' }

    await expect(blockCustomer(app.deps, mina, { ...wish, minutes: 24 * HOUR + 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(blockCustomer(app.deps, mina, wish)).rejects.toMatchObject({ code: 'forbidden' })
    await blockCustomer(app.deps, mina, { ...wish, minutes: 24 * HOUR })
    await expect(blockCustomer(app.deps, boss, wish)).resolves.toMatchObject({ by: { name: 'Olga' } })
  })

  it('is not an agent who would undo what a supervisor has set', async () => {
    await using app = await startTestApp()
    const { mina, customerId } = await givenTalk(app)
    const boss = await app.agent('Olga', { role: 'supervisor' })
    await blockCustomer(app.deps, boss, { customerId, reason: '诈骗' })

    const shorter = blockCustomer(app.deps, mina, { customerId, reason: '算了', minutes: 1 })
    const lifted = unblockCustomer(app.deps, mina, customerId)

    await expect(shorter).rejects.toMatchObject({ code: 'forbidden' })
    await expect(lifted).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listBlocked(app.deps, mina)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listBlocked(app.deps, boss)).toMatchObject([
      { block: { reason: '诈骗' }, customer: { id: customerId } },
    ])
  })
})
