import { expect, it } from 'vitest'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { snoozeConversation } from '../../src/actions/follow-ups/snooze.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { tellBrokenPromises } from '../../src/actions/queue/tell-broken-promises.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DeskPolicy } from '../../src/domain/desk-policy.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const MINUTE = 60_000
const PROMISE = {
  tiers: ['vip', 'key', 'regular', 'small'],
  firstResponse: 60,
  nextResponse: 120,
  resolution: 3600,
  businessHours: true,
} as const

function startDesk(desk: Partial<DeskPolicy> = { promises: [PROMISE] }): Promise<TestApp> {
  return startTestApp({ knowledge: (one) => ({ ...one, desk: { ...one.desk, ...desk } }) })
}

async function held(app: TestApp, agent: Agent) {
  const session = await app.visitor()
  await app.say(session, '转人工')
  await claimConversation(app.deps, agent, session.conversation.id)
  return session
}

async function broken(app: TestApp) {
  await tellBrokenPromises(app.deps)
  return app.published.flatMap((event) => (event.type === 'promise.broken' ? [event] : []))
}

const kept = async (app: TestApp) =>
  (await app.deps.storage.audit.list(50)).filter(({ action }) => action === 'promise.broken')

function answer(app: TestApp, agent: Agent, conversationId: string) {
  return postAgentMessage(app.deps, agent, {
    conversationId,
    clientId: `answer-${app.clock.now()}`,
    body: { kind: 'text', text: '在的' },
  })
}

it('tells once of a first answer that is late, and keeps it for the reports', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const { conversation } = await held(app, mina)
  const dueAt = app.clock.now() + MINUTE

  app.clock.advance(MINUTE - 1)
  const before = await broken(app)
  app.clock.advance(1)
  const told = await broken(app)
  app.clock.advance(MINUTE)

  expect(before).toEqual([])
  expect(told).toEqual([
    { type: 'promise.broken', conversationId: conversation.id, kind: 'first', dueAt, agentId: mina.id },
  ])
  // Nothing of it is remembered outside of the database: after a restart it is as quiet.
  expect(await broken(app)).toEqual(told)
  expect(await kept(app)).toMatchObject([
    { actor: 'system', target: conversation.id, detail: { kind: 'first', dueAt, tier: 'regular', agent: mina.id } },
  ])
})

it('tells of each wait anew, and not of one that was answered in time', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const session = await held(app, mina)
  await answer(app, mina, session.conversation.id)
  app.clock.advance(5 * MINUTE)
  const quiet = await broken(app)

  await app.say(session, '那什么时候发货？')
  app.clock.advance(MINUTE)
  const early = await broken(app)
  app.clock.advance(MINUTE)

  expect([quiet, early]).toEqual([[], []])
  expect(await broken(app)).toMatchObject([{ kind: 'next', dueAt: app.clock.now() }])
})

it('tells of a shopper in the queue whom nobody has taken', async () => {
  await using app = await startDesk()
  const session = await app.visitor()
  await app.say(session, '转人工')
  app.clock.advance(MINUTE)

  const [told] = await broken(app)
  expect(told).toMatchObject({ conversationId: session.conversation.id, kind: 'first' })
  expect(told).not.toHaveProperty('agentId')
})

it('tells of a conversation that goes on for too long, and not of one that ended', async () => {
  await using app = await startDesk()
  const mina = await app.agent('Mina')
  const slow = await held(app, mina)
  const quick = await held(app, mina)
  await answer(app, mina, slow.conversation.id)
  await resolveConversation(app.deps, mina, quick.conversation.id)
  app.clock.advance(60 * MINUTE)

  expect(await broken(app)).toMatchObject([{ conversationId: slow.conversation.id, kind: 'resolution' }])
  expect(await broken(app)).toHaveLength(1)
})

it('tells of nothing that is laid aside, nor where nothing is promised', async () => {
  await using app = await startDesk({ promises: [{ ...PROMISE, tiers: ['vip'] }] })
  await using other = await startDesk()
  await held(app, await app.agent('Mina'))
  const mina = await other.agent('Mina')
  const laid = await held(other, mina)
  await snoozeConversation(other.deps, mina, { conversationId: laid.conversation.id, when: { choice: 'hour' } })
  for (const { clock } of [app, other]) clock.advance(50 * MINUTE)

  expect([await broken(app), await broken(other)]).toEqual([[], []])
})
