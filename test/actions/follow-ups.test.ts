import { expect, it } from 'vitest'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { reopenForFollowUp } from '../../src/actions/follow-ups/reopen-for-follow-up.ts'
import { snoozeConversation, unsnoozeConversation } from '../../src/actions/follow-ups/snooze.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { scheduleGiveBack } from '../../src/actions/handoff/give-back-vanished.ts'
import { changeTodo } from '../../src/actions/todos/change-todo.ts'
import { keepLeftMessages } from '../../src/actions/todos/keep-left-messages.ts'
import { planFollowUp } from '../../src/actions/todos/plan-follow-up.ts'
import { countTodos, listTodos } from '../../src/actions/todos/read-todos.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const HOUR = 3_600_000
const VANISH = 31_000
const DUE = { view: 'due', all: false, limit: 10 } as const
const LATER = { ...DUE, view: 'later' } as const

async function held(app: TestApp, agent: Agent) {
  const session = await app.visitor()
  await app.say(session, '转人工')
  await claimConversation(app.deps, agent, session.conversation.id)
  return session
}

async function ended(app: TestApp, agent: Agent) {
  const session = await held(app, agent)
  await resolveConversation(app.deps, agent, session.conversation.id)
  return session
}

const soon = { when: { choice: 'hour' }, note: '回电说换货进度', way: 'call', phone: '13857120416' } as const

it('reminds whoever planned a follow-up when its time comes, and not before', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { conversation } = await ended(app, mina)
  const { id, dueAt } = await planFollowUp(app.deps, mina, { conversationId: conversation.id, ...soon })

  await runDueJobs(app.deps)
  const before = await countTodos(app.deps, mina)
  app.clock.advance(HOUR)
  await runDueJobs(app.deps)

  expect(dueAt).toBe(app.clock.now())
  expect([before, await countTodos(app.deps, mina)]).toEqual([
    { due: 0, later: 1 },
    { due: 1, later: 0 },
  ])
  const told = app.published.filter((event) => event.type === 'todo.changed' && event.due)
  expect(told).toMatchObject([{ todo: { id, agentId: mina.id, detail: { way: 'call', phone: '13857120416' } } }])
})

it('opens it to the whole shift where its agent is not there', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  const { conversation } = await ended(app, mina)
  await planFollowUp(app.deps, mina, { conversationId: conversation.id, ...soon })
  await app.app.connections.remove(mina.id)

  const before = await listTodos(app.deps, noor, LATER)
  app.clock.advance(HOUR)
  await runDueJobs(app.deps)

  expect(before).toEqual([])
  expect((await listTodos(app.deps, noor, DUE)).map(({ todo }) => todo)).toMatchObject([{ detail: { from: mina.id } }])
})

it('is done by one of two, handed on, moved and opened again', async () => {
  await using app = await startTestApp()
  const [mina, noor] = [await app.agent('Mina'), await app.agent('Noor')]
  const { conversation } = await ended(app, mina)
  const { id } = await planFollowUp(app.deps, mina, { conversationId: conversation.id, ...soon, agentId: null })

  const done = await Promise.allSettled(
    [mina, noor].map((agent) => changeTodo(app.deps, agent, { id, status: 'done', note: '打通了' })),
  )
  const back = await changeTodo(app.deps, mina, { id, status: 'open' })
  const handed = await changeTodo(app.deps, mina, { id, agentId: noor.id, when: { choice: 'tomorrow' } })

  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(back).toMatchObject({ status: 'open', note: '打通了' })
  expect(handed).toMatchObject({ agentId: noor.id })
  expect(handed.dueAt).toBeGreaterThan(back.dueAt)
  await expect(changeTodo(app.deps, mina, { id, status: 'open' })).rejects.toMatchObject({ code: 'todo_settled' })
})

it('lets an agent write to a customer again, in one conversation that follows', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { conversation, customer } = await ended(app, mina)
  app.clock.advance(1000)
  const again = () => reopenForFollowUp(app.deps, mina, { conversationId: conversation.id, wants: '回电' })

  const next = await again()
  const body = { kind: 'text', text: '您的换货已经发出了' } as const
  await postAgentMessage(app.deps, mina, { conversationId: next.id, clientId: 'client-01', body })

  expect(next).toMatchObject({ previousId: conversation.id, status: 'assigned', agentId: mina.id })
  expect((await again()).id).toBe(next.id)
  expect(await app.deps.storage.conversations.findCurrent(customer.id)).toMatchObject({ id: next.id })
  const opened = app.published.filter(({ type }) => type === 'conversation.opened')
  expect(opened).toMatchObject([{ conversation: { id: next.id, previousId: conversation.id } }])
})

