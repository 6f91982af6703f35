import { describe, expect, it, vi } from 'vitest'
import { identifyCustomer } from '../../src/actions/customers/identify-customer.ts'
import type { Deps } from '../../src/actions/deps.ts'
import { refreshOrder, refreshOrdersOf, refreshParcelsOf } from '../../src/actions/shop-data/refresh-from-shop.ts'
import { refreshProducts } from '../../src/actions/shop-data/refresh-products.ts'
import { startRefreshingProducts } from '../../src/app/refresh-shop.ts'
import type { Customer } from '../../src/domain/customer.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { MONDAY_MORNING } from '../support/clock.ts'
import { type ExampleShop, startExampleShop } from '../support/example-shop.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

interface Given extends AsyncDisposable {
  readonly shop: ExampleShop
  readonly app: TestApp
  /** As the application has them, with a log that can be read. */
  readonly deps: Deps
  readonly warnings: readonly string[]
  /** A visitor whom the shop has vouched for. */
  lin(): Promise<Customer>
}

/** Products that the owner did not write, told whole. */
function manyProducts(count: number): ExampleShop['data']['products'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p-${index}`,
    name: `第 ${index} 款`,
    price: 9900,
    variants: [{ sku: `P-${index}`, stock: 1 }],
  }))
}

/** The test shop with the other product of which the example shop tells only in part. */
function withTee(written: KnowledgeBase): KnowledgeBase {
  const dress = written.products.get('linen-dress')
  if (!dress) throw new Error('the test shop has no dress')
  const tee = { ...dress, id: 'cotton-tee', name: '纯棉 T 恤', aliases: [] }
  return { ...written, products: new Map([...written.products, [tee.id, tee]]) }
}

async function given(): Promise<Given> {
  const shop = await startExampleShop({ now: MONDAY_MORNING })
  const environment = {
    SHOP_API_URL: shop.url,
    SHOP_API_TOKEN: shop.token,
    SHOP_API_TIMEOUT_MS: '10000',
    SHOP_API_ALLOW_PRIVATE: 'true',
  }
  const app = await startTestApp({ environment, knowledge: withTee })
  await vi.waitFor(async () => expect(await app.deps.storage.products.list()).toHaveLength(3))
  const warnings: string[] = []
  const warn = (fields: object, line: string) => warnings.push(`${line} ${JSON.stringify(fields)}`)
  return {
    shop,
    app,
    deps: { ...app.deps, log: { ...app.deps.log, info: () => undefined, warn } },
    warnings,
    lin: async () => identifyCustomer(app.deps, (await app.visitor()).customer, { shopId: 'lin', name: '晓雨' }),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await shop[Symbol.asyncDispose]()
    },
  }
}

describe('the orders of a customer', () => {
  it('come from the shop with coupons and who the customer is', async () => {
    await using at = await given()
    const lin = await at.lin()

    await refreshOrdersOf(at.deps, lin)

    const { orders, coupons, customers } = at.deps.storage
    expect(await orders.listOf(lin.id, 20)).toMatchObject([
      { number: 'EX20261101', customerId: lin.id, status: 'shipped', parcels: [{ status: 'out_for_delivery' }] },
    ])
    expect((await coupons.listFor(lin.id, MONDAY_MORNING)).map(({ id }) => id)).toEqual(['EX-ALL-10', 'EX-LIN-20'])
    expect((await coupons.listFor(undefined, MONDAY_MORNING)).map(({ id }) => id)).toEqual(['EX-ALL-10'])
    expect(await customers.find(lin.id)).toMatchObject({
      name: '林晓雨',
      phone: '13857120416',
      tier: 'vip',
      tags: ['老客'],
    })
    expect(at.app.published.at(-1)).toMatchObject({ type: 'conversation.changed', customer: { tier: 'vip' } })
  })

  it('are not asked for where the shop does not know the visitor, or cannot be asked', async () => {
    await using at = await given()
    const { customer } = await at.app.visitor()
    const lin = await at.lin()
    const { shop: _, ...alone } = at.deps
    const callsBefore = at.shop.calls.length

    await refreshOrdersOf(at.deps, customer)
    await refreshOrdersOf(alone, lin)

    expect(at.shop.calls).toHaveLength(callsBefore)
  })

  it('stay as they are stored while the shop is down, and the log says so once', async () => {
    await using at = await given()
    const lin = await at.lin()
    await refreshOrdersOf(at.deps, lin)
    const before = await at.deps.storage.orders.listOf(lin.id, 20)
    at.app.clock.advance(60_000)
    at.shop.fail('down')

    await refreshOrdersOf(at.deps, lin)

    expect(before).toHaveLength(1)
    expect(await at.deps.storage.orders.listOf(lin.id, 20)).toEqual(before)
    expect(at.warnings).toEqual([expect.stringMatching(/^the shop could not be asked; what is stored serves .*/)])
    expect(at.warnings[0]).toContain(lin.id)
    expect(at.warnings[0]).toContain('GET /customers/{id}/orders: the shop cannot be reached')
  })

  it('do not fill the log while the shop is left in peace', async () => {
    await using at = await given()
    const lin = await at.lin()
    at.shop.fail('error')
    await refreshOrdersOf(at.deps, lin)
    await refreshOrdersOf(at.deps, lin)
    const told = at.warnings.length

    await refreshOrdersOf(at.deps, lin)

    expect([told, at.warnings.length]).toEqual([2, 2])
  })

  it('add tags to those that people gave, and take none away', async () => {
    await using at = await given()
    const { customers } = at.deps.storage
    const lin = await at.lin()
    await customers.update(lin.id, { tags: ['爱亚麻'] })

    await refreshOrdersOf(at.deps, lin)

    expect((await customers.find(lin.id))?.tags).toEqual(['爱亚麻', '老客'])
  })

  it('are stored although the coupons are of the wrong form', async () => {
    await using at = await given()
    const lin = await at.lin()
    Object.assign(at.shop.data.coupons[0] ?? {}, { kind: 'gift' })

    await refreshOrdersOf(at.deps, lin)

    expect(await at.deps.storage.orders.listOf(lin.id, 20)).toHaveLength(1)
    expect(at.warnings).toEqual([expect.stringContaining('GET /customers/{id}/coupons: coupons.0.kind: ')])
  })

  it('keep the parcels that carriers told of where the shop does not speak of any', async () => {
    await using at = await given()
    const { orders } = at.deps.storage
    const emma = await identifyCustomer(at.deps, (await at.app.visitor()).customer, { shopId: 'emma' })
    await refreshOrdersOf(at.deps, emma)
    await orders.saveParcel('EX20261102', { trackingNumber: 'SF2', carrier: '顺丰', status: 'packed', events: [] })
    const [order] = at.shop.data.orders.filter(({ number }) => number === 'EX20261102')
    Object.assign(order ?? {}, { status: 'shipped' })
    at.app.clock.advance(30_000)

    await refreshOrdersOf(at.deps, emma)

    const found = await orders.find('EX20261102')
    expect(found).toMatchObject({ status: 'shipped', parcels: [{ trackingNumber: 'SF2' }] })
  })

  it('do not undo, from memory, what the shop has pushed meanwhile', async () => {
    await using at = await given()
    const { orders } = at.deps.storage
    const lin = await at.lin()
    await refreshOrdersOf(at.deps, lin)
    const [pulled] = await orders.listOf(lin.id, 20)
    await orders.save(pulled ? [{ ...pulled, status: 'delivered' }] : [])

    await refreshOrdersOf(at.deps, lin)
    const meanwhile = await orders.find('EX20261101')
    at.app.clock.advance(30_000)
    await refreshOrdersOf(at.deps, lin)

    expect(meanwhile?.status).toBe('delivered')
    expect((await orders.find('EX20261101'))?.status).toBe('shipped')
  })
})

describe('an order whose number was told', () => {
  it('comes from the shop under a record that begins with it, once', async () => {
    await using at = await given()
    const { orders, customers } = at.deps.storage
    const begun: string[] = []
    const deps = { ...at.deps, ids: { next: () => `record-${begun.push('begun')}` } }

    await Promise.all([refreshOrder(deps, 'ex20261102'), refreshOrder(deps, 'EX20261102')])

    const emma = await customers.findByIdentity({ kind: 'shop', value: 'emma' })
    expect(begun).toHaveLength(1)
    expect(emma).toMatchObject({ name: 'Emma Wilson', phone: '18621173350', verified: true, locale: 'zh' })
    expect(await orders.find('EX20261102')).toMatchObject({ customerId: emma?.id, address: { phone: '18621173350' } })
  })

  it('goes to the record that the shop has vouched for', async () => {
    await using at = await given()
    const lin = await at.lin()

    await refreshOrder(at.deps, 'EX20261101')

    expect(await at.deps.storage.orders.find('EX20261101')).toMatchObject({ customerId: lin.id })
  })

  it('is nothing where the shop does not know it, or is down', async () => {
    await using at = await given()

    await refreshOrder(at.deps, 'EX0')
    const before = [...at.warnings]
    at.shop.fail('down')
    await refreshOrder(at.deps, 'EX20261101')

    expect(before).toEqual([])
    expect(await at.deps.storage.orders.find('EX20261101')).toBeUndefined()
    expect(await at.deps.storage.customers.findByIdentity({ kind: 'shop', value: 'lin' })).toBeUndefined()
    expect(at.warnings).toEqual([expect.stringContaining('"order":"EX20261101"')])
  })
})

it('brings the news of parcels on their way, and nothing older than what is stored', async () => {
  await using at = await given()
  const { orders } = at.deps.storage
  await refreshOrder(at.deps, 'EX20261101')
  const order = await orders.find('EX20261101')
  const [parcel] = at.shop.data.parcels
  const stored = order?.parcels[0]
  if (!order || !parcel || !stored) throw new Error('there is no parcel')
  const doorstep = { at: MONDAY_MORNING - 1, text: '已放在门口' }

  Object.assign(parcel, { events: [...(parcel.events ?? []), doorstep] })
  await refreshParcelsOf(at.deps, order)
  const news = await orders.find(order.number)
  const signed = { ...stored, status: 'in_transit', events: [{ at: MONDAY_MORNING, text: '已签收' }] } as const
  await orders.saveParcel(order.number, signed)
  await refreshParcelsOf(at.deps, { ...order, parcels: [signed] })

  expect(news?.parcels[0]?.events.at(-1)).toEqual(doorstep)
  expect((await orders.find(order.number))?.parcels).toEqual([signed])
})

describe('the products', () => {
  it('are pulled page by page', async () => {
    await using at = await given()
    at.shop.data.products = manyProducts(250)

    const any = await refreshProducts(at.deps)

    expect(any).toBe(true)
    expect(await at.deps.storage.products.list()).toHaveLength(3 + 250)
    expect(at.shop.calls.slice(-2)).toEqual(['/products?cursor=100&limit=100', '/products?cursor=200&limit=100'])
  })

  it('that came before the shop failed are kept', async () => {
    await using at = await given()
    at.shop.data.products = manyProducts(101)
    Object.assign(at.shop.data.products[100] ?? {}, { price: '9.90' })

    await refreshProducts(at.deps)

    expect(await at.deps.storage.products.list()).toHaveLength(3 + 100)
    expect(at.warnings).toEqual([expect.stringContaining('GET /products: products.0.price: ')])
  })

  it('are left out with one warning where they are told in part and the owner did not write them', async () => {
    await using at = await given()
    const [whole] = manyProducts(1)
    at.shop.data.products = [
      { id: 'cap', price: 5900 },
      { id: 'linen-dress', price: 24_900 },
      ...(whole ? [whole] : []),
      { id: 'scarf', name: '围巾' },
    ]

    await refreshProducts(at.deps)

    const stored = await at.deps.storage.products.list()
    expect(stored.map(({ id }) => id).toSorted()).toEqual(['cotton-tee', 'linen-dress', 'p-0', 'silk-scarf'])
    expect(stored.find(({ id }) => id === 'linen-dress')).toMatchObject({ price: 24_900 })
    expect(at.warnings).toEqual([expect.stringContaining('"cap: name, variants","scarf: price, variants"')])
  })

  it('are found by their names in a conversation once they were pulled', async () => {
    await using at = await given()
    const session = await at.app.visitor()
    const serves = () => at.deps.live.current().knowledge.products.has('silk-scarf')

    await vi.waitFor(() => expect(serves()).toBe(true))
    await at.app.say(session, '真丝方巾是什么材质')

    const answer = (await at.app.transcript(session)).at(-1)
    expect(answer).toMatchObject({ author: { kind: 'bot' }, body: { text: '真丝方巾的材质是100% 桑蚕丝' } })
    expect(at.deps.live.written().products.has('silk-scarf')).toBe(false)
  })

  it('are pulled again and again until it stops', async () => {
    await using at = await given()
    const pulls: object[] = []
    const log = { ...at.deps.log, info: (fields: object) => pulls.push(fields) }

    const stop = startRefreshingProducts({ ...at.deps, log }, 5)
    await vi.waitFor(() => expect(pulls.length).toBeGreaterThan(2))
    await stop()
    const after = pulls.length
    await new Promise((resolve) => setTimeout(resolve, 30))

    expect(pulls).toHaveLength(after)
  })
})
