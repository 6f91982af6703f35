import { expect, it } from 'vitest'
import { listStaff } from '../../src/actions/agents/list-staff.ts'
import { setPresence, updateAgent } from '../../src/actions/agents/update-agent.ts'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { updateCustomer } from '../../src/actions/customers/update-customer.ts'
import { claimConversation, resolveConversation, returnToQueue } from '../../src/actions/handoff/change-hands.ts'
import { scheduleGiveBack } from '../../src/actions/handoff/give-back-vanished.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { chooseWaiting } from '../../src/actions/queue/choose-waiting.ts'
import { declineOffer } from '../../src/actions/queue/end-offers.ts'
import { readPlace } from '../../src/actions/queue/read-place.ts'
import { takeOver } from '../../src/actions/queue/take-over.ts'
import { answerTransfer, cancelTransfer, proposeTransfer, transferToGroup } from '../../src/actions/queue/transfer.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DeskPolicy } from '../../src/domain/desk-policy.ts'
import { keepQueueMoving, runDueJobs } from '../../src/jobs/clock.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const OFFER = 30_000

function startDesk(desk: Partial<DeskPolicy> = {}): Promise<TestApp> {
  return startTestApp({ knowledge: (one) => ({ ...one, desk: { ...one.desk, ...desk } }) })
}

/** A shopper who waits for a person. */
async function waiting(app: TestApp): Promise<string> {
  const { conversation } = await app.visitor()
  await requestHandoff(app.deps, conversation.id)
  app.clock.advance(1)
  return conversation.id
}

async function held(app: TestApp, agent: Agent): Promise<string> {
  const id = await waiting(app)
  await claimConversation(app.deps, agent, id)
  return id
}

const conversationOf = (app: TestApp, id: string) => app.deps.storage.conversations.find(id)
const offerOf = async (app: TestApp, id: string) => (await app.deps.storage.queue.find(id))?.offer?.agentId
const eventsOf = async (app: TestApp, id: string) =>
  (await app.deps.storage.messages.listAfter(id, 0, 100)).flatMap(({ body }) =>
    body.kind === 'event' ? [body.event.name] : [],
  )

it('offers the longest waiting to an agent, and after the time-out to the next', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const id = await waiting(app)
  await keepQueueMoving(app.deps)
  expect(await offerOf(app, id)).toBe(mina.id)

  const noor = await app.agent('Noor')
  app.clock.advance(OFFER)
  await keepQueueMoving(app.deps)

  expect(await offerOf(app, id)).toBe(noor.id)
  await claimConversation(app.deps, noor, id)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'assigned', agentId: noor.id })
})

it('asks the next at once when an agent declines, and the first again after a while if nobody else is there', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const id = await waiting(app)
  await keepQueueMoving(app.deps)

  await declineOffer(app.deps, mina, id)
  await keepQueueMoving(app.deps)
  expect(await offerOf(app, id)).toBeUndefined()

  app.clock.advance(61_000)
  await keepQueueMoving(app.deps)
  expect(await offerOf(app, id)).toBe(mina.id)
})

it('takes an agent who lets offers run out for away, and asks others', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  await waiting(app)
  await waiting(app)
  await keepQueueMoving(app.deps)

  app.clock.advance(OFFER)
  await keepQueueMoving(app.deps)

  expect(app.deps.roster.find(mina.id)?.presence).toBe('away')
  await setPresence(app.deps, mina, 'online')
  app.clock.advance(61_000)
  await keepQueueMoving(app.deps)
  expect(await app.deps.storage.routing.listOffers()).toHaveLength(2)
})

it('withdraws what is offered to an agent whose browser is gone', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const id = await waiting(app)
  await keepQueueMoving(app.deps)
  const noor = await app.agent('Noor')

  await app.app.connections.remove(mina.id)
  await keepQueueMoving(app.deps)

  expect(await offerOf(app, id)).toBe(noor.id)
})

