import { expect, it } from 'vitest'
import { updateAgent } from '../../src/actions/agents/update-agent.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import type { Deps } from '../../src/actions/deps.ts'
import { readRecord } from '../../src/actions/desk/read-desk.ts'
import { claimConversation, resolveConversation, returnToBot } from '../../src/actions/handoff/change-hands.ts'
import { scheduleGiveBack } from '../../src/actions/handoff/give-back-vanished.ts'
import { cancelHandoff, requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { answerTransfer, proposeTransfer } from '../../src/actions/queue/transfer.ts'
import { submitRating } from '../../src/actions/ratings/submit-rating.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import type { Storage, Stores } from '../../src/ports/storage.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const VANISH = 31_000

async function queued(app: TestApp) {
  const session = await app.visitor()
  await app.say(session, '转人工')
  return session
}

async function held(app: TestApp, agent: Agent) {
  const session = await queued(app)
  await claimConversation(app.deps, agent, session.conversation.id)
  return session
}

function eventsOf(messages: Awaited<ReturnType<TestApp['transcript']>>) {
  return messages.flatMap(({ body }) => (body.kind === 'event' ? [body.event.name] : []))
}

it('lets one of many racing agents claim a conversation', async () => {
  await using app = await startTestApp()
  const agents = await Promise.all(['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => app.agent(name)))
  const session = await queued(app)

  const tries = await Promise.allSettled(agents.map((one) => claimConversation(app.deps, one, session.conversation.id)))

  const lost = tries.filter((one) => one.status === 'rejected')
  expect(lost.map((one) => one.reason.code)).toEqual(Array(4).fill('conversation_not_queued'))
  expect(eventsOf(await app.transcript(session))).toEqual(['assigned'])
})

it('changes no hands where the line that says so, or the audit, cannot be stored', async () => {
  await using app = await startTestApp()
  const { storage } = app.deps
  const mina = await app.agent('Mina')
  const session = await queued(app)
  const { id } = session.conversation
  const broken = (part: Partial<Stores>): Deps => {
    const transaction: Storage['transaction'] = (work) => storage.transaction((stores) => work({ ...stores, ...part }))
    return { ...app.deps, storage: { ...storage, transaction } }
  }
  const failure = new Error('the database is gone')
  const fail = () => Promise.reject(failure)
  const told = app.published.length

  const noLine = claimConversation(broken({ messages: { ...storage.messages, append: fail } }), mina, id)
  await expect(noLine).rejects.toBe(failure)
  const noAudit = claimConversation(broken({ audit: { ...storage.audit, add: fail } }), mina, id)
  await expect(noAudit).rejects.toBe(failure)

  expect(await storage.conversations.find(id)).toMatchObject({ status: 'queued' })
  expect(eventsOf(await app.transcript(session))).toEqual([])
  expect(app.published).toHaveLength(told)

  await claimConversation(app.deps, mina, id)
  expect(eventsOf(await app.transcript(session))).toEqual(['assigned'])
})

it('leaves the word to the person who has taken over', async () => {
  await using app = await startTestApp()
  const session = await held(app, await app.agent('Mina'))

  await app.say(session, '包邮吗')

  const last = (await app.transcript(session)).at(-1)
  expect(last?.author.kind).toBe('customer')
})

it('lets the bot answer again only after the agent gives the conversation back', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await held(app, mina)

  await returnToBot(app.deps, mina, session.conversation.id)
  await app.say(session, '包邮吗')

  expect((await app.transcript(session)).at(-1)).toMatchObject({ author: { kind: 'bot' }, body: { text: '全场包邮' } })
})

it('gives the conversations of a vanished agent back to their old place', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const first = await held(app, mina)
  app.clock.advance(1000)
  const second = await queued(app)

  await app.app.connections.remove(mina.id)
  await scheduleGiveBack(app.deps, mina.id)
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)

  const queue = await app.deps.storage.queue.list(10)
  expect(queue.map((entry) => entry.conversationId)).toEqual([first.conversation.id, second.conversation.id])
  expect(eventsOf(await app.transcript(first))).toEqual(['assigned', 'returned_to_queue'])
})

it('leaves everything with an agent who comes back in time', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await held(app, mina)
  await app.app.connections.remove(mina.id)
  await scheduleGiveBack(app.deps, mina.id)

  await app.app.connections.add(mina.id)
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)

  const conversation = await app.deps.storage.conversations.find(session.conversation.id)
  expect(conversation).toMatchObject({ status: 'assigned', agentId: mina.id })
})

