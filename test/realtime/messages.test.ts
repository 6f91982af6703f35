import { expect, it } from 'vitest'
import type { Agent } from '../../src/domain/agent.ts'
import type { DeskConversation, DeskMessage } from '../../src/protocol/console.ts'
import type { ViewerView } from '../../src/protocol/messages.ts'
import type { SessionStarted, WidgetMessage } from '../../src/protocol/widget.ts'
import { connect, cookieOf, startTestApp, type TestApp, type TestOptions } from '../support/test-app.ts'

async function signIn(app: TestApp, url: string, agent: Agent) {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

/** A shopper's browser and Mina's, with a conversation that Mina holds. */
async function startTalk(options: TestOptions = {}) {
  const app = await startTestApp(options)
  const { url } = await app.app.listen()
  const mina = await signIn(app, url, await app.agent('Mina', { present: false }))
  const shopper = await connect(`${url}/widget`, { auth: { locale: 'zh' } })
  const { conversation, shop } = await shopper.hear<SessionStarted>('session:started')
  const { id } = conversation
  const say = (text: string, more: object = {}) =>
    shopper.ask('message:send', {
      clientId: `client-${text}-12345678`.replace(/[^\w-]/g, 'x'),
      kind: 'text',
      text,
      ...more,
    })
  const reply = (text: string, more: object = {}) =>
    mina.ask('message:send', { conversationId: id, clientId: crypto.randomUUID(), kind: 'text', text, ...more })
  await say('转人工')
  await mina.hear('queue:changed', (told: { entries: unknown[] }) => told.entries.length === 1)
  await mina.ask('conversation:claim', { conversationId: id })
  const asked = await say('我的地址是人民路 1 号')
  return {
    app,
    url,
    mina,
    shopper,
    shop,
    id,
    say,
    reply,
    asked: Number(asked['seq']),
    [Symbol.asyncDispose]: async () => {
      mina.socket.close()
      shopper.socket.close()
      await app[Symbol.asyncDispose]()
    },
  }
}

it('carries quotes both ways', async () => {
  await using talk = await startTalk()

  const answer = await talk.reply('已经记下', { quote: talk.asked })
  await talk.say('thanks', { quote: answer['seq'] })

  const seen = await talk.shopper.hear<{ message: WidgetMessage }>(
    'message:created',
    ({ message }) => message.seq === answer['seq'],
  )
  const heard = await talk.mina.hear<{ message: DeskMessage }>(
    'message:created',
    ({ message }) => message.author.kind === 'customer' && message.quote !== undefined,
  )
  expect(seen.message.quote).toMatchObject({
    seq: talk.asked,
    author: { kind: 'customer' },
    text: '我的地址是人民路 1 号',
  })
  expect(heard.message.quote).toMatchObject({ seq: answer['seq'], author: { kind: 'agent', name: 'Mina' } })
})

it('takes a message off every screen, also off that of a client that was away', async () => {
  await using talk = await startTalk()
  await talk.reply('记下了', { quote: talk.asked })

  const ack = await talk.shopper.ask('message:recall', { id: `${talk.id}.${talk.asked}` })

  const told = await talk.mina.hear<{ message: DeskMessage }>('message:updated')
  const listed = await talk.shopper.ask('message:list', { afterSeq: 0 })
  expect(ack).toEqual({ ok: true })
  expect(told.message).toMatchObject({ seq: talk.asked, body: { kind: 'recalled' } })
  expect(JSON.stringify(listed)).not.toContain('人民路')
  expect((listed['messages'] as WidgetMessage[]).find(({ seq }) => seq === talk.asked)?.body).toEqual({
    kind: 'recalled',
  })
})

it('lets nobody take back what is not theirs', async () => {
  await using talk = await startTalk()
  const answer = await talk.reply('记下了')

  const byShopper = await talk.shopper.ask('message:recall', { id: `${talk.id}.${answer['seq']}` })
  const byMina = await talk.mina.ask('message:recall', { conversationId: talk.id, seq: talk.asked })
  const own = await talk.mina.ask('message:recall', { conversationId: talk.id, seq: answer['seq'] })

  expect([byShopper, byMina, own]).toMatchObject([{ code: 'not_found' }, { code: 'not_found' }, { ok: true }])
})

it('shows the desk what a shopper is typing, and stores none of it', async () => {
  await using talk = await startTalk()
  const before = (await talk.shopper.ask('message:list', { afterSeq: 0 }))['lastSeq']

  await talk.shopper.ask('typing:set', { typing: true, text: '能便宜点' })

  expect(talk.shop.typingPreview).toBe(true)
  expect(await talk.mina.hear('typing:changed')).toEqual({ conversationId: talk.id, typing: true, text: '能便宜点' })
  expect((await talk.shopper.ask('message:list', { afterSeq: 0 }))['lastSeq']).toBe(before)
})

it('shows only that a shopper types where the owner wants it so', async () => {
  await using talk = await startTalk({
    knowledge: (knowledge) => ({ ...knowledge, desk: { ...knowledge.desk, typingPreview: false } }),
  })

  await talk.shopper.ask('typing:set', { typing: true, text: '能便宜点' })

  expect(talk.shop.typingPreview).toBe(false)
  expect(await talk.mina.hear('typing:changed')).toEqual({ conversationId: talk.id, typing: true })
})

it('shows nobody what is typed to the bot', async () => {
  await using talk = await startTalk()
  await talk.mina.ask('conversation:return-to-bot', { conversationId: talk.id })

  await talk.shopper.ask('typing:set', { typing: true, text: '能便宜点' })

  expect(await talk.mina.hear('typing:changed')).toEqual({ conversationId: talk.id, typing: true })
})

it('tells what has come to the shopper from what they have read', async () => {
  await using talk = await startTalk()
  const answer = await talk.reply('记下了')
  const seq = Number(answer['seq'])
  const marked = (fits: (row: DeskConversation) => boolean) =>
    talk.mina.hear<{ conversation: DeskConversation }>('conversation:changed', ({ conversation }) => fits(conversation))

  await talk.shopper.ask('message:received', { seq })
  const delivered = await marked((row) => row.customerDeliveredSeq === seq)
  await talk.shopper.ask('message:read', { seq })
  const read = await marked((row) => row.customerReadSeq === seq)

  expect(delivered.conversation.customerReadSeq).toBeLessThan(seq)
  expect(read.conversation.customerDeliveredSeq).toBe(seq)
})

it('tells the desk who looks at a conversation and who types in it, until they are gone', async () => {
  await using talk = await startTalk()
  const { app, url, mina, id } = talk
  const zhou = await signIn(app, url, await app.agent('Zhou', { present: false }))
  const second = await signIn(app, url, app.deps.roster.list().find(({ name }) => name === 'Zhou') as Agent)
  const seen = (fits: (viewers: readonly ViewerView[]) => boolean) =>
    mina.hear<{ conversationId: string; viewers: ViewerView[] }>('viewers:changed', ({ viewers }) => fits(viewers))

  await mina.ask('conversation:view', { conversationId: id })
  const ack = await zhou.ask('conversation:view', { conversationId: id, typing: true })
  await second.ask('conversation:view', { conversationId: id })
  const both = await seen((viewers) => viewers.length === 2)

  expect(ack['viewers']).toHaveLength(2)
  expect(both.viewers).toMatchObject([
    { name: 'Mina', typing: false },
    { name: 'Zhou', typing: true },
  ])

  zhou.socket.close()
  await seen((viewers) => viewers.length === 2 && viewers.every(({ typing }) => !typing))
  await second.ask('conversation:view', { conversationId: null })
  // What was told to Mina before comes before the answer to her.
  await mina.ask('conversation:view', { conversationId: id })
  const told = mina.heard.filter(({ event }) => event === 'viewers:changed').at(-1)
  expect((told?.payload as { viewers: ViewerView[] } | undefined)?.viewers).toMatchObject([{ name: 'Mina' }])
})
