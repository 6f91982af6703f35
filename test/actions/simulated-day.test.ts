import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setPresence } from '../../src/actions/agents/update-agent.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import type { Session } from '../../src/actions/customers/start-session.ts'
import { claimConversation, resolveConversation, returnToQueue } from '../../src/actions/handoff/change-hands.ts'
import { scheduleGiveBack } from '../../src/actions/handoff/give-back-vanished.ts'
import { cancelHandoff, requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { declineOffer } from '../../src/actions/queue/end-offers.ts'
import { answerTransfer, proposeTransfer } from '../../src/actions/queue/transfer.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { HandoffReason, QueueEntry } from '../../src/domain/handoff.ts'
import { keepQueueMoving, runDueJobs } from '../../src/jobs/clock.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { postgres, sqlite } from '../support/storages.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/** A day at the desk: shoppers come and go, agents work, rest, vanish and come back. */
const STEPS = [
  'arrive',
  'arrive angry',
  'arrive',
  'write',
  'give up',
  'accept',
  'accept',
  'decline',
  'reply',
  'resolve',
  'return',
  'transfer',
  'yes',
  'no',
  'rest',
  'work',
  'crash',
  'reconnect',
  'a minute',
  'half an hour',
] as const
type Step = { readonly what: (typeof STEPS)[number]; readonly who: number; readonly which: number }

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...STEPS),
  who: fc.nat(3),
  which: fc.nat(20),
})

const LIMIT = 2
const GROUP = { id: 'upset', name: '投诉组', intents: [], reasons: ['anger' as HandoffReason] }

interface Day {
  readonly app: TestApp
  readonly agents: readonly Agent[]
  readonly sessions: Session[]
  readonly connected: Set<string>
  lines: number
}

async function startDay(opened: OpenedStorage): Promise<Day> {
  const app = await startTestApp({
    opened,
    knowledge: (one) => ({
      ...one,
      desk: { ...one.desk, limit: LIMIT, idleMinutes: 20, groups: [GROUP], awayAfterMissed: 3 },
    }),
  })
  const agents = ['mina', 'noor', 'omar', 'pia'].map((id): Agent => {
    const groups = id === 'mina' ? ['upset'] : id === 'noor' ? ['other'] : []
    return { id, login: id, name: id, role: 'agent', active: true, presence: 'online', createdAt: 0, groups }
  })
  for (const agent of agents) await app.deps.storage.agents.create(agent, 'no password')
  await app.deps.roster.refresh()
  for (const { id } of agents) await app.app.connections.add(id)
  return { app, agents, sessions: [], connected: new Set(agents.map(({ id }) => id)), lines: 0 }
}

async function heldBy({ app }: Day, agent: Agent) {
  return app.deps.storage.conversations.list({ status: 'assigned', agentId: agent.id, limit: 100 })
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)]
}

