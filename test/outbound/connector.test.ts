import { describe, expect, it } from 'vitest'
import { createShopConnector } from '../../src/outbound/connector/create-connector.ts'
import type { Fetch } from '../../src/outbound/guarded-fetch.ts'
import type { ShopConnector } from '../../src/ports/shop-connector.ts'
import { createClock } from '../support/clock.ts'
import { given } from './given.ts'

describe('what it asks', () => {
  it('brings all that the shop keeps', async () => {
    await using at = await given()
    const { connector, shop, clock } = at

    expect(await connector.findCustomer('lin')).toMatchObject({ shopId: 'lin', name: '林晓雨', tier: 'vip' })
    expect(await connector.listOrders('lin', 20)).toMatchObject([
      {
        number: 'EX20261101',
        shopId: 'lin',
        items: [{ productId: 'linen-dress' }],
        parcels: [{ etaAt: expect.any(Number) }],
      },
    ])
    expect(await connector.findOrder('EX20261101')).toMatchObject({ placedAt: clock.now() - 2 * 86_400_000 })
    expect(await connector.findParcel('SF1402278651107')).toMatchObject({ status: 'out_for_delivery' })
    expect((await connector.listCoupons('lin'))?.map(({ id, shopId }) => [id, shopId])).toEqual([
      ['EX-LIN-20', 'lin'],
      ['EX-ALL-10', undefined],
    ])
    expect(await connector.listProducts()).toEqual({ products: shop.data.products })
    expect(shop.calls).toEqual([
      '/customers/lin',
      '/customers/lin/orders?limit=20',
      '/orders/EX20261101',
      '/parcels/SF1402278651107',
      '/customers/lin/coupons',
      '/products?limit=100',
    ])
  })

  it('follows the pages of the products', async () => {
    await using at = await given()
    at.shop.data.products = Array.from({ length: 101 }, (_, index) => ({ id: `p-${index}` }))

    const first = await at.connector.listProducts()
    const second = await at.connector.listProducts(first?.next)

    expect(first).toMatchObject({ products: { length: 100 }, next: '100' })
    expect(second).toEqual({ products: [{ id: 'p-100' }] })
  })

  it('takes 404 for what the shop does not know', async () => {
    await using at = await given()
    const { connector } = at

    const answers = await Promise.all([
      connector.findCustomer('nobody'),
      connector.listOrders('nobody', 20),
      connector.findOrder('EX0'),
      connector.findParcel('SF0'),
      connector.listCoupons('nobody'),
    ])

    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(at.shop.calls).toHaveLength(5)
  })

  it('lets nothing that a shopper types lead to another path', async () => {
    await using at = await given()
    const { connector, shop } = at
    const keys = ['..', '.', '../customers/lin', '..\\x', 'a/../../b', '', 'x'.repeat(121), 'a\nb', '\ud800']

    const none = await Promise.all(keys.map((key) => connector.findOrder(key)))
    await connector.findOrder('订单/7?a=b#c%2e')

    expect(none.every((one) => one === undefined)).toBe(true)
    expect(shop.calls).toEqual(['/orders/%E8%AE%A2%E5%8D%95%2F7%3Fa%3Db%23c%252e'])
  })
})

