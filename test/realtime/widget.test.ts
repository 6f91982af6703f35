import { expect, it } from 'vitest'
import { addNote } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import type { QueueChanged, SessionStarted, WidgetConversation, WidgetMessage } from '../../src/protocol/widget.ts'
import { signIdentity } from '../../src/security/tokens.ts'
import { connect, IDENTITY_SECRET, startTestApp, type TestApp } from '../support/test-app.ts'

type Told = { message: WidgetMessage }

async function open(app: TestApp, auth: object = { locale: 'zh' }) {
  const { url } = await app.app.listen()
  return { url, ...(await join(url, auth)) }
}

async function join(url: string, auth: object = { locale: 'zh' }) {
  const client = await connect(`${url}/widget`, { auth })
  return { client, session: await client.hear<SessionStarted>('session:started') }
}

function sends(text: string, clientId = `client-${text.length}-abcdef`) {
  return { clientId, kind: 'text', text }
}

it('acknowledges a message with its place and brings the answer', async () => {
  await using app = await startTestApp()
  const { client, session } = await open(app)

  const ack = await client.ask('message:send', sends('包邮吗'))
  const answer = await client.hear<Told>('message:created', ({ message }) => message.author.kind === 'bot')

  expect(ack).toMatchObject({ ok: true, seq: 1, conversationId: session.conversation.id })
  expect(answer.message).toMatchObject({ seq: 2, body: { kind: 'text', text: '全场包邮' } })
  expect(answer.message).not.toHaveProperty('explanation')
  client.socket.close()
})

it('gives a client that was away exactly what it missed', async () => {
  await using app = await startTestApp()
  const { url, client, session } = await open(app)
  await client.ask('message:send', sends('包邮吗'))
  await client.hear<Told>('message:created', ({ message }) => message.seq === 2)
  client.socket.close()

  const again = await join(url, { visitorToken: session.visitorToken, locale: 'zh' })
  const missed = await again.client.ask('message:list', { afterSeq: 1 })

  expect(again.session.conversation.id).toBe(session.conversation.id)
  expect(missed).toMatchObject({ ok: true, lastSeq: 2, more: false, messages: [{ seq: 2 }] })
  again.client.socket.close()
})

it('never sends a note to the shopper', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { client, session } = await open(app)
  const { id } = session.conversation

  await addNote(app.deps, mina, { conversationId: id, clientId: 'note-1', text: '老客户，多照顾' })
  await client.ask('message:send', sends('包邮吗'))
  await client.hear<Told>('message:created', ({ message }) => message.author.kind === 'bot')
  const listed = await client.ask('message:list', { afterSeq: 0 })

  expect(JSON.stringify([client.heard, listed])).not.toContain('多照顾')
  expect(listed).toMatchObject({ lastSeq: 3, messages: [{ seq: 2 }, { seq: 3 }] })
  client.socket.close()
})

it('tells the shopper each change of place in the queue', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const first = await open(app)
  const second = await join(first.url)
  await first.client.ask('handoff:request')
  await first.client.hear<QueueChanged>('queue:changed', ({ position }) => position === 1)
  app.clock.advance(1000)
  await second.client.ask('handoff:request')
  await second.client.hear<QueueChanged>('queue:changed', ({ position }) => position === 2)

  await claimConversation(app.deps, mina, first.session.conversation.id)

  await second.client.hear<QueueChanged>('queue:changed', ({ position }) => position === 1)
  const taken = await first.client.hear<{ conversation: WidgetConversation }>(
    'conversation:changed',
    ({ conversation }) => conversation.status === 'assigned',
  )
  expect(taken.conversation.agent).toEqual({ name: 'Mina' })
  first.client.socket.close()
  second.client.socket.close()
})

