import { expect, it } from 'vitest'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { DraftView } from '../../src/protocol/composing.ts'
import { browserOf } from '../support/browser-of.ts'
import { connect, startTestApp, type TestApp } from '../support/test-app.ts'

const FORBIDDEN = [
  { words: ['加微信'], action: 'block', why: { zh: '请留在店铺里', en: 'Stay in the shop' } },
  { words: ['一定到货'], action: 'warn', why: '先别打包票' },
] as const

/** An agent at two desks, a colleague at a third, and a conversation that the agent holds. */
async function threeDesks(app: TestApp) {
  const mina = await app.agent('Mina')
  const here = await browserOf(app, mina)
  const desk = async (agent: Agent) => {
    const { cookie } = await browserOf(app, agent, here.url)
    return connect(`${here.url}/console`, { headers: { cookie } })
  }
  const session = await app.visitor()
  await app.say(session, '转人工')
  await claimConversation(app.deps, mina, session.conversation.id)
  return {
    id: session.conversation.id,
    get: here.get,
    first: await desk(mina),
    second: await desk(mina),
    colleague: await desk(await app.agent('Zhou')),
  }
}

it("shows a draft at the agent's other desks, and nowhere else", async () => {
  await using app = await startTestApp()
  const { id, get, first, second, colleague } = await threeDesks(app)

  const kept = await first.ask('draft:set', { conversationId: id, text: '您好，我查一下 ', note: false })
  const told = await second.hear<DraftView>('draft:changed')
  const lost = await first.ask('draft:set', { conversationId: 'nowhere', text: 'x', note: false })
  await colleague.ask('words:check', { text: '' })

  expect(kept.ok).toBe(true)
  expect(told).toEqual({ conversationId: id, text: '您好，我查一下', note: false })
  expect(lost).toMatchObject({ ok: false, code: 'conversation_not_found' })
  expect([...first.heard, ...colleague.heard].filter(({ event }) => event === 'draft:changed')).toEqual([])
  expect((await get<{ drafts: DraftView[] }>('/desk')).drafts).toEqual([told])
  for (const desk of [first, second, colleague]) desk.socket.close()
})

it('ends a draft once its words are sent, and keeps what was begun since', async () => {
  await using app = await startTestApp()
  const { id, get, first, second, colleague } = await threeDesks(app)
  const drafts = async () => (await get<{ drafts: DraftView[] }>('/desk')).drafts.map(({ text }) => text)
  const send = (clientId: string, text: string) =>
    first.ask('message:send', { conversationId: id, clientId, kind: 'text', text })

  await first.ask('draft:set', { conversationId: id, text: '您好', note: false })
  await send('client-0001', '您好')
  await second.hear<DraftView>('draft:changed', ({ text }) => text === '')
  const ended = await drafts()
  await first.ask('draft:set', { conversationId: id, text: '还有一句', note: false })
  await send('client-0002', '别的话')
  const kept = await drafts()
  await first.ask('draft:set', { conversationId: id, text: '  ', note: false })

  expect([ended, kept, await drafts()]).toEqual([[], ['还有一句'], []])
  for (const desk of [first, second, colleague]) desk.socket.close()
})

it('names forbidden words while they are typed, and sends no gap', async () => {
  await using app = await startTestApp({ knowledge: (knowledge) => ({ ...knowledge, forbidden: FORBIDDEN }) })
  const { id, first, second, colleague } = await threeDesks(app)

  const checked = await first.ask('words:check', { text: '一定到货，加微信聊' })
  const gap = await first.ask('message:send', {
    conversationId: id,
    clientId: 'client-0003',
    kind: 'text',
    text: '订单 ⟦order.number⟧',
  })

  expect(checked).toEqual({
    ok: true,
    hits: [
      { word: '加微信', action: 'block', why: { zh: '请留在店铺里', en: 'Stay in the shop' } },
      { word: '一定到货', action: 'warn', why: '先别打包票' },
    ],
  })
  expect(gap).toMatchObject({ ok: false, code: 'gap_left' })
  for (const desk of [first, second, colleague]) desk.socket.close()
})
