import { expect, it } from 'vitest'
import type { BulkReport } from '../../src/protocol/shop-data-routes.ts'
import { cookieOf, startTestApp, type TestApp } from '../support/test-app.ts'

const KEY = 'the-key-that-the-shop-system-sends-along'
const OLD_KEY = 'the-key-that-is-about-to-be-exchanged-soon'

const ORDER = {
  customer: 'u-1',
  status: 'paid',
  currency: 'CNY',
  total: 26900,
  items: [{ product: 'linen-dress', sku: 'LD-1', title: '亚麻裙', quantity: 1, unitPrice: 26900 }],
  placedAt: '2026-11-20T10:00:00+08:00',
}
const lineOf = (number: string, change: object = {}) => JSON.stringify({ number, ...ORDER, ...change })

async function openShop(environment: Record<string, string> = { XIAOER_API_KEY: `${KEY}, ${OLD_KEY}` }) {
  const app = await startTestApp({ environment })
  const { url } = await app.app.listen()
  const call = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${KEY}`, ...headers }, body })
  return {
    app,
    url,
    put: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      call('PUT', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    bulk: (kind: string, body: string, headers: Record<string, string> = {}) =>
      call('POST', `/${kind}/bulk`, body, { 'content-type': 'application/x-ndjson', ...headers }),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

async function ordersOf({ deps }: TestApp, shopId: string) {
  const customer = await deps.storage.customers.findByIdentity({ kind: 'shop', value: shopId })
  return customer ? deps.storage.orders.listOf(customer.id, 2000) : []
}

it('keeps one order of what is put twice, with what was said last', async () => {
  await using shop = await openShop()

  const first = await shop.put('/orders/XM1', ORDER)
  const second = await shop.put('/orders/XM1', { ...ORDER, number: 'XM1', status: 'shipped' })

  expect([first.status, second.status, await second.json()]).toEqual([200, 200, { id: 'XM1' }])
  expect(await ordersOf(shop.app, 'u-1')).toMatchObject([
    { number: 'XM1', status: 'shipped', placedAt: Date.parse(ORDER.placedAt) },
  ])
})

it('takes every kind, and tells what became of the product to whoever looks at it', async () => {
  await using shop = await openShop()

  const answers = [
    await shop.put('/customers/u-1', { name: '林晓雨', tier: 'vip' }),
    await shop.put('/products/linen-dress', { price: 19900 }),
    await shop.put('/orders/XM1', ORDER),
    await shop.put('/parcels/SF1', { order: 'XM1', carrier: '顺丰速运', status: 'in_transit' }),
    await shop.put('/coupons/NEW20', { name: '立减', kind: 'amount', off: 2000, from: 0, until: 4e12 }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(shop.app.deps.live.current().knowledge.products.get('linen-dress')?.price).toBe(19900)
  expect(await ordersOf(shop.app, 'u-1')).toMatchObject([{ parcels: [{ trackingNumber: 'SF1' }] }])
  expect(shop.app.published).toContainEqual({ type: 'knowledge.changed' })
})

it('lets nobody push without one of the keys, and takes the old one while it is exchanged', async () => {
  await using shop = await openShop()

  const wrong = await shop.put('/orders/XM1', ORDER, { authorization: `Bearer ${KEY}x` })
  const none = await shop.bulk('orders', lineOf('XM1'), { authorization: '' })
  const old = await shop.put('/orders/XM1', ORDER, { authorization: `Bearer ${OLD_KEY}` })

  expect([wrong.status, none.status, old.status]).toEqual([401, 401, 200])
  expect(await wrong.json()).toMatchObject({ code: 'api_key_invalid' })
  expect(wrong.headers.get('www-authenticate')).toBe('Bearer')
})

it('says how to set a key where there is none', async () => {
  await using shop = await openShop({})

  const response = await shop.put('/orders/XM1', ORDER)

  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('Set XIAOER_API_KEY') })
})

it.each([
  [
    'a field of the wrong form',
    '/orders/XM1',
    { ...ORDER, items: [{ ...ORDER.items[0], quantity: '2' }] },
    /^items\.0\.quantity: /,
  ],
  ['a field that there is none of', '/customers/u-1', { nmae: '林' }, /"nmae"/],
  ['another id than the path has', '/orders/XM1', { ...ORDER, number: 'XM2' }, /^number: the path says "XM1"/],
  ['money with a point in it', '/orders/XM1', { ...ORDER, total: 269.5 }, /^total: /],
  ['an address that runs a script', '/products/linen-dress', { url: 'javascript:alert(1)' }, /^url: /],
  ['a list', '/orders/XM1', [ORDER], /^body: /],
  ['a new product that is not whole', '/products/new-hat', { name: '草帽' }, /^price, variants: missing/],
])('names what is wrong with %s', async (_, path, body, message) => {
  await using shop = await openShop()

  const response = await shop.put(path, body)

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ code: 'invalid_input', message: expect.stringMatching(message) })
})

it('refuses a parcel whose order is not there', async () => {
  await using shop = await openShop()
  const parcel = { order: 'XM9', carrier: '中通快递', status: 'packed' }

  const lost = await shop.put('/parcels/ZT1', parcel)
  await shop.put('/orders/XM9', ORDER)
  const found = await shop.put('/parcels/ZT1', parcel)

  expect([lost.status, found.status]).toEqual([404, 200])
  expect(await lost.json()).toMatchObject({ code: 'order_not_found', message: expect.stringContaining('XM9') })
})

it('saves the good lines of a bulk and names the bad ones', async () => {
  await using shop = await openShop()
  const lines = [lineOf('XM1'), '{"number": "XM2"', lineOf('XM3', { status: 'lost', total: -1 }), '', lineOf('XM5')]

  const report = (await (await shop.bulk('orders', lines.join('\r\n'))).json()) as BulkReport

  expect(report).toMatchObject({ saved: 2, failed: 2 })
  expect(report.errors.map(({ line, path }) => `${line} ${path}`)).toEqual(['2 ', '3 status', '3 total'])
  expect((await ordersOf(shop.app, 'u-1')).map(({ number }) => number).toSorted()).toEqual(['XM1', 'XM5'])
})

it('refuses one parcel of a bulk without the others', async () => {
  await using shop = await openShop()
  await shop.put('/orders/XM1', ORDER)
  const parcels = ['XM1', 'XM7', 'XM1'].map((order, n) =>
    JSON.stringify({ trackingNumber: `ZT${n}`, order, carrier: '中通快递', status: 'packed' }),
  )

  const report = await (await shop.bulk('parcels', parcels.join('\n'))).json()

  expect(report).toMatchObject({ saved: 2, failed: 1, errors: [{ line: 2, path: 'order' }] })
  expect((await ordersOf(shop.app, 'u-1'))[0]?.parcels).toHaveLength(2)
})

it('takes in a thousand orders at once, and the same thousand again', async () => {
  await using shop = await openShop()
  const body = Array.from({ length: 1000 }, (_, n) => lineOf(`XM${n}`, { customer: `u-${n % 100}` })).join('\n')

  const first = await (await shop.bulk('orders', body)).json()
  const again = await (await shop.bulk('orders', body)).json()

  expect([first, again]).toEqual(Array(2).fill({ saved: 1000, failed: 0, errors: [] }))
  expect(await ordersOf(shop.app, 'u-7')).toHaveLength(10)
})

it('reports no more than a hundred errors', async () => {
  await using shop = await openShop()

  const report = (await (await shop.bulk('orders', 'no json\n'.repeat(150))).json()) as BulkReport

  expect([report.failed, report.errors.length]).toEqual([150, 100])
})

it('reads a bulk only in the form that it is said to have', async () => {
  await using shop = await openShop()

  const json = await shop.bulk('orders', lineOf('XM1'), { 'content-type': 'application/json' })
  const packed = await shop.bulk('orders', lineOf('XM1'), { 'content-encoding': 'gzip' })
  const long = (await (
    await shop.bulk('customers', `{"id":"u-1","name":"${'长'.repeat(400_000)}"}`)
  ).json()) as BulkReport

  expect([json.status, packed.status]).toEqual([400, 400])
  expect(long.errors).toEqual([{ line: 1, path: '', message: 'The line is longer than 1 MB.' }])
})

it("leaves the agents' routes on the same paths to agents with a cookie and proof of the page", async () => {
  await using shop = await openShop()
  await shop.put('/customers/u-1', { name: '林' })
  const record = await shop.app.deps.storage.customers.findByIdentity({ kind: 'shop', value: 'u-1' })
  const cookie = await cookieOf(shop.app, await shop.app.agent('Mina'))
  const agent = (method: string, path: string, headers: Record<string, string>) =>
    fetch(`${shop.url}/api/v1${path}`, { method, headers, ...(method !== 'GET' && { body: '{}' }) })

  const byKey = await agent('GET', '/products', { authorization: `Bearer ${KEY}` })
  const byCookie = await agent('GET', '/products', { cookie })
  const forged = await agent('PATCH', `/customers/${record?.id}`, { cookie, 'content-type': 'application/json' })
  const pushedByCookie = await agent('PUT', '/customers/u-1', { cookie, 'content-type': 'application/json' })

  expect([byKey.status, byCookie.status, forged.status, pushedByCookie.status]).toEqual([401, 200, 403, 401])
})
