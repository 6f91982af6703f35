import { expect, it } from 'vitest'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { wordsOf } from '../../src/domain/message.ts'
import type { FoundRows, RowsLearnt, ShopperView, TriedTalkView } from '../../src/protocol/try-out.ts'
import { consoleApi } from '../support/console-api.ts'
import { type DemoShopper, openDemoShopper } from '../support/demo-shop.ts'
import { startTestApp } from '../support/test-app.ts'

const AT = '2026-11-23T10:00'

/** A supervisor who tries what this shopper of the demo shop says. */
async function tryAs(shopper: DemoShopper) {
  const agent = {
    id: 'lead',
    login: 'lead',
    name: '米娜',
    role: 'supervisor',
    active: true,
    presence: 'online',
    createdAt: 0,
    groups: [],
  } as const
  await shopper.deps.storage.agents.create(agent, 'no password opens this')
  await shopper.deps.roster.refresh()
  const api = await consoleApi(shopper, agent)
  const talk = (said: readonly string[], wish: object = {}) =>
    api.post<TriedTalkView>('/knowledge/try', {
      locale: 'zh',
      at: AT,
      said: said.map((text) => ({ text })),
      ...wish,
    })
  return { ...api, talk }
}

async function hear(shopper: DemoShopper, said: readonly string[]): Promise<readonly string[]> {
  const heard: string[] = []
  for (const text of said) {
    heard.push(wordsOf((await shopper.say(text)).body))
    shopper.clock.advance(60_000)
  }
  return heard
}

function repliesOf({ turns }: TriedTalkView): readonly string[] {
  return turns.map(({ replies }) => wordsOf(replies[0]?.body as never))
}

it.each([
  ['a stranger', undefined, ['在吗', '今天拍今天能发吗', '亚麻连衣裙多少钱', '那黑色的呢', '几天能到', '我要转人工']],
  ['a customer with orders', 'lin', ['我的快递到哪了', '我要退货', '第一个', '算了', '有优惠券吗', '上一单呢']],
])('answers %s as the shop would, word for word', { timeout: 60_000 }, async (_, as, said) => {
  await using shopper = await openDemoShopper(as === undefined ? {} : { as })
  const bench = await tryAs(shopper)

  const tried = await bench.talk(said, as === undefined ? {} : { customerId: shopper.customerId })

  expect(repliesOf(tried)).toEqual(await hear(shopper, said))
})

it('shows why: what was read, heard, weighed and filled in, what is talked about, and how long it took', async () => {
  await using shopper = await openDemoShopper({})
  const bench = await tryAs(shopper)

  const { turns, version, timeZone } = await bench.talk([
    '今天拍今天能发嗎！！！',
    '亚麻衬衫连衣裙有黑色吗',
    '我要投诉你们，什么破店',
  ])

  const [shipping, dress, angry] = turns
  expect([version, timeZone]).toEqual([shopper.deps.live.current().knowledge.version, 'Asia/Shanghai'])
  expect(shipping).toMatchObject({
    read: { text: '今天拍今天能发吗!' },
    heard: { language: 'zh', mood: 'calm', wantsPerson: false },
    template: { intent: 'shipping_time', title: '发货时间', say: { zh: expect.stringContaining('{{') as string } },
  })
  expect(shipping?.facts.map(({ name }) => name)).toContain('shop.cutoff')
  expect(shipping?.replies[0]?.explanation?.candidates[0]).toMatchObject({ intent: 'shipping_time' })
  expect(shipping?.milliseconds.whole).toBeGreaterThanOrEqual(shipping?.milliseconds.understand ?? 0)
  expect(dress?.heard?.entities.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['color']))
  expect(dress?.after.product?.value).toBeDefined()
  expect(angry?.heard?.mood).not.toBe('calm')
})

it('starts on the page and the product, at the time, in the language, and takes a press for a press', async () => {
  await using shopper = await openDemoShopper({})
  const bench = await tryAs(shopper)
  const [product] = [...shopper.deps.live.current().knowledge.products.values()]

  const priced = await bench.talk(['多少钱'], { product: product?.id })
  const late = await bench.talk(['今天拍今天能发吗'], { at: '2026-11-23T23:30' })
  const english = await bench.talk(['how soon do you ship'], { locale: 'en' })
  const pressed = await bench.post<TriedTalkView>('/knowledge/try', {
    locale: 'zh',
    said: [{ text: '退货政策', choice: 'return_policy' }],
  })

  expect(priced.turns[0]?.after.product?.value).toBe(product?.id)
  expect(repliesOf(late)).not.toEqual(repliesOf(await bench.talk(['今天拍今天能发吗'])))
  expect(repliesOf(english)[0]).toMatch(/ship/i)
  expect(pressed.turns[0]).toMatchObject({ template: { intent: 'return_policy' } })
  expect(pressed.turns[0]).not.toHaveProperty('heard')
})

