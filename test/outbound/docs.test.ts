import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { createShopConnector } from '../../src/outbound/connector/create-connector.ts'
import type { Fetch } from '../../src/outbound/guarded-fetch.ts'
import { createClock } from '../support/clock.ts'

const sections = readFileSync(join(ROOT, 'docs/connector.md'), 'utf8').split(/^### /m).slice(1)

/** The example that docs/connector.md has for a call, by its path without a query. */
function exampleOf(path: string): string {
  const section = sections.find((one) => one.startsWith(`\`GET ${path}\``) || one.startsWith(`\`GET ${path}?`))
  return /^```json\n([\s\S]*?)^```/m.exec(section ?? '')?.[1] ?? ''
}

/** A shop that answers every call as the page says. */
const asDocumented: Fetch = async (url) => {
  const path = new URL(url).pathname
    .replace(/lin/, '{id}')
    .replace(/XM\d+/, '{number}')
    .replace(/SF\d+/, '{trackingNumber}')
  return new Response(exampleOf(path))
}

it('takes every example of docs/connector.md', async () => {
  const api = { url: 'http://shop.test', token: 't', timeoutMs: 10_000, allowPrivate: false }
  const connector = createShopConnector(api, { clock: createClock(), fetch: asDocumented })

  expect(sections).toHaveLength(6)
  expect(await connector.findCustomer('lin')).toMatchObject({ shopId: 'lin' })
  expect(await connector.listOrders('lin', 20)).toMatchObject([{ shopId: 'lin', parcels: [{}] }])
  const order = await connector.findOrder('XM202611180041')
  expect(order).toMatchObject({ shopId: 'chen', refunds: [] })
  expect(order).not.toHaveProperty('parcels')
  expect(await connector.findParcel('SF1402278651107')).toMatchObject({ status: 'out_for_delivery' })
  expect(await connector.listCoupons('lin')).toHaveLength(2)
  expect(await connector.listProducts()).toMatchObject({ products: [{ id: 'linen-dress' }], next: 'linen-dress' })
})
