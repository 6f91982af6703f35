import { expect, it } from 'vitest'
import { sendAsAgent } from '../../src/actions/assist/decide-suggestion.ts'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { setReception } from '../../src/actions/settings/set-reception.ts'
import type { ForbiddenWords } from '../../src/domain/knowledge.ts'
import { startTestApp } from '../support/test-app.ts'

const FORBIDDEN: readonly ForbiddenWords[] = [
  { words: ['加微信', 'best ever'], action: 'block', why: { zh: '请留在店铺里', en: 'Stay in the shop' } },
  { words: ['爱买不买'], action: 'mask', why: '不说伤人的话' },
  { words: ['保证明天到', '包邮'], action: 'warn', why: '别打包票' },
]

/** Mina holds a conversation; with `assist`, one suggestion lies before her. */
async function startDesk({ assist = false } = {}) {
  const app = await startTestApp({ knowledge: (knowledge) => ({ ...knowledge, forbidden: FORBIDDEN }) })
  const mina = await app.agent('Mina')
  if (assist)
    await setReception(app.deps, await app.agent('Olga', { role: 'owner', present: false }), { mode: 'assist' })
  const session = await app.visitor()
  await app.say(session, assist ? '包邮吗' : '转人工')
  const { id } = session.conversation
  await claimConversation(app.deps, mina, id)
  const [offered] = await app.deps.storage.suggestions.listOffered(id)
  const suggestionId = offered?.id ?? ''
  const write = (text: string, clientId = 'client-0001') =>
    postAgentMessage(app.deps, mina, { conversationId: id, clientId, body: { kind: 'text', text } })
  const said = async () =>
    (await app.transcript(session)).flatMap(({ author, body }) =>
      author.kind === 'agent' && body.kind === 'text' ? body.text : [],
    )
  const warnings = async () =>
    (await app.deps.storage.audit.list(20)).filter(({ action }) => action === 'message.warned')
  const suggestion = () => app.deps.storage.suggestions.find(suggestionId)
  return {
    ...{ app, mina, id, write, said, warnings, suggestion, suggestionId },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

it('refuses what the owner blocks, names each word with its reason, and stores nothing', async () => {
  await using desk = await startDesk()

  await expect(desk.write('您加微信吧，Best ever 的裙子')).rejects.toMatchObject({
    code: 'words_forbidden',
    message: 'The message holds words that the shop does not allow: 加微信, best ever',
    words: [
      { word: '加微信', why: { zh: '请留在店铺里', en: 'Stay in the shop' } },
      { word: 'best ever', why: { zh: '请留在店铺里', en: 'Stay in the shop' } },
    ],
  })
  expect(await desk.said()).toEqual([])
})

it('lets the same words be put otherwise under a new id', async () => {
  await using desk = await startDesk()
  await desk.write('加微信聊').catch(() => undefined)

  await desk.write('就在这里聊', 'client-0002')

  expect(await desk.said()).toEqual(['就在这里聊'])
})

it('covers what the owner masks, also when it is sent again', async () => {
  await using desk = await startDesk()

  const sent = await desk.write('爱买不买，随您')
  const resent = await desk.write('爱买不买，随您')

  expect(sent.body).toEqual({ kind: 'text', text: '＊＊＊＊，随您' })
  expect(resent.seq).toBe(sent.seq)
  expect(await desk.said()).toEqual(['＊＊＊＊，随您'])
})

it('lets pass what the owner warns of, and keeps once who said it', async () => {
  await using desk = await startDesk()

  const sent = await desk.write('保证明天到')
  await desk.write('保证明天到')

  expect(await desk.said()).toEqual(['保证明天到'])
  expect(await desk.warnings()).toMatchObject([
    { actor: desk.mina.id, target: desk.id, detail: { seq: sent.seq, words: ['保证明天到'] } },
  ])
})

it('holds an edited suggestion to the same words, and leaves it on the desk', async () => {
  await using desk = await startDesk({ assist: true })
  const { suggestionId } = desk

  const refused = sendAsAgent(desk.app.deps, desk.mina, { suggestionId, text: '加微信我告诉您' })

  await expect(refused).rejects.toMatchObject({ code: 'words_forbidden' })
  expect((await desk.suggestion())?.outcome.status).toBe('offered')
  expect(await desk.said()).toEqual([])
})

it('masks an edited suggestion, and keeps it as it was said', async () => {
  await using desk = await startDesk({ assist: true })

  await sendAsAgent(desk.app.deps, desk.mina, { suggestionId: desk.suggestionId, text: '爱买不买' })

  expect(await desk.said()).toEqual(['＊＊＊＊'])
  expect((await desk.suggestion())?.outcome).toMatchObject({ status: 'edited', sentText: '＊＊＊＊' })
})

it('notes a warning of a suggestion that is adopted as it is', async () => {
  await using desk = await startDesk({ assist: true })

  await sendAsAgent(desk.app.deps, desk.mina, { suggestionId: desk.suggestionId })

  expect((await desk.suggestion())?.outcome.status).toBe('adopted')
  expect(await desk.warnings()).toMatchObject([{ detail: { words: ['包邮'] } }])
})

it('binds nobody in a note to colleagues', async () => {
  await using desk = await startDesk()

  const note = await addNote(desk.app.deps, desk.mina, {
    conversationId: desk.id,
    clientId: 'note-0001',
    text: '他想加微信',
  })

  expect(note.body).toEqual({ kind: 'note', text: '他想加微信' })
})

it('holds a note on a case, which the shopper is told, to the same words', async () => {
  await using desk = await startDesk()
  const { app, mina, id } = desk
  const conversation = await app.deps.storage.conversations.find(id)
  const { number } = await openCase(app.deps, {
    key: 'return:1',
    type: 'return',
    title: '连衣裙退货',
    customerId: conversation?.customerId ?? '',
    conversationId: id,
    details: [],
    evidence: [],
    dueAt: app.clock.now() + 1000,
    at: app.clock.now(),
  })

  await expect(changeCase(app.deps, mina, { number, note: '加微信发您' })).rejects.toMatchObject({
    code: 'words_forbidden',
  })
  const changed = await changeCase(app.deps, mina, { number, note: '爱买不买' })

  expect(changed.history.map(({ note }) => note).filter(Boolean)).toEqual(['＊＊＊＊'])
})

it('proposes to a person nothing that is blocked', async () => {
  const forbidden: readonly ForbiddenWords[] = [{ words: ['满'], action: 'block', why: '示例' }]
  await using app = await startTestApp({ knowledge: (knowledge) => ({ ...knowledge, forbidden }) })
  await setReception(app.deps, await app.agent('Olga', { role: 'owner' }), { mode: 'assist' })
  const session = await app.visitor()
  await app.say(session, '包邮吗')

  const offered = await app.deps.storage.suggestions.listOffered(session.conversation.id)

  expect(offered.map(({ text }) => text).filter((text) => text.includes('满'))).toEqual([])
})
