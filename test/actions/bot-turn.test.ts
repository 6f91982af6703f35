import { expect, it } from 'vitest'
import { answerUnhandled } from '../../src/actions/conversations/answer-unhandled.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { rateAnswer } from '../../src/actions/conversations/rate.ts'
import { identifyCustomer } from '../../src/actions/customers/identify-customer.ts'
import type { Session } from '../../src/actions/customers/start-session.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { type Message, messageId } from '../../src/domain/message.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const textOf = (message: Message | undefined) => (message?.body.kind === 'text' ? message.body.text : undefined)

/** A question as a process leaves it that dies between storing and answering. */
async function leaveUnanswered({ deps, clock }: TestApp, { conversation, customer }: Session): Promise<void> {
  await deps.messages.append([
    {
      conversationId: conversation.id,
      key: 'customer:client-lost',
      author: { kind: 'customer', id: customer.id },
      body: { kind: 'text', text: '包邮吗' },
      at: clock.now(),
    },
  ])
}

it('answers a question once, with why it says so', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()

  await app.say(session, '今天拍今天能发吗')

  const [question, answer, ...more] = await app.transcript(session)
  expect(more).toEqual([])
  expect(question?.author.kind).toBe('customer')
  expect(answer).toMatchObject({
    seq: 2,
    author: { kind: 'bot' },
    body: { kind: 'text', text: '今天 16:00 前付款当天发出', quickReplies: [{ value: 'shipping_fee', label: '运费' }] },
    explanation: { heardSeq: 1, rule: 'answer', answer: 0, facts: { 'shop.cutoff': '16:00' } },
  })
  expect(answer?.explanation?.candidates[0]).toMatchObject({ intent: 'shipping_time' })
})

it('gives the answer that fits the time of day', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  app.clock.advance(8 * 3_600_000)

  await app.say(session, '今天拍今天能发吗')

  expect(textOf((await app.transcript(session))[1])).toBe('明天一早发出')
})

it('answers in the language in which it is asked', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()

  await app.say(session, 'how much is delivery')
  await app.say(session, 'ok')

  expect(textOf((await app.transcript(session))[1])).toBe('Delivery is free')
})

it('counts "none of these" as not understood', async () => {
  await using app = await startTestApp()
  const { conversation, customer, ...session } = await app.visitor()
  const body = { kind: 'choice', choice: 'none_of_these', text: '都不是' } as const

  await postCustomerMessage(app.deps, {
    conversationId: conversation.id,
    customerId: customer.id,
    clientId: 'client-aaaa',
    body,
  })
  await app.deps.lanes.run(conversation.id, async () => undefined)

  const [, reply] = await app.transcript({ conversation, customer, ...session })
  expect(reply?.explanation).toMatchObject({ rule: 'not_understood', candidates: [] })
})

it('stores a resent message once and answers it once', async () => {
  await using app = await startTestApp()
  const { conversation, customer, ...session } = await app.visitor()
  const message = {
    conversationId: conversation.id,
    customerId: customer.id,
    clientId: 'client-aaaa',
    body: { kind: 'text', text: '包邮吗' },
  } as const

  const first = await postCustomerMessage(app.deps, message)
  const again = await postCustomerMessage(app.deps, message)
  await app.deps.lanes.run(conversation.id, async () => undefined)

  expect(again).toEqual(first)
  expect(await app.transcript({ conversation, customer, ...session })).toHaveLength(2)
})

it('refuses the same client id with other words', async () => {
  await using app = await startTestApp()
  const { conversation, customer } = await app.visitor()
  const message = { conversationId: conversation.id, customerId: customer.id, clientId: 'client-aaaa' }
  await postCustomerMessage(app.deps, { ...message, body: { kind: 'text', text: '包邮吗' } })

  const other = postCustomerMessage(app.deps, { ...message, body: { kind: 'text', text: '转人工' } })

  await expect(other).rejects.toMatchObject({ code: 'message_conflict' })
})

