import { expect, it } from 'vitest'
import { ignoreSuggestion, sendAsAgent } from '../../src/actions/assist/decide-suggestion.ts'
import { showSuggestions } from '../../src/actions/assist/show-suggestions.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { setAgentTyping } from '../../src/actions/conversations/set-typing.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { setReception } from '../../src/actions/settings/set-reception.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import { startTestApp } from '../support/test-app.ts'

/** A shop in assist mode: Mina has taken a conversation in which one question was asked. */
async function startAssisted(question: string) {
  const app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner', present: false })
  const mina = await app.agent('Mina')
  await setReception(app.deps, owner, { mode: 'assist' })
  const session = await app.visitor()
  await app.say(session, question)
  await claimConversation(app.deps, mina, session.conversation.id)
  const offered = await app.deps.storage.suggestions.listOffered(session.conversation.id)
  const find = async () => app.deps.storage.suggestions.find(offered[0]?.id ?? '')
  return { app, owner, mina, session, offered, find, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('proposes in assist mode and says nothing by itself', async () => {
  await using desk = await startAssisted('包邮吗')

  expect(desk.offered[0]).toMatchObject({ rank: 1, intent: 'shipping_fee', text: '全场包邮', heardSeq: 1 })
  expect(desk.offered[0]?.evidence[0]?.example).toBe('包邮吗')
  expect((await desk.app.transcript(desk.session)).filter(({ author }) => author.kind === 'bot')).toEqual([])
})

it('sends an adopted suggestion once and keeps what became of it', async () => {
  await using desk = await startAssisted('包邮吗')
  const suggestionId = desk.offered[0]?.id ?? ''

  const twice = await Promise.allSettled([1, 2].map(() => sendAsAgent(desk.app.deps, desk.mina, { suggestionId })))

  expect(twice.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const said = (await desk.app.transcript(desk.session)).filter(({ author }) => author.kind === 'agent')
  expect(said).toMatchObject([{ body: { kind: 'text', text: '全场包邮' }, author: { name: 'Mina' } }])
  expect((await desk.find())?.outcome).toMatchObject({ status: 'adopted', sentText: '全场包邮', agentId: desk.mina.id })
})

it('keeps the words that an agent has made of a suggestion', async () => {
  await using desk = await startAssisted('包邮吗')

  await sendAsAgent(desk.app.deps, desk.mina, { suggestionId: desk.offered[0]?.id ?? '', text: '都包邮的哦' })

  expect((await desk.find())?.outcome).toMatchObject({ status: 'edited', sentText: '都包邮的哦' })
})

it('keeps why a suggestion was ignored', async () => {
  await using desk = await startAssisted('包邮吗')

  await ignoreSuggestion(desk.app.deps, desk.mina, { suggestionId: desk.offered[0]?.id ?? '', reason: '答非所问' })

  expect((await desk.find())?.outcome).toMatchObject({ status: 'ignored', reason: '答非所问' })
})

it('lays suggestions aside when the shopper writes on', async () => {
  await using desk = await startAssisted('包邮吗')

  await desk.app.say(desk.session, '什么时候发货')

  expect((await desk.find())?.outcome.status).toBe('expired')
  const offered = await desk.app.deps.storage.suggestions.listOffered(desk.session.conversation.id)
  expect(offered[0]).toMatchObject({ intent: 'shipping_time' })
})

it('sends by itself what the owner allows, when nobody stops it', async () => {
  await using desk = await startAssisted('你们电话多少')

  desk.app.clock.advance(14_000)
  await runDueJobs(desk.app.deps)
  const early = (await desk.find())?.outcome.status
  desk.app.clock.advance(2000)
  await runDueJobs(desk.app.deps)
  await runDueJobs(desk.app.deps)

  expect(early).toBe('offered')
  expect((await desk.find())?.outcome.status).toBe('sent')
  const said = (await desk.app.transcript(desk.session)).filter(({ author }) => author.kind === 'bot')
  expect(said).toMatchObject([{ body: { text: '电话 400-000-0000' }, explanation: { rule: 'suggestion:sent' } }])
})

it('stops the countdown when the agent types', async () => {
  await using desk = await startAssisted('你们电话多少')

  await setAgentTyping(desk.app.deps, desk.mina, { conversationId: desk.session.conversation.id, typing: true })
  desk.app.clock.advance(20_000)
  await runDueJobs(desk.app.deps)

  const suggestion = await desk.find()
  expect(suggestion?.outcome.status).toBe('offered')
  expect(suggestion?.sendsAt).toBeUndefined()
})

it('switches the mode for the next message', async () => {
  await using desk = await startAssisted('包邮吗')
  await setReception(desk.app.deps, desk.owner, { mode: 'auto' })
  const other = await desk.app.visitor()

  await desk.app.say(other, '包邮吗')

  expect((await desk.app.transcript(other)).at(-1)).toMatchObject({ author: { kind: 'bot' } })
})

it('takes back whom only the mode had sent to people', async () => {
  await using app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner' })
  await setReception(app.deps, owner, { mode: 'assist' })
  const session = await app.visitor()
  await app.say(session, '包邮吗')

  await setReception(app.deps, owner, { mode: 'auto' })
  await app.say(session, '什么时候发货')

  expect((await app.transcript(session)).at(-1)).toMatchObject({ author: { kind: 'bot' } })
  expect(await app.deps.storage.queue.list(10)).toEqual([])
})

it('lets no agent switch the mode', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')

  await expect(setReception(app.deps, mina, { mode: 'assist' })).rejects.toMatchObject({ code: 'forbidden' })
})

it('keeps when a suggestion was first shown, and only to who holds the conversation', async () => {
  await using desk = await startAssisted('包邮吗')
  const noor = await desk.app.agent('Noor')
  const shown = { conversationId: desk.session.conversation.id, suggestionIds: [desk.offered[0]?.id ?? ''] }
  const first = desk.app.clock.now()

  await showSuggestions(desk.app.deps, desk.mina, shown)
  desk.app.clock.advance(1000)
  await showSuggestions(desk.app.deps, desk.mina, shown)
  const byOther = showSuggestions(desk.app.deps, noor, shown)

  await expect(byOther).rejects.toMatchObject({ code: 'conversation_not_yours' })
  expect((await desk.find())?.shown).toEqual({ at: first, agentId: desk.mina.id })
})

it('measures what an agent has made of a suggestion', async () => {
  await using desk = await startAssisted('包邮吗')

  await sendAsAgent(desk.app.deps, desk.mina, { suggestionId: desk.offered[0]?.id ?? '', text: '全场都包邮' })

  expect((await desk.find())?.outcome).toMatchObject({ status: 'edited', distance: 1, share: 0.2 })
})

it('takes the suggestion as it is, sent from the composer, for adopted', async () => {
  await using desk = await startAssisted('包邮吗')

  await sendAsAgent(desk.app.deps, desk.mina, { suggestionId: desk.offered[0]?.id ?? '', text: '全场包邮' })

  expect((await desk.find())?.outcome).toMatchObject({ status: 'adopted', distance: 0 })
})

it.each([
  ['全场包邮', 0],
  ['全场都包邮', 0.2],
  ['请稍等', 1],
])('passes a suggestion over when the agent types %s themselves, and keeps how near that came', async (text, share) => {
  await using desk = await startAssisted('包邮吗')

  const sent = await postAgentMessage(
    desk.app.deps,
    desk.mina,
    typed(desk.session.conversation.id, 'client-mina-1', text),
  )

  expect(sent.body).toEqual({ kind: 'text', text })
  expect((await desk.find())?.outcome).toMatchObject({ status: 'passed', sentText: text, share, agentId: desk.mina.id })
  expect(await desk.app.deps.storage.suggestions.listOffered(desk.session.conversation.id)).toEqual([])
})

it('leaves what was proposed later alone when an older message is sent again', async () => {
  await using desk = await startAssisted('包邮吗')
  const message = typed(desk.session.conversation.id, 'client-mina-1', '全场包邮哦')
  await postAgentMessage(desk.app.deps, desk.mina, message)
  await desk.app.say(desk.session, '什么时候发货')

  await postAgentMessage(desk.app.deps, desk.mina, message)

  const offered = await desk.app.deps.storage.suggestions.listOffered(desk.session.conversation.id)
  expect(offered[0]).toMatchObject({ intent: 'shipping_time' })
})

it('refuses an edited suggestion that has expired, so that its words can go as plain ones', async () => {
  await using desk = await startAssisted('包邮吗')
  const edited = { suggestionId: desk.offered[0]?.id ?? '', text: '都包邮的哦' }
  await desk.app.say(desk.session, '什么时候发货')

  const late = sendAsAgent(desk.app.deps, desk.mina, edited)
  await expect(late).rejects.toMatchObject({ code: 'suggestion_decided' })
  await postAgentMessage(desk.app.deps, desk.mina, typed(desk.session.conversation.id, 'client-mina-1', edited.text))

  expect((await desk.find())?.outcome.status).toBe('expired')
  const said = (await desk.app.transcript(desk.session)).filter(({ author }) => author.kind === 'agent')
  expect(said.map(({ body }) => body)).toEqual([{ kind: 'text', text: '都包邮的哦' }])
})

it('says where a suggestion comes from and how sure it is', async () => {
  await using desk = await startAssisted('包邮吗')

  expect(desk.offered[0]).toMatchObject({ source: 'intent', sureness: 'sure' })
})

/** A conversation that the bot has handed over and that waits for people. */
async function startHandedOver(...said: readonly string[]) {
  const app = await startTestApp()
  const mina = await app.agent('Mina')
  const session = await app.visitor()
  for (const text of said) await app.say(session, text)
  const { id } = session.conversation
  const offered = () => app.deps.storage.suggestions.listOffered(id)
  return { app, mina, id, offered, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('proposes at once to whoever takes over what the bot has handed on', async () => {
  await using desk = await startHandedOver('什么时候发货，我要找人工客服')
  const before = await desk.offered()

  await claimConversation(desk.app.deps, desk.mina, desk.id)

  expect(before).toEqual([])
  expect((await desk.offered())[0]).toMatchObject({ intent: 'shipping_time', heardSeq: 1 })
})

it('proposes nothing for the wish for a person itself, nor for what the bot has answered', async () => {
  await using desk = await startHandedOver('包邮吗', '转人工')

  await claimConversation(desk.app.deps, desk.mina, desk.id)

  expect(await desk.offered()).toEqual([])
  const [tally] = await desk.app.deps.storage.assist.tallyMessages(0, desk.app.clock.now() + 1)
  expect(tally).toEqual({ agentId: desk.mina.id, messages: 1, covered: 0, shown: 0, accepted: 0 })
})

function typed(conversationId: string, clientId: string, text: string) {
  return { conversationId, clientId, body: { kind: 'text', text } } as const
}
