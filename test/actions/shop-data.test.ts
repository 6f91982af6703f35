import { describe, expect, it } from 'vitest'
import { identifyCustomer } from '../../src/actions/customers/identify-customer.ts'
import { saveCoupons } from '../../src/actions/shop-data/save-coupons.ts'
import { saveCustomers } from '../../src/actions/shop-data/save-customers.ts'
import { saveOrders } from '../../src/actions/shop-data/save-orders.ts'
import { saveParcels } from '../../src/actions/shop-data/save-parcels.ts'
import { saveProducts } from '../../src/actions/shop-data/save-products.ts'
import { saveStream } from '../../src/actions/shop-data/save-stream.ts'
import type { Parcel } from '../../src/domain/commerce.ts'
import type { ShopOrder } from '../../src/domain/shop-data.ts'
import { MONDAY_MORNING } from '../support/clock.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const PARCEL: Parcel = { trackingNumber: 'SF1', carrier: '顺丰速运', status: 'in_transit', events: [] }

function orderOf(number: string, change: Partial<ShopOrder> = {}): ShopOrder {
  return {
    number,
    shopId: 'u-1',
    status: 'paid',
    currency: 'CNY',
    total: 26900,
    items: [{ productId: 'linen-dress', sku: 'LD-1', title: '亚麻裙', quantity: 1, unitPrice: 26900 }],
    placedAt: MONDAY_MORNING,
    history: [],
    refunds: [],
    ...change,
  }
}

const findByShopId = ({ deps }: TestApp, value: string) =>
  deps.storage.customers.findByIdentity({ kind: 'shop', value })

describe("the shop's customers", () => {
  it('begin a record that the shop vouches for, and keep what a later word leaves out', async () => {
    await using app = await startTestApp()

    await saveCustomers(app.deps, [{ shopId: 'u-1', name: '林晓雨', phone: '13857120416', tier: 'vip' }])
    await saveCustomers(app.deps, [{ shopId: 'u-1', tags: ['老客'] }])

    expect(await findByShopId(app, 'u-1')).toMatchObject({
      name: '林晓雨',
      phone: '13857120416',
      tier: 'vip',
      tags: ['老客'],
      verified: true,
    })
  })

  it('are the same ones who chat with a signed identity, with their orders', async () => {
    await using app = await startTestApp()
    await saveOrders(app.deps, [orderOf('XM1')])
    const { customer: visitor } = await app.visitor()

    const customer = await identifyCustomer(app.deps, visitor, { shopId: 'u-1', name: '林晓雨' })

    expect(customer.id).toBe((await findByShopId(app, 'u-1'))?.id)
    expect(await app.deps.storage.orders.listOf(customer.id, 9)).toHaveLength(1)
  })

  it('are told to the people in whose conversation they are, only when something has changed', async () => {
    await using app = await startTestApp()
    const { customer } = await app.visitor()
    await identifyCustomer(app.deps, customer, { shopId: 'u-1' })
    const told = () => app.published.filter(({ type }) => type === 'conversation.changed')

    await saveCustomers(app.deps, [{ shopId: 'u-1', name: '林' }])
    await saveCustomers(app.deps, [{ shopId: 'u-1', name: '林' }])

    expect(told()).toMatchObject([{ customer: { name: '林' } }])
  })
})