it('transfers to another agent with a note that the shopper never sees', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const owen = await app.agent('Owen')
  const session = await held(app, mina)

  const { id: conversationId } = session.conversation
  await proposeTransfer(app.deps, mina, { conversationId, agentId: owen.id, note: '要退两件' })
  await answerTransfer(app.deps, owen, { conversationId, accept: true })

  const draft = {
    conversationId: session.conversation.id,
    clientId: 'client-1',
    body: { kind: 'text', text: 'hi' },
  } as const
  await expect(postAgentMessage(app.deps, mina, draft)).rejects.toMatchObject({ code: 'conversation_not_yours' })
  await postAgentMessage(app.deps, owen, draft)
  const bodies = (await app.transcript(session)).slice(-4).map(({ body }) => body.kind)
  expect(bodies).toEqual(['event', 'note', 'event', 'text'])
})

it('tells a shopper who leaves the queue that the bot goes on', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await queued(app)

  await cancelHandoff(app.deps, session.conversation.id)
  await app.say(session, '包邮吗')

  expect(await app.deps.storage.queue.list(10)).toEqual([])
  expect((await app.transcript(session)).at(-1)).toMatchObject({ author: { kind: 'bot' }, body: { text: '全场包邮' } })
})

it('asks for a person once, however often the button is pressed', async () => {
  await using app = await startTestApp()
  await app.agent('Mina')
  const session = await app.visitor()

  await Promise.all([1, 2, 3].map(() => requestHandoff(app.deps, session.conversation.id)))

  expect(await app.transcript(session)).toHaveLength(1)
  expect(await app.deps.storage.queue.list(10)).toHaveLength(1)
})

it('opens the next conversation when a shopper writes after the end, and keeps both in the record', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await held(app, mina)
  await resolveConversation(app.deps, mina, session.conversation.id)
  await submitRating(app.deps, session.customer.id, {
    conversationId: session.conversation.id,
    target: 'agent',
    score: 5,
    reasons: ['patient'],
    comment: '很耐心',
  })

  app.clock.advance(1000)
  const later = await app.say(session, '包邮吗')

  expect(later.conversationId).not.toBe(session.conversation.id)
  expect(later.seq).toBe(1)
  const record = await readRecord(app.deps, session.customer.id)
  expect(record.conversations.map(({ conversation }) => conversation.rating?.score)).toEqual([undefined, 5])
  expect(record.handoffs).toMatchObject([{ conversationId: session.conversation.id, reason: 'asked' }])
})

it('does not say twice what is resent after the shopper has moved on', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await held(app, mina)
  const resent = {
    conversationId: session.conversation.id,
    customerId: session.customer.id,
    clientId: 'client-lost-ack',
    body: { kind: 'text', text: '包邮吗' },
  } as const
  const first = await postCustomerMessage(app.deps, resent)
  await resolveConversation(app.deps, mina, session.conversation.id)
  const { conversationId } = await app.say(session, '什么时候发货')

  const again = await postCustomerMessage(app.deps, { ...resent, conversationId })

  expect(again).toEqual(first)
  expect(await app.deps.storage.messages.listAfter(conversationId, 0, 10)).toHaveLength(2)
})

it('refuses a rating while the conversation goes on, and one by somebody else', async () => {
  await using app = await startTestApp()
  const session = await held(app, await app.agent('Mina'))
  const stranger = await app.visitor()
  const conversationId = session.conversation.id
  const rating = { conversationId, target: 'agent', score: 1, reasons: [], comment: '' } as const

  await expect(submitRating(app.deps, session.customer.id, rating)).rejects.toMatchObject({
    code: 'conversation_not_resolved',
  })
  await expect(submitRating(app.deps, stranger.customer.id, rating)).rejects.toMatchObject({
    code: 'conversation_not_found',
  })
})

it('lets an agent whom the owner has shut out do nothing more', async () => {
  await using app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner' })
  const mina = await app.agent('Mina')
  const session = await held(app, mina)

  await updateAgent(app.deps, owner, { id: mina.id, active: false })
  await app.app.connections.remove(mina.id)
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)

  expect(app.published).toContainEqual({ type: 'agent.signed-out', agentId: mina.id })
  expect(await app.deps.storage.conversations.find(session.conversation.id)).toMatchObject({ status: 'queued' })
  await expect(updateAgent(app.deps, mina, { id: owner.id, role: 'agent' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