/** Does what a step says, where it is possible. A refusal that people expect is part of the day. */
async function live(day: Day, { what, who, which }: Step): Promise<void> {
  const agent = day.agents[who]
  if (!agent) return
  try {
    await (what.startsWith('arrive') || what === 'write' || what === 'give up'
      ? shopper(day, what, which)
      : work(day, agent, what, which))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

async function shopper(day: Day, what: Step['what'], which: number): Promise<void> {
  const { app, sessions } = day
  if (what.startsWith('arrive')) {
    const session = await app.visitor()
    sessions.push(session)
    await requestHandoff(app.deps, session.conversation.id, what === 'arrive angry' ? 'anger' : 'asked')
    app.clock.advance(1)
    return
  }
  const session = pick(sessions, which)
  if (!session) return
  if (what === 'give up') return cancelHandoff(app.deps, session.conversation.id)
  day.lines += 1
  await postCustomerMessage(app.deps, {
    conversationId: session.conversation.id,
    customerId: session.customer.id,
    clientId: `line-${day.lines}-${day.lines}`,
    body: { kind: 'text', text: '在吗' },
  })
}

async function work(day: Day, agent: Agent, what: Step['what'], which: number): Promise<void> {
  const { app, connected, agents } = day
  const { deps } = app
  const offers = (await deps.storage.routing.listOffers()).filter(({ agentId }) => agentId === agent.id)
  const offered = pick(offers, which)?.conversationId
  const held = pick(await heldBy(day, agent), which)
  const asked = pick(
    (await deps.storage.conversations.list({ status: 'assigned', limit: 100 })).filter(
      (one) => one.status === 'assigned' && one.transfer?.to === agent.id,
    ),
    which,
  )
  switch (what) {
    case 'accept':
      return offered === undefined ? undefined : claimConversation(deps, agent, offered)
    case 'decline':
      return offered === undefined ? undefined : declineOffer(deps, agent, offered)
    case 'reply':
      if (held) {
        day.lines += 1
        const body = { kind: 'text', text: '在的' } as const
        await postAgentMessage(deps, agent, { conversationId: held.id, clientId: `reply-${day.lines}`, body })
      }
      return
    case 'resolve':
      return held && resolveConversation(deps, agent, held.id)
    case 'return':
      return held && returnToQueue(deps, agent.id, held.id)
    case 'transfer': {
      const other = pick(agents, which)
      return held && other && proposeTransfer(deps, agent, { conversationId: held.id, agentId: other.id, note: '' })
    }
    case 'yes':
    case 'no':
      return asked && answerTransfer(deps, agent, { conversationId: asked.id, accept: what === 'yes' })
    case 'rest':
      return setPresence(deps, agent, which % 2 ? 'away' : 'offline')
    case 'work':
      return setPresence(deps, agent, 'online')
    case 'crash':
      if (!connected.delete(agent.id)) return
      await app.app.connections.remove(agent.id)
      return scheduleGiveBack(deps, agent.id)
    case 'reconnect':
      if (connected.has(agent.id)) return
      connected.add(agent.id)
      await app.app.connections.add(agent.id)
      return
    case 'a minute':
      return app.clock.advance(60_000)
    case 'half an hour':
      return app.clock.advance(1_800_000)
    default:
      return
  }
}

/** The clock's tick, watched: whoever is newly asked must be asked for the first whom they could serve. */
async function tick(day: Day): Promise<void> {
  const { deps } = day.app
  const before = new Set((await deps.storage.routing.listOffers()).map((one) => `${one.conversationId}:${one.agentId}`))
  await runDueJobs(deps)
  await keepQueueMoving(deps)

  const queue = await deps.storage.queue.list(1000)
  for (const [index, entry] of queue.entries()) {
    const { offer } = entry
    if (!offer || before.has(`${entry.conversationId}:${offer.agentId}`)) continue
    const passedOver = queue.slice(0, index).filter((earlier) => !earlier.offer)
    for (const earlier of passedOver) {
      expect(await hasReason(day, earlier, offer.agentId), `${earlier.conversationId} was passed over`).toBe(true)
    }
  }
  await expectOrder(day)
}

/** Why somebody earlier is not offered to this agent: they have let it pass, or it is not their matter and its people are there. */
async function hasReason({ app, agents }: Day, earlier: QueueEntry, agentId: string): Promise<boolean> {
  const { deps } = app
  const passes = await deps.storage.routing.listPasses([earlier.conversationId], deps.clock.now() - 60_000)
  if (passes.some((one) => one.agentId === agentId)) return true
  if (earlier.groupId === undefined) return false

  const groups = agents.find(({ id }) => id === agentId)?.groups ?? []
  const isStranger = groups.length > 0 && !groups.includes(earlier.groupId)
  return isStranger && deps.clock.now() - earlier.enqueuedAt < 60_000
}

/** What holds at every moment of the day. */
async function expectOrder(day: Day): Promise<void> {
  const { deps } = day.app
  const held = await deps.storage.conversations.countAssigned()
  const offers = await deps.storage.routing.listOffers()
  for (const { id } of day.agents) {
    const offered = offers.filter(({ agentId }) => agentId === id).length
    expect((held.get(id) ?? 0) + offered, `${id} is over the limit`).toBeLessThanOrEqual(LIMIT)
  }
  const waiting = new Set((await deps.storage.queue.list(1000)).map((one) => one.conversationId))
  for (const { conversation } of day.sessions) {
    const now = await deps.storage.conversations.find(conversation.id)
    expect(waiting.has(conversation.id), `${conversation.id} is ${now?.status}`).toBe(now?.status === 'queued')
  }
}

/** Evening: everybody is there, takes what is offered and ends what they hold. */
async function evening(day: Day): Promise<void> {
  const { deps } = day.app
  for (const agent of day.agents) {
    await live(day, { what: 'reconnect', who: day.agents.indexOf(agent), which: 0 })
    await setPresence(deps, agent, 'online')
  }
  for (let round = 0; round < day.sessions.length + 5; round += 1) {
    day.app.clock.advance(61_000)
    await tick(day)
    for (const [who] of day.agents.entries()) {
      for (const what of ['yes', 'accept', 'accept', 'resolve', 'resolve', 'resolve', 'resolve'] as const) {
        await live(day, { what, who, which: round })
      }
    }
  }
}

/** A day on a server that others use takes its time. */
const PATIENCE = 120_000

describe.each([
  { engine: sqlite, days: 25 },
  { engine: postgres, days: 5 },
])('a day at the desk on $engine.name', ({ engine, days }) => {
  it.skipIf(engine.missing)(
    'serves everybody in order, overloads nobody and forgets nobody, whatever it brings',
    async () => {
      const database = await engine.start()
      try {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
            await liveThrough(await startDay(await database.fresh()), steps)
          }),
          { numRuns: days },
        )
      } finally {
        await database.stop()
      }
    },
    PATIENCE,
  )
})

async function liveThrough(day: Day, steps: readonly Step[]): Promise<void> {
  try {
    for (const one of steps) {
      await live(day, one)
      await tick(day)
    }
    await evening(day)

    const left = await Promise.all(
      day.sessions.map(async ({ conversation }) => day.app.deps.storage.conversations.find(conversation.id)),
    )
    expect(left.filter((one) => one?.status !== 'resolved' && one?.status !== 'bot')).toEqual([])
    expect(await day.app.deps.storage.queue.list(10)).toEqual([])
  } finally {
    await day.app[Symbol.asyncDispose]()
  }
}