it('leaves no trace in the shop, whatever is said: no message, no customer, no case, no count', async () => {
  await using shopper = await openDemoShopper({ as: 'lin' })
  const bench = await tryAs(shopper)
  const { storage } = shopper.deps
  const look = async () => ({
    conversations: await storage.conversations.list({ limit: 100 }),
    cases: await storage.cases.list({ limit: 100 }),
    missing: await storage.missingFacts.list(100),
    customer: await storage.customers.find(shopper.customerId),
    queue: await storage.queue.count(),
    audit: await storage.audit.list(100),
    orders: await storage.orders.listOf(shopper.customerId, 100),
  })
  const before = await look()

  const said = ['我要退货', '第一个', '全部', '不喜欢', '确认', '转人工', '亚麻连衣裙防水吗']
  const { turns } = await bench.talk(said, { customerId: shopper.customerId })

  expect(turns).toHaveLength(said.length)
  expect(await look()).toEqual(before)
})

it('reads many messages at once, and finds the customers to speak as', async () => {
  await using shopper = await openDemoShopper({ as: 'lin' })
  const bench = await tryAs(shopper)
  const customer = await shopper.deps.storage.customers.find(shopper.customerId)
  const [order] = await shopper.deps.storage.orders.listOf(shopper.customerId, 1)
  const found = async (q = '') =>
    (await bench.get<{ shoppers: ShopperView[] }>(`/knowledge/try/shoppers?q=${encodeURIComponent(q)}`)).shoppers

  const read = await bench.post<FoundRows>('/knowledge/try/rows', { said: ['今天拍今天能发吗', '西瓜皮飞到月亮上'] })

  expect(read.rows.map(({ ranked, verdict }) => [ranked[0], verdict])).toEqual([
    ['shipping_time', 'answer'],
    [expect.anything(), 'none'],
  ])
  expect(read.titles['shipping_time']).toBe('发货时间')
  for (const q of [order?.number, customer?.phone, customer?.name?.slice(0, 1)]) {
    expect((await found(q)).map(({ id }) => id)).toContain(shopper.customerId)
  }
  expect((await found(order?.number))[0]?.phone).toMatch(/\*{4}/)
  expect(
    (await bench.call('POST', '/knowledge/try', { locale: 'zh', said: [{ text: '在' }], customerId: 'x' })).status,
  ).toBe(404)
})

it('tries the draft beside what serves, and says so where it is broken', { timeout: 60_000 }, async () => {
  await using app = await startTestApp()
  const lead = await app.agent('Lena', { role: 'supervisor' })
  const { call, post } = await consoleApi(app, lead)
  const path = 'faq/basics.yaml'
  const { files } = await app.deps.editing.folder.read()
  const save = async (text: string) =>
    saveDraftFile(app.deps, lead, { path, text, seen: seenOf(await readDraft(app.deps), path) })
  const ask = { locale: 'zh', said: [{ text: '包邮吗' }] }
  await save((files[path] ?? '').replaceAll('全场包邮', '满 99 元包邮'))

  const live = await post<TriedTalkView>('/knowledge/try', ask)
  const draft = await post<TriedTalkView>('/knowledge/try', { ...ask, knowledge: 'draft' })
  await save('intents: [')
  const broken = await call('POST', '/knowledge/try', { ...ask, knowledge: 'draft' })

  expect([repliesOf(live), repliesOf(draft)]).toEqual([['全场包邮'], ['满 99 元包邮']])
  expect(draft.version).not.toBe(live.version)
  expect([broken.status, await broken.json()]).toMatchObject([409, { code: 'knowledge_broken' }])
})

it('puts what was taken for something else to the examples of the draft', { timeout: 60_000 }, async () => {
  await using app = await startTestApp()
  const { call, post } = await consoleApi(app, await app.agent('Lena', { role: 'supervisor' }))
  const learn = (...rows: readonly [said: string, intent: string][]) =>
    post<RowsLearnt>('/knowledge/try/examples', { rows: rows.map(([said, intent]) => ({ said, intent })) })

  const learnt = await learn(['要不要付邮资', 'shipping_fee'], ['包邮吗', 'shipping_fee'])
  const stranger = await call('POST', '/knowledge/try/examples', { rows: [{ said: '在', intent: 'nothing' }] })

  expect(learnt).toEqual({ added: 1, there: 1 })
  expect((await readDraft(app.deps)).files['faq/basics.yaml']).toContain('要不要付邮资')
  expect(stranger.status).toBe(404)
})