it('calls a person after the second message running that it does not understand', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await app.visitor()

  await app.say(session, '嘎嘎咕咕哒哒')
  const [, first] = await app.transcript(session)
  await app.say(session, '咕咕嘎嘎呜呜')

  expect(first?.explanation?.rule).toBe('not_understood')
  expect((await app.transcript(session))[3]?.explanation?.rule).toBe('handoff:not_understood')
  expect(await app.deps.storage.queue.position(session.conversation.id)).toBe(1)
})

it('puts a shopper who asks for a person into the queue with a card', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await app.visitor()

  await app.say(session, '包邮吗')
  await app.say(session, '转人工')

  const [entry] = await app.deps.storage.queue.list(10)
  expect(entry).toMatchObject({
    conversationId: session.conversation.id,
    reason: 'asked',
    kind: 'live',
    card: { wants: '包邮吗', lastIntents: ['shipping_fee'] },
  })
  expect(entry?.card.intents[0]?.intent).toBe('human_agent')
})

it('takes a message for the next shift when nobody is on duty', async () => {
  await using app = await startTestApp()
  app.clock.advance(10 * 3_600_000)
  const session = await app.visitor()

  await app.say(session, '转人工')

  expect(textOf((await app.transcript(session))[1])).toContain('明天 09:00')
  expect((await app.deps.storage.queue.list(10))[0]).toMatchObject({ kind: 'message' })
})

it('hands a complaint over first in line', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const calm = await app.visitor()
  const upset = await app.visitor()
  await app.say(calm, '转人工')

  await app.say(upset, '我要投诉你们')

  const queue = await app.deps.storage.queue.list(10)
  expect(queue.map((entry) => entry.conversationId)).toEqual([upset.conversation.id, calm.conversation.id])
})

it('tells nothing about orders to a visitor whom the shop does not vouch for', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  const order = {
    number: 'A1',
    customerId: session.customer.id,
    status: 'shipped',
    currency: 'CNY',
    total: 100,
    items: [],
    placedAt: 0,
    history: [],
    parcels: [],
    refunds: [],
  } as const
  await app.deps.storage.orders.save([order])

  await app.say(session, '查一下订单状态')
  await identifyCustomer(app.deps, session.customer, { shopId: 'u1' })
  await app.say(session, '查一下订单状态')

  const messages = await app.transcript(session)
  expect(textOf(messages[1])).toBe('请先登录，我就能查到您的订单')
  expect(textOf(messages[3])).toBe('订单 A1：已发货，运输中')
})

it('asks a person rather than say a sentence with a hole', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await app.visitor()

  await app.say(session, '这是什么材质的')
  const other = await app.visitor()
  await app.say(other, '亚麻裙是什么材质的')

  expect((await app.transcript(session))[1]?.explanation?.rule).toBe('handoff:no_answer')
  expect(textOf((await app.transcript(other))[1])).toBe('亚麻连衣裙的材质是55% 亚麻 45% 棉')
})

it('calls a person when the shopper dislikes an answer', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  const [, answer] = await app.transcript(session)

  const id = answer ? messageId(answer) : ''
  await rateAnswer(app.deps, { conversationId: session.conversation.id, id, helpful: false })

  expect((await app.deps.storage.queue.list(10))[0]).toMatchObject({ reason: 'disliked' })
  expect((await app.transcript(session))[1]).toMatchObject({ helpful: false })
})

it('answers first what an earlier process has left unanswered', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  await leaveUnanswered(app, session)

  await app.say(session, '什么时候发货')

  const messages = await app.transcript(session)
  expect(messages.flatMap(({ explanation }) => explanation?.heardSeq ?? [])).toEqual([1, 2])
})

it('answers what an earlier process left before it calls a person who is asked for', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  await leaveUnanswered(app, session)

  await requestHandoff(app.deps, session.conversation.id)

  const messages = await app.transcript(session)
  expect(messages.map(({ explanation }) => explanation?.heardSeq)).toEqual([undefined, 1, 1])
  expect((await app.deps.storage.conversations.find(session.conversation.id))?.status).toBe('queued')
})

it('answers after a restart what was stored and not answered, once', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  await leaveUnanswered(app, session)

  await answerUnhandled(app.deps, 0)
  await answerUnhandled(app.deps, 0)

  const messages = await app.transcript(session)
  expect(messages.map((message) => message.author.kind)).toEqual(['customer', 'bot'])
})