it('assigns without asking where the owner wants it so, up to the limit of each', async () => {
  await using app = await startDesk({ offerSeconds: 0, limit: 2 })
  const owner = await app.agent('Olga', { role: 'owner', present: false })
  const mina = await app.agent('Mina')
  await updateAgent(app.deps, owner, { id: mina.id, limit: 1 })
  const noor = await app.agent('Noor')
  for (let i = 0; i < 5; i += 1) await waiting(app)

  await keepQueueMoving(app.deps)
  await keepQueueMoving(app.deps)

  const counts = await app.deps.storage.conversations.countAssigned()
  expect([counts.get(mina.id), counts.get(noor.id)]).toEqual([1, 2])
  const full = app.deps.roster.find(mina.id) ?? mina
  await expect(claimConversation(app.deps, full, await waiting(app))).rejects.toMatchObject({ code: 'agent_full' })
})

it('leaves agents to take by themselves with the strategy manual', async () => {
  await using app = await startDesk({ strategy: 'manual' })
  await app.agent('Mina')
  await waiting(app)

  await keepQueueMoving(app.deps)

  expect(await app.deps.storage.routing.listOffers()).toEqual([])
})

it('gives a shopper whom nobody answers back to the queue, in the old place, for somebody else', async () => {
  await using app = await startDesk({ idleMinutes: 10 })
  const mina = await app.agent('Mina')
  const id = await held(app, mina)
  const later = await waiting(app)
  app.clock.advance(9 * 60_000)
  await keepQueueMoving(app.deps)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'assigned' })

  app.clock.advance(61_000)
  await keepQueueMoving(app.deps)

  expect((await app.deps.storage.queue.list(9)).map((one) => one.conversationId)).toEqual([id, later])
  expect(await offerOf(app, id)).toBeUndefined()
})

it('tells the queue anew when the name of somebody who waits is written down', async () => {
  await using app = await startDesk({ strategy: 'manual' })
  const mina = await app.agent('Mina')
  const id = await waiting(app)
  const before = app.published.length

  await updateCustomer(app.deps, mina, (await conversationOf(app, id))?.customerId ?? '', { name: '王小雨' })

  expect(app.published.slice(before).map(({ type }) => type)).toContain('queue.changed')
})

it('gives whoever takes a shopper that has long waited the whole time to answer', async () => {
  await using app = await startDesk({ idleMinutes: 10, strategy: 'manual' })
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  const id = await waiting(app)
  app.clock.advance(60 * 60_000)
  await claimConversation(app.deps, mina, id)
  await keepQueueMoving(app.deps)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'assigned', agentId: mina.id })

  app.clock.advance(9 * 60_000)
  await proposeTransfer(app.deps, mina, { conversationId: id, agentId: noor.id, note: '' })
  await answerTransfer(app.deps, noor, { conversationId: id, accept: true })
  app.clock.advance(9 * 60_000)
  await keepQueueMoving(app.deps)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'assigned', agentId: noor.id })

  app.clock.advance(61_000)
  await keepQueueMoving(app.deps)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'queued' })
})

it('lets nobody take what is being offered to a colleague, and a supervisor step in all the same', async () => {
  await using app = await startDesk()
  await app.agent('Mina')
  const id = await waiting(app)
  await keepQueueMoving(app.deps)
  const noor = await app.agent('Noor')
  const olga = await app.agent('Olga', { role: 'supervisor' })

  await expect(claimConversation(app.deps, noor, id)).rejects.toMatchObject({ code: 'conversation_not_queued' })
  await takeOver(app.deps, olga, id)

  expect(await conversationOf(app, id)).toMatchObject({ agentId: olga.id })
  expect(await app.deps.storage.routing.listOffers()).toEqual([])
})

it('gives back what an agent holds who signs off, after the usual time', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const id = await held(app, mina)

  await setPresence(app.deps, mina, 'offline')
  await runDueJobs(app.deps)
  expect(await conversationOf(app, id)).toMatchObject({ status: 'assigned' })
  app.clock.advance(31_000)
  await runDueJobs(app.deps)

  expect(await conversationOf(app, id)).toMatchObject({ status: 'queued' })
})