it('comes to one conversation when the shopper writes at the same moment', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  for (let round = 0; round < 5; round += 1) {
    const { conversation, customer } = await ended(app, mina)
    app.clock.advance(1000)

    const [next, message] = await Promise.all([
      reopenForFollowUp(app.deps, mina, { conversationId: conversation.id, wants: '' }),
      postCustomerMessage(app.deps, {
        conversationId: conversation.id,
        customerId: customer.id,
        clientId: `at-once-${round}`,
        body: { kind: 'text', text: '包邮吗' },
      }),
    ])

    expect(message.conversationId).toBe(next.id)
    expect(await app.deps.storage.conversations.list({ customerId: customer.id, limit: 10 })).toHaveLength(2)
    expect(await app.deps.storage.conversations.find(next.id)).toMatchObject({ status: 'assigned', agentId: mina.id })
  }
})

it('leaves a customer to the colleague who has them by now', async () => {
  await using app = await startTestApp()
  const [mina, noor] = [await app.agent('Mina'), await app.agent('Noor')]
  const { conversation } = await ended(app, mina)
  app.clock.advance(1000)
  const input = { conversationId: conversation.id, wants: '' }

  const both = await Promise.allSettled([mina, noor].map((agent) => reopenForFollowUp(app.deps, agent, input)))

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  expect(lost).toMatchObject({ reason: { code: 'conversation_not_queued' } })
})

it('makes work of the next shift of what was left while nobody was on duty, until it is dealt with', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina', { present: false })
  const session = await app.visitor()
  await app.say(session, '转人工，明天给我回电话')

  await keepLeftMessages(app.deps)
  await keepLeftMessages(app.deps)
  const left = await app.deps.storage.todos.list({ view: 'due', now: app.clock.now() + 72 * HOUR, limit: 10 })
  await claimConversation(app.deps, mina, session.conversation.id)
  await keepLeftMessages(app.deps)
  const [taken] = await app.deps.storage.todos.list({ view: 'due', now: app.clock.now() + 72 * HOUR, limit: 10 })
  await resolveConversation(app.deps, mina, session.conversation.id)
  await keepLeftMessages(app.deps)

  expect(left).toMatchObject([{ kind: 'left_message', conversationId: session.conversation.id, createdBy: 'system' }])
  expect(left[0]).not.toHaveProperty('agentId')
  expect(taken).toMatchObject({ agentId: mina.id })
  expect(await app.deps.storage.todos.find(left[0]?.id ?? '')).toMatchObject({ status: 'done', doneBy: mina.id })
})

it('lays a conversation aside until its time, and wakes it once', async () => {
  await using app = await startTestApp()
  const [mina, noor] = [await app.agent('Mina'), await app.agent('Noor')]
  const { conversation } = await held(app, mina)
  const input = { conversationId: conversation.id, when: { choice: 'half_hour' } } as const
  const now = () => app.deps.storage.conversations.find(conversation.id)

  await expect(snoozeConversation(app.deps, noor, input)).rejects.toMatchObject({ code: 'conversation_not_yours' })
  const { until } = await snoozeConversation(app.deps, mina, input)
  await runDueJobs(app.deps)
  const asleep = await now()
  app.clock.advance(HOUR / 2)
  await runDueJobs(app.deps)

  expect(asleep).toMatchObject({ snoozedUntil: until })
  expect(await now()).toMatchObject({ wokenAt: until })
  await snoozeConversation(app.deps, mina, input)
  await unsnoozeConversation(app.deps, mina, conversation.id)
  expect(await now()).not.toHaveProperty('snoozedUntil')
})

it('keeps what is laid aside for an agent who has gone home, and gives it to the others once it is back', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const [aside, asked] = [await held(app, mina), await held(app, mina)]
  for (const { conversation } of [aside, asked]) {
    await snoozeConversation(app.deps, mina, { conversationId: conversation.id, when: { choice: 'tomorrow' } })
  }
  await app.app.connections.remove(mina.id)
  const statusOf = async ({ conversation }: typeof aside) =>
    (await app.deps.storage.conversations.find(conversation.id))?.status

  await scheduleGiveBack(app.deps, mina.id)
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)
  const gone = [await statusOf(aside), await statusOf(asked)]
  await app.say(asked, '还在吗')
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)
  const written = [await statusOf(aside), await statusOf(asked)]
  app.clock.advance(24 * HOUR)
  await runDueJobs(app.deps)
  app.clock.advance(VANISH)
  await runDueJobs(app.deps)

  expect(gone).toEqual(['assigned', 'assigned'])
  expect(written).toEqual(['assigned', 'queued'])
  expect(await statusOf(aside)).toBe('queued')
})