describe("the shop's orders", () => {
  it('are all saved or none of the batch', async () => {
    await using app = await startTestApp()
    const broken = orderOf('XM2', { items: undefined as unknown as ShopOrder['items'] })

    await expect(saveOrders(app.deps, [orderOf('XM1'), broken])).rejects.toThrow()

    expect(await app.deps.storage.orders.find('XM1')).toBeUndefined()
    expect(await findByShopId(app, 'u-1')).toBeUndefined()
  })

  it('keep the parcels that they do not speak of, and lose those that they say are none', async () => {
    await using app = await startTestApp()
    await saveOrders(app.deps, [orderOf('XM1')])
    await saveParcels(app.deps, [{ orderNumber: 'XM1', parcel: PARCEL }])
    const parcels = async () => (await app.deps.storage.orders.find('XM1'))?.parcels

    await saveOrders(app.deps, [orderOf('XM1', { status: 'shipped' })])
    const kept = await parcels()
    await saveOrders(app.deps, [orderOf('XM1', { parcels: [] })])

    expect([kept, await parcels()]).toEqual([[PARCEL], []])
  })

  it('must be there before their parcels', async () => {
    await using app = await startTestApp()
    await saveOrders(app.deps, [orderOf('XM1')])
    const batch = ['XM1', 'XM404'].map((orderNumber) => ({ orderNumber, parcel: PARCEL }))

    await expect(saveParcels(app.deps, batch)).rejects.toMatchObject({ code: 'order_not_found' })

    expect((await app.deps.storage.orders.find('XM1'))?.parcels).toEqual([])
  })
})

it("gives a coupon to the shop's customer, or to everybody", async () => {
  await using app = await startTestApp()
  const coupon = { name: '立减', kind: 'amount', off: 2000, spend: 0, from: 0, products: [], used: false } as const
  const until = MONDAY_MORNING + 1

  await saveCoupons(app.deps, [
    { ...coupon, id: 'MINE', until, shopId: 'u-1' },
    { ...coupon, id: 'ALL', until },
  ])
  const mine = await app.deps.storage.coupons.listFor((await findByShopId(app, 'u-1'))?.id, MONDAY_MORNING)
  const anybody = await app.deps.storage.coupons.listFor(undefined, MONDAY_MORNING)

  expect([mine.map(({ id }) => id), anybody.map(({ id }) => id)]).toEqual([['ALL', 'MINE'], ['ALL']])
})

describe("the shop's products", () => {
  const CAP = { id: 'cap', name: '棒球帽', price: 5900, variants: [{ sku: 'CAP', stock: 9 }] }

  it('serve at once, are heard in messages, and are told', async () => {
    await using app = await startTestApp()
    const heard = () =>
      app.deps.live.current().understanding.understand({ text: '棒球帽包邮吗', locale: 'zh', at: 0 }).entities

    const before = heard()
    await saveProducts(app.deps, [CAP])

    expect(before).not.toContainEqual(expect.objectContaining({ kind: 'product' }))
    expect(heard()).toContainEqual(expect.objectContaining({ kind: 'product', text: '棒球帽' }))
    expect(app.published).toEqual([{ type: 'knowledge.changed' }])
  })

  it('are refused while they are not whole and the owner did not write them', async () => {
    await using app = await startTestApp()
    const { live, storage } = app.deps

    await expect(saveProducts(app.deps, [CAP, { id: 'scarf', price: 1 }])).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/^name, variants: missing\..+"scarf"/),
    })
    await saveProducts(app.deps, [{ id: 'linen-dress', price: 1 }])

    expect((await storage.products.list()).map(({ id }) => id)).toEqual(['linen-dress'])
    expect(live.current().knowledge.products.get('linen-dress')?.price).toBe(1)
    expect(live.written().products.get('linen-dress')?.price).not.toBe(1)
  })
})

it('saves a stream in batches, and goes on after one that is refused', async () => {
  await using app = await startTestApp()
  const refused: [number, string][] = []
  const progress: number[] = []
  await saveOrders(app.deps, [orderOf('XM1')])
  async function* entries() {
    for (const [index, orderNumber] of ['XM1', 'XM404', 'XM1', 'XM1'].entries()) {
      yield { line: index + 1, item: { orderNumber, parcel: { ...PARCEL, trackingNumber: `SF${index}` } } }
    }
  }

  const saved = await saveStream(app.deps, entries(), {
    kind: 'parcels',
    batchSize: 3,
    onRefused: ({ line }, { code }) => refused.push([line, code]),
    onSaved: (count) => progress.push(count),
  })

  expect([saved, refused, progress]).toEqual([3, [[2, 'order_not_found']], [2, 3]])
  expect((await app.deps.storage.orders.find('XM1'))?.parcels).toHaveLength(3)
})