it('keeps a conversation with who proposes a transfer until the other says yes', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  const away = await app.agent('Ada', { present: false })
  const id = await held(app, mina)
  const to = (agent: Agent) => ({ conversationId: id, agentId: agent.id, note: '' })

  await expect(proposeTransfer(app.deps, mina, to(away))).rejects.toMatchObject({ code: 'agent_absent' })
  await proposeTransfer(app.deps, mina, to(noor))
  await expect(proposeTransfer(app.deps, mina, to(noor))).rejects.toMatchObject({ code: 'transfer_pending' })
  await answerTransfer(app.deps, noor, { conversationId: id, accept: false })
  expect(await conversationOf(app, id)).toMatchObject({ agentId: mina.id })

  await proposeTransfer(app.deps, mina, to(noor))
  await cancelTransfer(app.deps, mina, id)
  await expect(answerTransfer(app.deps, noor, { conversationId: id, accept: true })).rejects.toMatchObject({
    code: 'transfer_over',
  })

  await proposeTransfer(app.deps, mina, to(noor))
  app.clock.advance(61_000)
  await keepQueueMoving(app.deps)
  expect((await eventsOf(app, id)).slice(1)).toEqual([
    'transfer_proposed',
    'transfer_declined',
    'transfer_proposed',
    'transfer_cancelled',
    'transfer_proposed',
    'transfer_expired',
  ])
})

it('gives a conversation to a group, with a note, and not back to who gave it', async () => {
  const returns = { id: 'returns', name: { zh: '售后组', en: 'Returns' }, intents: [], reasons: [] }
  await using app = await startDesk({ groups: [returns] })
  const olga = await app.agent('Olga', { role: 'supervisor', present: false })
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  await updateAgent(app.deps, olga, { id: noor.id, groups: ['returns'] })
  const id = await held(app, mina)

  await transferToGroup(app.deps, mina, { conversationId: id, groupId: 'returns', note: '要退两件' })
  await keepQueueMoving(app.deps)

  expect(await offerOf(app, id)).toBe(noor.id)
  expect((await app.deps.storage.messages.listAfter(id, 0, 100)).at(-1)?.body).toEqual({
    kind: 'note',
    text: '要退两件',
  })
  await expect(
    transferToGroup(app.deps, mina, { conversationId: id, groupId: 'nobody', note: '' }),
  ).rejects.toMatchObject({ code: 'group_not_found' })
})

it('lets a supervisor whisper and take over, and an agent neither', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const noor = await app.agent('Noor')
  const olga = await app.agent('Olga', { role: 'supervisor' })
  const id = await held(app, mina)
  const whisper = { conversationId: id, clientId: 'client-1', text: '先道歉', whisper: true }

  await expect(addNote(app.deps, noor, whisper)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(takeOver(app.deps, noor, id)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await addNote(app.deps, olga, whisper)).body).toEqual({ kind: 'note', text: '先道歉', whisper: true })
  await takeOver(app.deps, olga, id)

  const draft = { conversationId: id, clientId: 'client-2', body: { kind: 'text', text: '您好' } } as const
  await expect(postAgentMessage(app.deps, mina, draft)).rejects.toMatchObject({ code: 'conversation_not_yours' })
  await postAgentMessage(app.deps, olga, draft)
  expect(await eventsOf(app, id)).toEqual(['assigned', 'taken_over'])
})

it('lets any agent step in where the bot is talking', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  await app.say(session, '包邮吗')

  await takeOver(app.deps, mina, session.conversation.id)

  expect(await conversationOf(app, session.conversation.id)).toMatchObject({ status: 'assigned', agentId: mina.id })
  const entry = await app.deps.storage.queue.find(session.conversation.id)
  expect(entry).toMatchObject({ reason: 'taken_over', card: { wants: '包邮吗' } })
})

