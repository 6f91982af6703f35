import { expect, it } from 'vitest'
import { openCase } from '../../src/actions/cases/open-case.ts'
import type { CaseType } from '../../src/domain/case.ts'
import type { CasePage } from '../../src/protocol/cases.ts'
import type { CaseDetail, CustomerRecord, DeskSnapshot } from '../../src/protocol/http.ts'
import { browserOf } from '../support/browser-of.ts'
import { connect, startTestApp, type TestApp } from '../support/test-app.ts'

async function givenCases(app: TestApp, types: readonly CaseType[] = ['return']) {
  const { customer, conversation } = await app.visitor()
  await app.deps.storage.customers.update(customer.id, { name: '林女士', phone: '13812345678' })
  const opened = []
  for (const type of types) {
    app.clock.advance(1000)
    const at = app.clock.now()
    const where = { customerId: customer.id, conversationId: conversation.id, orderNumber: 'XE1' }
    const draft = { key: `${type}:${at}`, type, title: '亚麻裙', details: [], evidence: ['/uploads/a.png'] }
    opened.push(await openCase(app.deps, { ...draft, ...where, dueAt: at + 1, at }))
  }
  await app.deps.storage.orders.save([
    {
      number: 'XE1',
      customerId: customer.id,
      status: 'delivered',
      currency: 'CNY',
      total: 26_900,
      items: [{ productId: 'linen-dress', sku: 'LD-S', title: '亚麻连衣裙', quantity: 1, unitPrice: 26_900 }],
      placedAt: app.clock.now(),
      history: [],
      parcels: [],
      refunds: [],
    },
  ])
  return { customer, opened, number: opened[0]?.number ?? '' }
}

it('lists cases by status, type and whether they go on', async () => {
  await using app = await startTestApp()
  const { call, get } = await browserOf(app, await app.agent('Mina'))
  const { number } = await givenCases(app, ['return', 'complaint', 'invoice'])
  await call('PATCH', `/cases/${number}`, { status: 'resolved' })
  const typesOf = async (query: string) => (await get<CasePage>(`/cases?${query}`)).cases.map(({ type }) => type)

  expect(await typesOf('')).toEqual(['invoice', 'complaint', 'return'])
  expect(await typesOf('open=true')).toEqual(['invoice', 'complaint'])
  expect(await typesOf('type=complaint')).toEqual(['complaint'])
  expect(await typesOf('status=resolved')).toEqual(['return'])
  expect((await call('GET', '/cases?status=lost')).status).toBe(400)
})

it('gives fifty a page, and the rest before the last of them', async () => {
  await using app = await startTestApp()
  const { get } = await browserOf(app, await app.agent('Mina'))
  const { opened } = await givenCases(
    app,
    Array.from({ length: 52 }, () => 'return' as const),
  )

  const first = await get<CasePage>('/cases')
  const rest = await get<CasePage>(`/cases?before=${first.cases.at(-1)?.createdAt}`)

  expect([first.cases.length, first.more, rest.cases.length, rest.more]).toEqual([50, true, 2, false])
  expect(rest.cases.at(-1)?.number).toBe(opened[0]?.number)
})

it('shows a case with its customer, whose phone is masked, and its order', async () => {
  await using app = await startTestApp()
  const { call, get } = await browserOf(app, await app.agent('Mina'))
  const { number } = await givenCases(app)

  const detail = await get<CaseDetail>(`/cases/${number}`)

  expect(detail).toMatchObject({
    case: { number, status: 'open', customer: { name: '林女士' } },
    customer: { phone: '138****5678' },
    order: { number: 'XE1', total: '¥269' },
    evidence: ['/uploads/a.png'],
    history: [{ status: 'open', by: { kind: 'customer' } }],
  })
  expect((await call('GET', '/cases/SH0')).status).toBe(404)
})

