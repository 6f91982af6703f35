import { expect, it } from 'vitest'
import { updateAgent } from '../../src/actions/agents/update-agent.ts'
import { setReception } from '../../src/actions/settings/set-reception.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type {
  AgentView,
  DeskConversation,
  DeskMessage,
  QueueEntryView,
  SuggestionView,
} from '../../src/protocol/console.ts'
import { connect, cookieOf, startTestApp, type TestApp } from '../support/test-app.ts'

async function signIn(app: TestApp, url: string, agent: Agent) {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

it('takes a shopper from the queue to the end', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const mina = await signIn(app, url, await app.agent('Mina', { present: false }))
  const session = await app.visitor()
  const { id } = session.conversation

  await app.say(session, '转人工')
  const { entries } = await mina.hear<{ entries: QueueEntryView[] }>(
    'queue:changed',
    (told) => told.entries.length === 1,
  )
  const claimed = await mina.ask('conversation:claim', { conversationId: id })
  const sent = await mina.ask('message:send', {
    conversationId: id,
    clientId: 'client-0001',
    kind: 'text',
    text: '您好，我是米娜',
  })
  const resent = await mina.ask('message:send', {
    conversationId: id,
    clientId: 'client-0001',
    kind: 'text',
    text: '您好，我是米娜',
  })
  const resolved = await mina.ask('conversation:resolve', { conversationId: id })

  expect(entries[0]).toMatchObject({ conversationId: id, position: 1, reason: 'asked', kind: 'live' })
  expect([claimed.ok, sent.ok, resolved.ok]).toEqual([true, true, true])
  expect(resent).toEqual(sent)
  await mina.hear<{ conversation: DeskConversation }>(
    'conversation:changed',
    ({ conversation }) => conversation.status === 'resolved',
  )
  mina.socket.close()
})

it('tells an agent which words were refused, with the reason', async () => {
  const forbidden = [{ words: ['加微信'], action: 'block', why: '请留在店铺里' }] as const
  await using app = await startTestApp({ knowledge: (knowledge) => ({ ...knowledge, forbidden }) })
  const { url } = await app.app.listen()
  const mina = await signIn(app, url, await app.agent('Mina', { present: false }))
  const session = await app.visitor()
  const { id } = session.conversation
  await app.say(session, '转人工')
  await mina.ask('conversation:claim', { conversationId: id })

  const ack = await mina.ask('message:send', {
    conversationId: id,
    clientId: 'client-0001',
    kind: 'text',
    text: '加微信聊',
  })

  expect(ack).toEqual({
    ok: false,
    code: 'words_forbidden',
    message: 'The message holds words that the shop does not allow: 加微信',
    words: [{ word: '加微信', why: '请留在店铺里' }],
  })
  mina.socket.close()
})

it('shows an agent why the bot said what it said', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const mina = await signIn(app, url, await app.agent('Mina', { present: false }))

  await app.say(await app.visitor(), '包邮吗')
  const { message } = await mina.hear<{ message: DeskMessage }>(
    'message:created',
    (told) => told.message.author.kind === 'bot',
  )

  expect(message.explanation?.rule).toBe('answer')
  expect(message.explanation?.candidates[0]).toMatchObject({ intent: 'shipping_fee', title: '运费' })
  await mina.hear('answer:notified')
  mina.socket.close()
})

it('brings suggestions for each message and says what became of them', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  await setReception(app.deps, await app.agent('Olga', { role: 'owner', present: false }), { mode: 'assist' })
  const mina = await signIn(app, url, await app.agent('Mina', { present: false }))
  const session = await app.visitor()

  await app.say(session, '包邮吗')
  const { suggestions } = await mina.hear<{ suggestions: SuggestionView[] }>('suggestion:offered')
  await mina.ask('conversation:claim', { conversationId: session.conversation.id })
  const edited = await mina.ask('suggestion:edit', { suggestionId: suggestions[0]?.id, text: '都包邮的' })

  expect(edited.ok).toBe(true)
  const told = await mina.hear<{ suggestion: SuggestionView }>(
    'suggestion:changed',
    ({ suggestion }) => suggestion.status === 'edited',
  )
  expect(told.suggestion.id).toBe(suggestions[0]?.id)
  mina.socket.close()
})

it('counts an agent as present from the first browser to the last', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const agent = await app.agent('Mina', { present: false })
  const first = await signIn(app, url, agent)
  const second = await signIn(app, url, agent)
  await first.hear<{ agents: AgentView[] }>('presence:changed', ({ agents }) =>
    agents.some((one) => one.presence === 'online'),
  )

  second.socket.close()
  const away = await first.ask('presence:set', { presence: 'away' })

  await first.hear<{ agents: AgentView[] }>('presence:changed', ({ agents }) =>
    agents.some((one) => one.presence === 'away'),
  )
  expect(away.ok).toBe(true)
  expect(app.deps.roster.onDuty()).toEqual([])
  first.socket.close()
})

it('lets nobody in without a session', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()

  await expect(connect(`${url}/console`)).rejects.toThrow('not_signed_in')
  await expect(connect(`${url}/console`, { headers: { cookie: 'xiaoer_session=made-up' } })).rejects.toThrow(
    'not_signed_in',
  )
})

it('lets no foreign page use the session cookie', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const cookie = await cookieOf(app, await app.agent('Mina'))

  const foreign = connect(`${url}/console`, { headers: { cookie, origin: 'https://evil.example' } })

  await expect(foreign).rejects.toThrow('origin_not_allowed')
})

it('ends the live connection of an agent who is shut out', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const owner = await app.agent('Olga', { role: 'owner' })
  const agent = await app.agent('Mina', { present: false })
  const mina = await signIn(app, url, agent)

  const closed = new Promise((resolve) => mina.socket.once('disconnect', resolve))
  await updateAgent(app.deps, owner, { id: agent.id, active: false })

  await closed
  expect(mina.socket.connected).toBe(false)
})
