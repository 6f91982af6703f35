import { expect, it } from 'vitest'
import { saveOrders } from '../../src/actions/shop-data/save-orders.ts'
import type { Order } from '../../src/domain/commerce.ts'
import type { IntentEdited, IntentRows, KnowledgeDraftView, PreviewView } from '../../src/protocol/editing.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { type ConsoleApi, consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

async function startEditing() {
  const folder = await openFolder(GOOD)
  const app = await startTestApp({ folder: folder.path })
  const api: ConsoleApi = await consoleApi(app, await app.agent('Lin', { role: 'supervisor' }))
  return {
    app,
    ...api,
    put: async <T>(path: string, body: object) => (await (await api.call('PUT', path, body)).json()) as T,
    preview: (body: object) => api.post<PreviewView>('/knowledge/draft/preview', body),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const ORDER: Omit<Order, 'customerId'> & { readonly shopId: string } = {
  number: 'A1',
  shopId: 'lin',
  status: 'shipped',
  currency: 'CNY',
  total: 26_950,
  placedAt: Date.UTC(2026, 10, 1),
  items: [],
  history: [],
  refunds: [],
  parcels: [],
}

it('lists, shows, saves, creates and removes intents of the draft', async () => {
  await using desk = await startEditing()

  const { form, seen } = await desk.get<IntentEdited>('/knowledge/draft/intents/shipping_time')
  const saved = await desk.put<IntentEdited>('/knowledge/draft/intents/shipping_time', {
    form: { ...form, title: { zh: '几时发货', en: 'When it ships' } },
    seen,
  })
  const made = await desk.post<IntentEdited>('/knowledge/draft/intents', {
    form: { ...form, id: 'gift_wrap', answers: [], next: [] },
    file: 'faq/gifts.yaml',
  })
  const rows = await desk.get<IntentRows>('/knowledge/draft/intents')
  const gone = await (await desk.call('DELETE', '/knowledge/draft/intents/gift_wrap')).json()
  const referred = await desk.call('DELETE', '/knowledge/draft/intents/shipping_urge')

  expect(saved).toMatchObject({
    changed: true,
    file: 'faq/shipping.yaml',
    line: 2,
    form: { title: { en: 'When it ships' } },
  })
  expect(made).toMatchObject({ file: 'faq/gifts.yaml', line: 2, problems: [] })
  // Each of its examples is an example of the other one too.
  expect(made.warnings).toEqual([])
  expect(rows.intents.find(({ id }) => id === 'shipping_time')?.warnings).toHaveLength(5)
  expect(rows).toMatchObject({ categories: ['faq'], problems: [] })
  expect(
    rows.intents.map(({ id, title, changed, enabled, examples, answers, answer }) => [
      id,
      title,
      changed,
      enabled,
      examples,
      answers,
      answer,
    ]),
  ).toEqual([
    ['gift_wrap', '发货时间', true, true, 5, 0, undefined],
    ['shipping_time', '几时发货', true, true, 5, 2, '{{ shop.cutoff }} 前付款当天发出'],
    ['shipping_urge', '催发货', false, true, 5, 1, '马上催'],
  ])
  expect((gone as KnowledgeDraftView).changed).toBe(2)
  expect([referred.status, await referred.json()]).toMatchObject([
    409,
    { code: 'intent_referred', problems: [{ file: 'faq/shipping.yaml' }, { file: 'shop.yaml' }] },
  ])
})

it('takes an intent with as many examples as an owner may have, and refuses what is no form', async () => {
  await using desk = await startEditing()
  const { form, seen } = await desk.get<IntentEdited>('/knowledge/draft/intents/shipping_time')
  const examples = Array.from({ length: 2000 }, (_, n) => `第 ${n} 种问发货时间的说法，写得长一些`)

  const many = await desk.put<IntentEdited>('/knowledge/draft/intents/shipping_time', {
    form: { ...form, examples },
    seen,
  })
  const bad = await desk.call('PUT', '/knowledge/draft/intents/shipping_time', { form: { ...form, id: 'No id' }, seen })

  expect(many.form.examples).toEqual(examples)
  expect([bad.status, await bad.json()]).toMatchObject([400, { code: 'invalid_input', message: /^form\.id: / }])
})

it('shows an answer with the facts of the shop, of a product, of an order, and with made-up ones', async () => {
  await using desk = await startEditing()
  const say = {
    zh: '{{ shop.cutoff }} {{ product.name }} {{ product.material }} {{ order.number }} {{ parcel.carrier }}',
    en: '{{ product.name }} {{ product.nothing }}',
  }
  await saveOrders(desk.app.deps, [ORDER])

  const made = await desk.preview({ say })
  const real = await desk.preview({ say, product: 'linen-dress', order: 'A1' })

  expect(made).toMatchObject({
    zh: '16:00 亚麻连衣裙 亚麻 2026110800123 顺丰速运',
    en: 'Linen dress ⟦product.nothing⟧',
    unknown: ['product.nothing'],
    unbacked: [],
  })
  expect(real.zh).toBe('16:00 亚麻裙 亚麻 A1 顺丰速运')
  expect(real.used).toMatchObject({ 'order.number': 'A1', 'shop.cutoff': '16:00' })
  expect((await desk.call('POST', '/knowledge/draft/preview', { say, product: 'no' })).status).toBe(404)
  expect((await desk.call('POST', '/knowledge/draft/preview', { say: { zh: '{{ x' } })).status).toBe(422)
})

it('gives the schemas of the files to editors', async () => {
  await using desk = await startEditing()

  const { schemas } = await desk.get<{ schemas: Record<string, object> }>('/knowledge/schemas')

  expect(Object.keys(schemas).toSorted()).toEqual(['flows', 'intents', 'lexicon', 'products', 'shop', 'tests'])
})