it('lets an agent work on a case, and refuses what cannot be', async () => {
  await using app = await startTestApp()
  const { call } = await browserOf(app, await app.agent('Mina'))
  const { number } = await givenCases(app)
  const patch = (body: object, token?: string) => call('PATCH', `/cases/${number}`, body, token)

  const worked = await patch({ status: 'resolved', note: ' 已退款 ', internal: '核过' })
  const refusals = [await patch({ status: 'waiting' }), await patch({ status: 'open' }), await patch({ note: ' ' })]
  const forged = await patch({ status: 'in_progress' }, 'guess')

  expect(await worked.json()).toMatchObject({
    case: { status: 'resolved', agent: { name: 'Mina' } },
    history: [{}, { note: '已退款', internal: '核过', by: { name: 'Mina' } }],
  })
  expect([...refusals, forged].map(({ status }) => status)).toEqual([409, 400, 400, 403])
})

it('shows nothing of a case without a session', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()

  const responses = await Promise.all(['/cases', '/cases/SH0', '/missing-facts'].map((p) => fetch(`${url}/api/v1${p}`)))

  expect(responses.map(({ status }) => status)).toEqual([401, 401, 401])
})

it('counts open cases on the desk, and keeps them in the record', async () => {
  await using app = await startTestApp()
  const { call, get } = await browserOf(app, await app.agent('Mina'))
  const { number, customer } = await givenCases(app, ['return', 'invoice'])
  await call('PATCH', `/cases/${number}`, { status: 'cancelled' })

  const desk = await get<DeskSnapshot>('/desk')
  const record = await get<CustomerRecord>(`/customers/${customer.id}`)

  expect(desk.openCases).toBe(1)
  expect(record.cases.map(({ status }) => status)).toEqual(['open', 'cancelled'])
})

it('tells every desk of a change, with how many are open', async () => {
  await using app = await startTestApp()
  const mina = await app.agent('Mina')
  const { url, cookie, call } = await browserOf(app, mina)
  const { number } = await givenCases(app, ['return', 'invoice'])
  using desk = await connect(`${url}/console`, { headers: { cookie } })

  await call('PATCH', `/cases/${number}`, { status: 'rejected', internal: '穿过' })

  const told = await desk.hear<Record<string, unknown>>('case:changed')
  expect(told).toMatchObject({ case: { number, status: 'rejected', agent: { id: mina.id } }, openCases: 1 })
  expect(JSON.stringify(told)).not.toContain('穿过')
})

it('keeps internal notes from the widget', async () => {
  await using app = await startTestApp()
  const { url, call } = await browserOf(app, await app.agent('Mina'))
  const session = await app.visitor()
  const { customer, conversation } = session
  const draft = { key: 'k', type: 'return', title: '亚麻裙', details: [], evidence: [] } as const
  const where = { customerId: customer.id, conversationId: conversation.id }
  const { number } = await openCase(app.deps, { ...draft, ...where, dueAt: 1, at: 1 })
  using widget = await connect(`${url}/widget`, { auth: { visitorToken: session.visitorToken } })

  await call('PATCH', `/cases/${number}`, { status: 'waiting', note: '请补拍照片', internal: '疑似穿过' })

  const { message } = await widget.hear<{ message: { body: object } }>('message:created')
  expect(message.body).toMatchObject({ text: expect.stringContaining('请补拍照片'), details: [{ status: '等您配合' }] })
  expect(JSON.stringify(message)).not.toContain('疑似')
})

it('lists for those who write the knowledge what shoppers asked in vain, most asked first', async () => {
  await using app = await startTestApp()
  const owner = await browserOf(app, await app.agent('Olga', { role: 'owner' }))
  const agent = await browserOf(app, await app.agent('Mina'), owner.url)
  const note = (productId: string, fact: string, asked: string) =>
    app.deps.storage.missingFacts.note({ productId, fact, asked, at: app.clock.now() })
  await note('gone', 'product.care', '怎么洗')
  await note('linen-dress', 'product.lining', '有内衬吗')
  await note('linen-dress', 'product.lining', '会透吗')

  const listed = await owner.get<{ facts: object[] }>('/missing-facts')

  expect(listed.facts).toMatchObject([
    { product: '亚麻连衣裙', fact: 'product.lining', label: { zh: 'lining' }, count: 2, asked: '会透吗' },
    { product: 'gone', fact: 'product.care', label: { zh: '洗护与保存', en: 'Care' }, count: 1 },
  ])
  expect((await agent.call('GET', '/missing-facts')).status).toBe(403)
})