it('moves on to the next conversation when the shopper writes after the end', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { client, session } = await open(app)
  const { id } = session.conversation
  await client.ask('handoff:request')
  await claimConversation(app.deps, mina, id)
  await resolveConversation(app.deps, mina, id)
  const rated = await client.ask('rating:submit', { conversationId: id, score: 4 })

  const ack = await client.ask('message:send', sends('包邮吗'))
  const resent = await client.ask('message:send', sends('包邮吗'))

  expect(rated).toEqual({ ok: true })
  expect(ack).toMatchObject({ ok: true, seq: 1 })
  expect(ack['conversationId']).not.toBe(id)
  expect(resent).toEqual(ack)
  const old = await client.ask('message:list', { afterSeq: 0, conversationId: id })
  expect(old).toMatchObject({ ok: true })
  client.socket.close()
})

it('greets anew when the shop says who the visitor is', async () => {
  await using app = await startTestApp()
  const { client, session } = await open(app)
  await client.ask('message:send', sends('包邮吗'))

  const ack = await client.ask('identity:set', {
    identity: await signIdentity(IDENTITY_SECRET, { shopId: 'u-1', name: '林晓雨' }),
  })

  const known = await client.hear<SessionStarted>('session:started', ({ customer }) => customer.verified)
  expect(ack).toEqual({ ok: true })
  expect(known.customer.name).toBe('林晓雨')
  expect(known.conversation.id).toBe(session.conversation.id)
  client.socket.close()
})

it("shows nobody another visitor's conversation", async () => {
  await using app = await startTestApp()
  const { url, session } = await open(app)
  const stranger = await join(url)

  const peek = await stranger.client.ask('message:list', { afterSeq: 0, conversationId: session.conversation.id })
  const rate = await stranger.client.ask('rating:submit', { conversationId: session.conversation.id, score: 1 })

  expect(peek).toMatchObject({ ok: false, code: 'conversation_not_found' })
  expect(rate).toMatchObject({ ok: false, code: 'conversation_not_found' })
  stranger.client.socket.close()
})

it('tells a visitor who floods to wait, and lets others pass', async () => {
  await using app = await startTestApp({ environment: { MESSAGE_RATE: '3/10' } })
  const { url, client } = await open(app)
  const calm = await join(url)

  const acks = []
  for (let n = 0; n < 6; n += 1) acks.push(await client.ask('message:send', sends('包邮吗', `flood-${n}-abcdef`)))
  const other = await calm.client.ask('message:send', sends('包邮吗'))

  expect(acks.map((ack) => ack.ok)).toEqual([true, true, true, false, false, false])
  expect(acks[5]).toMatchObject({ code: 'too_many', retryAfter: expect.any(Number) })
  expect(other.ok).toBe(true)
  client.socket.close()
  calm.client.socket.close()
})

it('lives through whatever a client sends', async () => {
  await using app = await startTestApp()
  const { url, client } = await open(app)
  const bad: unknown[][] = [
    [],
    [null],
    [undefined],
    [42],
    ['x'],
    [[]],
    [{ kind: 'text' }],
    [{ clientId: {}, kind: [] }],
    [{ __proto__: 1 }],
  ]

  for (const name of [
    'message:send',
    'message:list',
    'message:read',
    'rating:submit',
    'answer:rate',
    'identity:set',
    'no:such',
  ]) {
    for (const payload of bad) client.socket.emit(name, ...payload)
  }
  const refused = await client.ask('message:send', { clientId: 'client-aaaa', kind: 'text', text: '   ' })
  const fine = await client.ask('message:send', sends('包邮吗'))

  expect(refused).toMatchObject({ ok: false, code: 'invalid_input' })
  expect(fine.ok).toBe(true)
  const health = await fetch(`${url}/health/ready`)
  expect(health.status).toBe(200)
  client.socket.close()
})

it('lets no page in that the shop has not allowed', async () => {
  await using app = await startTestApp({ environment: { ALLOWED_ORIGINS: 'https://shop.example' } })
  const { url } = await app.app.listen()

  await expect(connect(`${url}/widget`, { headers: { origin: 'https://evil.example' } })).rejects.toThrow()
  const own = await connect(`${url}/widget`, { headers: { origin: 'https://shop.example' } })

  expect(own.socket.connected).toBe(true)
  own.socket.close()
})
