import { expect, it } from 'vitest'
import type { Role } from '../../src/domain/agent.ts'
import type { CannedReplyList, CannedReplyView, RenderedReply } from '../../src/protocol/composing.ts'
import { browserOf } from '../support/browser-of.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const RULES = {
  scope: 'team',
  folder: '售后',
  code: 'TK',
  title: '退款规则',
  messages: [
    { kind: 'text', text: { zh: '{{ customer.name }}，{{ shop.name }}的{{ agent.name }}来回您', en: '' } },
    { kind: 'image', url: '/media/size-guide.svg' },
  ],
} as const
const ALONE = { ...RULES, scope: 'personal' } as const

/** Opens browsers of several people on one server. */
async function signingIn(app: TestApp) {
  const { url } = await app.app.listen()
  return async (name: string, role: Role) => browserOf(app, await app.agent(name, { role }), url)
}

async function savedOf(response: Response): Promise<CannedReplyView> {
  return ((await response.json()) as { reply: CannedReplyView }).reply
}

it("lets supervisors write the team's canned replies, and everybody their own", async () => {
  await using app = await startTestApp()
  const signIn = await signingIn(app)
  const sue = await signIn('Sue', 'supervisor')
  const mina = await signIn('Mina', 'agent')
  const zhou = await signIn('Zhou', 'agent')

  const team = await savedOf(await sue.call('POST', '/canned-replies', RULES))
  const forbidden = await mina.call('POST', '/canned-replies', RULES)
  const own = await savedOf(await mina.call('POST', '/canned-replies', ALONE))
  const changes = [
    await mina.call('PUT', `/canned-replies/${team.id}`, ALONE),
    await mina.call('PUT', `/canned-replies/${own.id}`, RULES),
    await zhou.call('PUT', `/canned-replies/${own.id}`, ALONE),
    await zhou.call('DELETE', `/canned-replies/${own.id}`),
    await sue.call('DELETE', `/canned-replies/${own.id}`),
    await mina.call('DELETE', `/canned-replies/${team.id}`),
  ]

  expect(team).toMatchObject({ scope: 'team', code: 'tk', folder: '售后', messages: [{ text: {} }, { kind: 'image' }] })
  expect(forbidden.status).toBe(403)
  expect(changes.map(({ status }) => status)).toEqual([403, 403, 404, 404, 404, 403])
  const listed = async (who: typeof mina) =>
    (await who.get<CannedReplyList>('/canned-replies')).replies.map(({ scope }) => scope).toSorted()
  expect(await listed(mina)).toEqual(['personal', 'team'])
  expect(await listed(zhou)).toEqual(['team'])
  expect((await mina.call('DELETE', `/canned-replies/${own.id}`)).status).toBe(200)
  expect(await listed(mina)).toEqual(['team'])
})

it('names what cannot be saved', async () => {
  await using app = await startTestApp()
  const sue = await (await signingIn(app))('Sue', 'supervisor')
  const text = (zh: string) => ({ ...RULES, code: 'x', messages: [{ kind: 'text', text: { zh } }] })
  await sue.call('POST', '/canned-replies', RULES)

  const refusals = await Promise.all(
    [
      RULES,
      text('{{ order.nmber }}'),
      text('{{ customer.phone }}'),
      text('{{ order.number'),
      text(' '),
      { ...RULES, code: 'a b' },
      { ...RULES, code: 'y', messages: [{ kind: 'file', url: '/uploads/none.pdf' }] },
    ].map(async (draft) => (await (await sue.call('POST', '/canned-replies', draft)).json()) as object),
  )

  expect(refusals).toEqual([
    expect.objectContaining({ code: 'canned_code_taken' }),
    { code: 'template_invalid', message: 'There is no variable "order.nmber".' },
    { code: 'template_invalid', message: 'There is no variable "customer.phone".' },
    expect.objectContaining({ code: 'template_invalid' }),
    expect.objectContaining({ code: 'invalid_input' }),
    expect.objectContaining({ code: 'invalid_input' }),
    expect.objectContaining({ code: 'not_found' }),
  ])
})

it('fills a canned reply in for a conversation, and leaves a gap where a value is not known', async () => {
  await using app = await startTestApp()
  const sue = await (await signingIn(app))('Sue', 'supervisor')
  const { id } = await savedOf(await sue.call('POST', '/canned-replies', RULES))
  const { conversation, customer } = await app.visitor()
  const rendered = () => sue.get<RenderedReply>(`/canned-replies/${id}/rendered?conversationId=${conversation.id}`)

  const unknown = await rendered()
  await app.deps.storage.customers.update(customer.id, { name: '林女士' })
  const known = await rendered()

  expect(unknown.messages).toEqual([
    { kind: 'text', text: '⟦customer.name⟧，测试小店的Sue来回您', gaps: ['customer.name'] },
    { kind: 'image', url: '/media/size-guide.svg' },
  ])
  expect(known.messages[0]).toEqual({ kind: 'text', text: '林女士，测试小店的Sue来回您', gaps: [] })
})

it('speaks the language of the conversation, and of the order that is talked about', async () => {
  await using app = await startTestApp()
  const sue = await (await signingIn(app))('Sue', 'supervisor')
  const messages = [{ kind: 'text', text: { zh: '订单 {{ order.number }}', en: 'Order {{ order.number }}' } }]
  const { id } = await savedOf(await sue.call('POST', '/canned-replies', { ...RULES, messages }))
  const { conversation, customer } = await app.visitor()
  const { conversations, customers, orders } = app.deps.storage
  const order = (number: string, placedAt: number) =>
    ({
      number,
      customerId: customer.id,
      status: 'paid',
      currency: 'CNY',
      total: 100,
      items: [],
      parcels: [],
      placedAt,
      history: [],
      refunds: [],
    }) as const
  await orders.save([order('XM1', 1), order('XM2', 2)])
  const text = async () => {
    const path = `/canned-replies/${id}/rendered?conversationId=${conversation.id}`
    const [first] = (await sue.get<RenderedReply>(path)).messages
    return first?.kind === 'text' ? first.text : undefined
  }

  const stranger = await text()
  await customers.update(customer.id, { verified: true })
  const newest = await text()
  await conversations.setContext(conversation.id, { ...conversation.context, orderNumber: 'XM1' })
  await conversations.setLocale(conversation.id, 'en')

  expect([stranger, newest, await text()]).toEqual(['订单 ⟦order.number⟧', '订单 XM2', 'Order XM1'])
})
