import { expect, it } from 'vitest'
import { answerUnhandled } from '../../src/actions/conversations/answer-unhandled.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { recallAsAgent, recallAsCustomer } from '../../src/actions/conversations/recall-message.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { RECALL_MILLISECONDS } from '../../src/domain/recall.ts'
import { startTestApp } from '../support/test-app.ts'

/** Mina holds a conversation in which one question was asked. */
async function startHeld(question = '转人工') {
  const app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  const { id } = session.conversation
  await app.say(session, '转人工')
  await claimConversation(app.deps, mina, id)
  const asked = await app.say(session, question)
  const reply = (text: string, quote?: number) =>
    postAgentMessage(app.deps, mina, {
      conversationId: id,
      clientId: `reply-${text}`,
      body: { kind: 'text', text },
      quote,
    })
  const read = (seq: number) => app.deps.storage.messages.find(id, seq)
  return { app, mina, session, id, asked, reply, read, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('takes back what an agent said within two minutes, keeps it in the audit log, and tells everyone', async () => {
  await using desk = await startHeld()
  const message = await desk.reply('给您便宜 50 元')
  desk.app.clock.advance(RECALL_MILLISECONDS)

  for (const _ of [1, 2]) await recallAsAgent(desk.app.deps, desk.mina, { conversationId: desk.id, seq: message.seq })

  const told = desk.app.published.filter(({ type }) => type === 'message.updated')
  expect(told).toMatchObject([{ message: { seq: message.seq, body: { kind: 'recalled' } } }])
  expect((await desk.read(message.seq))?.body).toEqual({ kind: 'recalled' })
  expect((await desk.app.deps.storage.conversations.find(desk.id))?.preview).toBe('recalled')
  expect((await desk.app.deps.storage.audit.list(1))[0]).toMatchObject({
    actor: desk.mina.id,
    action: 'message.recalled',
    detail: { seq: message.seq, body: { kind: 'text', text: '给您便宜 50 元' } },
  })
})

it('takes nothing back that is older, of somebody else, or a note', async () => {
  await using desk = await startHeld()
  const zhou = await desk.app.agent('Zhou')
  const message = await desk.reply('稍等')
  const recall = (agent: typeof zhou, seq: number) =>
    recallAsAgent(desk.app.deps, agent, { conversationId: desk.id, seq })

  await expect(recall(zhou, message.seq)).rejects.toMatchObject({ code: 'not_found' })
  await expect(recall(desk.mina, desk.asked.seq)).rejects.toMatchObject({ code: 'not_found' })
  await expect(recall(desk.mina, 99)).rejects.toMatchObject({ code: 'not_found' })
  desk.app.clock.advance(RECALL_MILLISECONDS + 1)
  await expect(recall(desk.mina, message.seq)).rejects.toMatchObject({ code: 'recall_too_late' })

  expect((await desk.read(message.seq))?.body).toEqual({ kind: 'text', text: '稍等' })
})

it('keeps nothing of what a shopper took back, in a quote neither, and lays aside what was proposed to it', async () => {
  await using desk = await startHeld('包邮吗')
  const { seq } = desk.asked
  expect(await desk.app.deps.storage.suggestions.listOffered(desk.id)).not.toEqual([])
  const id = `${desk.id}.${seq}`

  await recallAsCustomer(desk.app.deps, { conversationId: desk.id, id })

  expect(await desk.app.deps.storage.suggestions.listOffered(desk.id)).toEqual([])
  const quoting = await desk.reply('您说的是？', seq)
  expect(quoting.quote).toBeUndefined()
  expect(JSON.stringify(await desk.app.deps.storage.audit.list(1))).not.toContain('包邮')
})

it('empties the quote of a message that is taken back, and says so', async () => {
  await using desk = await startHeld('我的电话 13800000000')
  const answer = await desk.reply('记下了', desk.asked.seq)

  await recallAsCustomer(desk.app.deps, { conversationId: desk.id, id: `${desk.id}.${desk.asked.seq}` })

  expect(answer.quote).toEqual({
    seq: desk.asked.seq,
    author: { kind: 'customer' },
    kind: 'text',
    text: '我的电话 13800000000',
  })
  expect((await desk.read(answer.seq))?.quote).toMatchObject({ kind: 'recalled', text: '' })
  const told = desk.app.published.flatMap((event) => (event.type === 'message.updated' ? [event.message.seq] : []))
  expect(told).toEqual([desk.asked.seq, answer.seq])
})

it('does not answer what was taken back before anyone had dealt with it', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  const { id } = session.conversation
  // As a process that died between the store and the reply leaves it.
  await app.deps.messages.append(
    ['包邮吗', '什么时候发货'].map((text) => ({
      conversationId: id,
      key: `customer:${text}`,
      author: { kind: 'customer', id: session.customer.id },
      body: { kind: 'text', text },
      at: app.deps.clock.now(),
    })),
  )

  await recallAsCustomer(app.deps, { conversationId: id, id: `${id}.1` })
  await answerUnhandled(app.deps, 0)

  const answers = (await app.transcript(session)).filter(({ author }) => author.kind === 'bot')
  expect(answers.map(({ explanation }) => explanation?.heardSeq)).toEqual([2])
  expect(await answerUnhandled(app.deps, 0)).toBe(0)
})

it('quotes only what a shopper may see, and loses no message for a quote that cannot be made', async () => {
  await using desk = await startHeld()
  const { deps } = desk.app
  const before = await desk.app.transcript(desk.session)
  const event = before.find(({ body }) => body.kind === 'event')?.seq ?? 0
  const say = (clientId: string, quote: number) =>
    postCustomerMessage(deps, {
      conversationId: desk.id,
      customerId: desk.session.customer.id,
      clientId,
      body: { kind: 'text', text: clientId },
      quote,
    })

  const quoted = await say('quote-of-own', desk.asked.seq)
  const plain = [await say('quote-of-event', event), await say('quote-of-nothing', 99)]

  expect(quoted.quote).toMatchObject({ seq: desk.asked.seq, text: '转人工' })
  expect(plain.map(({ quote }) => quote)).toEqual([undefined, undefined])
})