describe('what it refuses', () => {
  it('names the call and the field of an answer that has another form', async () => {
    await using at = await given()
    const [order] = at.shop.data.orders
    Object.assign(order ?? {}, { total: '259.00' })

    await expect(at.connector.listOrders('lin', 20)).rejects.toMatchObject({
      reason: 'invalid',
      message: expect.stringMatching(/^GET \/customers\/\{id\}\/orders: orders\.0\.total: .*number/),
    })
  })

  it('refuses a page that is no JSON without repeating it', async () => {
    await using at = await given()
    at.shop.fail('garbage')

    await expect(at.connector.findCustomer('lin')).rejects.toMatchObject({
      reason: 'invalid',
      message: 'GET /customers/{id}: the answer is not JSON',
    })
  })

  it("refuses what is somebody else's", async () => {
    await using at = await given()
    const { url, token } = at.shop
    const mixedUp: Fetch = (asked, init) => fetch(asked.replace('lin', 'emma').replace('01', '02'), init)
    const connector = createShopConnector(
      { url, token, timeoutMs: 10_000, allowPrivate: false },
      { clock: at.clock, fetch: mixedUp },
    )

    for (const [call, field] of [
      [connector.findCustomer('lin'), 'id'],
      [connector.listOrders('lin', 20), 'orders.0.customer'],
      [connector.findOrder('EX20261101'), 'number'],
    ] as const) {
      const message = expect.stringMatching(new RegExp(`: ${field}: is not what was asked for$`))
      await expect(call).rejects.toMatchObject({ reason: 'invalid', message })
    }
  })

  it.each([
    ['redirect', { reason: 'redirect' }],
    ['huge', { reason: 'too_large' }],
    ['error', { reason: 'status', status: 500 }],
  ] as const)('does not try again after %s', async (fault, refusal) => {
    await using at = await given()
    at.shop.fail(fault)

    await expect(at.connector.listOrders('lin', 20)).rejects.toMatchObject(refusal)

    expect(at.shop.calls).toEqual(['/customers/lin/orders?limit=20'])
  })

  it('says that the token is wrong', async () => {
    await using at = await given({ token: 'another' })

    await expect(at.connector.findCustomer('lin')).rejects.toMatchObject({
      status: 401,
      message: 'GET /customers/{id}: answered 401',
    })
  })
})

describe('what it remembers', () => {
  it.each([
    ['customers', 30, (connector: ShopConnector) => connector.findCustomer('lin')],
    ['orders of a customer', 30, (connector: ShopConnector) => connector.listOrders('lin', 20)],
    ['orders', 30, (connector: ShopConnector) => connector.findOrder('EX20261101')],
    ['orders that do not exist', 30, (connector: ShopConnector) => connector.findOrder('EX0')],
    ['parcels', 60, (connector: ShopConnector) => connector.findParcel('SF1402278651107')],
    ['coupons', 60, (connector: ShopConnector) => connector.listCoupons('lin')],
  ] as const)('remembers %s for %i seconds', async (_, seconds, ask) => {
    await using at = await given()
    const first = await ask(at.connector)

    at.clock.advance(seconds * 1000 - 1)
    const second = await ask(at.connector)
    const callsBefore = at.shop.calls.length
    at.clock.advance(1)
    await ask(at.connector)

    expect(second).toBe(first)
    expect([callsBefore, at.shop.calls.length]).toEqual([1, 2])
  })

  it('does not remember failures', async () => {
    await using at = await given()
    at.shop.fail('error', 1)
    await expect(at.connector.findCustomer('lin')).rejects.toMatchObject({ status: 500 })

    expect(await at.connector.findCustomer('lin')).toMatchObject({ shopId: 'lin' })
  })

  it('asks once for what many want at the same time', async () => {
    await using at = await given()

    const answers = await Promise.all([1, 2, 3].map(() => at.connector.findOrder('EX20261101')))

    expect(new Set(answers).size).toBe(1)
    expect(at.shop.calls).toEqual(['/orders/EX20261101'])
  })

  it('forgets what was used least when there is too much', async () => {
    const asked: string[] = []
    const nothing: Fetch = async (url) => {
      asked.push(url)
      return new Response(null, { status: 404 })
    }
    const api = { url: 'http://shop.test', token: 't', timeoutMs: 10_000, allowPrivate: false }
    const connector = createShopConnector(api, { clock: createClock(), fetch: nothing })
    for (let number = 0; number < 5000; number += 1) await connector.findOrder(String(number))
    await connector.findOrder('0')

    await connector.findOrder('5000')
    asked.length = 0
    await connector.findOrder('0')
    await connector.findOrder('1')

    expect(asked).toEqual(['http://shop.test/orders/1'])
  })
})
