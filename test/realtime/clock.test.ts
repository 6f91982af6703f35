import { expect, it } from 'vitest'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { tellBrokenPromises } from '../../src/actions/queue/tell-broken-promises.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { connect, cookieOf, startTestApp, type TestApp } from '../support/test-app.ts'

const MINUTE = 60_000

function startDesk(): Promise<TestApp> {
  const promise = { tiers: ['regular'], firstResponse: 60, resolution: 3600, businessHours: true } as const
  return startTestApp({
    knowledge: (one) => ({ ...one, desk: { ...one.desk, warnSeconds: 30, redSeconds: 90, promises: [promise] } }),
  })
}

async function signIn(app: TestApp, url: string, agent: Agent) {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

it('tells whoever holds a conversation, and supervisors, of a broken promise, and nobody else', async () => {
  await using app = await startDesk()
  const { url } = await app.app.listen()
  const agent = await app.agent('Mina', { present: false })
  const mina = await signIn(app, url, agent)
  const noor = await signIn(app, url, await app.agent('Noor', { present: false }))
  const olga = await signIn(app, url, await app.agent('Olga', { present: false, role: 'supervisor' }))
  const session = await app.visitor()
  const { id } = session.conversation
  await app.say(session, '转人工')
  await claimConversation(app.deps, agent, id)
  const since = app.clock.now()

  const { conversation } = await mina.hear<{ conversation: DeskConversation }>(
    'conversation:changed',
    (told) => told.conversation.status === 'assigned',
  )
  app.clock.advance(MINUTE)
  await tellBrokenPromises(app.deps)

  expect(conversation).toMatchObject({
    clock: { kind: 'first', since, warnAt: since + 30_000, redAt: since + 90_000, dueAt: since + MINUTE },
    resolveWarnAt: since + 45 * MINUTE,
    resolveBy: since + 60 * MINUTE,
  })
  const told = { conversationId: id, kind: 'first', dueAt: since + MINUTE }
  expect(await Promise.all([mina, olga].map((one) => one.hear('promise:broken')))).toEqual([told, told])
  await noor.ask('presence:set', { presence: 'busy' })
  expect(noor.heard.map(({ event }) => event)).not.toContain('promise:broken')
  for (const { socket } of [mina, noor, olga]) socket.close()
})

it('shows no clock of what is laid aside', async () => {
  await using app = await startDesk()
  const { url } = await app.app.listen()
  const agent = await app.agent('Mina', { present: false })
  const mina = await signIn(app, url, agent)
  const session = await app.visitor()
  await app.say(session, '转人工')
  await claimConversation(app.deps, agent, session.conversation.id)
  await mina.ask('conversation:snooze', { conversationId: session.conversation.id, when: { choice: 'hour' } })

  const { conversation } = await mina.hear<{ conversation: DeskConversation }>(
    'conversation:changed',
    (told) => told.conversation.snoozedUntil !== undefined,
  )

  expect(Object.keys(conversation)).not.toEqual(expect.arrayContaining(['clock']))
  expect(conversation).not.toHaveProperty('resolveBy')
  mina.socket.close()
})