it('lets the bot answer while a shopper waits, without losing the place', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  const { id } = session.conversation
  await requestHandoff(app.deps, id)
  app.clock.advance(1)
  await waiting(app)

  await chooseWaiting(app.deps, { conversationId: id, way: 'bot' })
  await app.say(session, '包邮吗')
  await app.say(session, '转人工')

  const said = (await app.transcript(session)).flatMap(({ body, author }) =>
    body.kind === 'text' && author.kind === 'bot' ? [body.text] : [],
  )
  expect(said[1]).toBe('全场包邮')
  expect(said[2]).toContain('位置没有变')
  expect(await readPlace(app.deps, id)).toMatchObject({ position: 1, withBot: true })
  await claimConversation(app.deps, mina, id)
  await app.say(session, '包邮吗')
  expect((await app.transcript(session)).at(-1)?.author.kind).toBe('customer')
})

it('lets a shopper leave a message instead of waiting, and think better of it', async () => {
  await using app = await startDesk()
  await app.agent('Mina')
  const id = await waiting(app)
  const other = await waiting(app)

  await chooseWaiting(app.deps, { conversationId: id, way: 'message' })
  await chooseWaiting(app.deps, { conversationId: id, way: 'message' })
  expect(await readPlace(app.deps, id)).toMatchObject({ kind: 'message', position: 2 })
  expect(await readPlace(app.deps, other)).toMatchObject({ kind: 'live', position: 1, wait: { from: 0, until: 60 } })

  await chooseWaiting(app.deps, { conversationId: id, way: 'wait' })
  expect(await readPlace(app.deps, id)).toMatchObject({ kind: 'live', position: 1 })
  const lines = (await app.deps.storage.messages.listAfter(id, 0, 100)).filter(({ author }) => author.kind === 'system')
  expect(lines).toHaveLength(2)
})

it('asks whoever served the shopper last first', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  await requestHandoff(app.deps, session.conversation.id)
  await claimConversation(app.deps, mina, session.conversation.id)
  await resolveConversation(app.deps, mina, session.conversation.id)
  await held(app, mina)
  await app.agent('Noor')

  const { conversationId } = await app.say(session, '转人工')
  await keepQueueMoving(app.deps)

  expect(await offerOf(app, conversationId)).toBe(mina.id)
})

it('lets the bot receive whom people would have received, while too many wait', async () => {
  await using app = await startTestApp({
    knowledge: (one) => ({
      ...one,
      reception: { ...one.reception, first: 'agent' },
      desk: { ...one.desk, botAbove: 1 },
    }),
  })
  await app.agent('Mina')
  const first = await app.visitor()
  await app.say(first, '包邮吗')
  const second = await app.visitor()
  await app.say(second, '包邮吗')

  expect(await conversationOf(app, first.conversation.id)).toMatchObject({ status: 'queued' })
  expect((await app.transcript(second)).at(-1)).toMatchObject({ author: { kind: 'bot' }, body: { text: '全场包邮' } })
})

it('shows an agent whose connection was lost as there for a while', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const connected = async () => (await listStaff(app.deps)).find(({ agent }) => agent.id === mina.id)?.connected

  await app.app.connections.remove(mina.id)
  await scheduleGiveBack(app.deps, mina.id)
  expect(await connected()).toBe(true)
  app.clock.advance(31_000)

  expect(await connected()).toBe(false)
  await runDueJobs(app.deps)
  expect(app.published.at(-1)).toEqual({ type: 'agents.changed' })
})

it('does not give a conversation straight back to the agent who returned it', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const id = await held(app, mina)

  await returnToQueue(app.deps, mina.id, id)
  await keepQueueMoving(app.deps)
  expect(await offerOf(app, id)).toBeUndefined()

  const noor = await app.agent('Noor')
  await keepQueueMoving(app.deps)
  expect(await offerOf(app, id)).toBe(noor.id)
})
