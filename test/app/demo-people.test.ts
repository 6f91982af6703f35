import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedDemo } from '../../src/app/demo/seed-demo.ts'
import { STORIES } from '../../src/app/demo/stories.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { ROOT } from '../../src/config/config.ts'
import type { Order } from '../../src/domain/commerce.ts'
import type { Customer } from '../../src/domain/customer.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { createClock } from '../support/clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let knowledge: KnowledgeBase

beforeAll(async () => {
  const result = await loadKnowledge(join(ROOT, 'intents'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  knowledge = result.knowledge
})

describe('the people with a story', () => {
  let storage: Storage
  const clock = createClock()
  beforeEach(async () => {
    storage = (await openMemory()).storage
    await seed()
  })
  afterEach(() => storage.close())

  async function seed(now = clock.now()): Promise<void> {
    let count = 0
    await seedDemo({ storage, knowledge, clock: createClock(now), ids: { next: () => `id-${now}-${count++}` } })
  }

  async function meet(key: string): Promise<{ customer: Customer; orders: readonly Order[] }> {
    const customer = await storage.customers.findByIdentity({ kind: 'shop', value: key })
    if (!customer) throw new Error(`${key} is not there`)
    return { customer, orders: await storage.orders.listOf(customer.id, 100) }
  }

  it('are eight, verified, and introduced in both languages', async () => {
    expect(STORIES.map(({ key }) => key)).toEqual(['lin', 'chen', 'emma', 'zhou', 'wang', 'zhao', 'sun', 'wu'])
    for (const { key, name, phone, about } of STORIES) {
      expect((await meet(key)).customer).toMatchObject({ name, phone, verified: true })
      expect(about).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z][a-z ]/) })
    }
  })

  it('have kept the first three as they were', async () => {
    const [lin, chen, emma] = await Promise.all(['lin', 'chen', 'emma'].map(meet))

    expect(lin?.customer).toMatchObject({ name: '林晓雨', phone: '13857120416' })
    expect(lin?.orders.map(({ number, status }) => [number, status])).toEqual([
      ['XM202611180037', 'shipped'],
      ['XM202610020012', 'completed'],
    ])
    expect(lin?.orders[0]?.parcels).toMatchObject([
      { carrier: '中通快递', trackingNumber: '78650123349871', status: 'in_transit', etaAt: clock.now() + DAY },
    ])
    expect(lin?.orders[0]?.parcels[0]?.events.at(-1)).toEqual({
      at: clock.now() - 20 * HOUR,
      text: '【武汉市】已到达武汉转运中心',
    })
    expect(chen?.orders).toMatchObject([{ number: 'XM202611220005', status: 'paid', parcels: [] }])
    expect(emma?.orders).toMatchObject([
      { number: 'XM202611140021', status: 'delivered', parcels: [{ trackingNumber: 'SF1402278651093' }] },
    ])
  })

  it('have a VIP with many orders, two of whose parcels are on their way', async () => {
    const { customer, orders } = await meet('zhou')
    const moving = orders.flatMap(({ parcels }) => parcels.filter(({ status }) => status !== 'delivered'))

    expect(customer.tier).toBe('vip')
    expect(orders.length).toBeGreaterThan(15)
    expect(new Set(moving.map(({ carrier }) => carrier)).size).toBe(2)
  })

  it('have somebody whose parcel has been stuck for four days', async () => {
    const [order] = (await meet('wang')).orders
    const last = order?.parcels[0]?.events.at(-1)

    expect(order?.status).toBe('shipped')
    expect((clock.now() - (last?.at ?? 0)) / DAY).toBeCloseTo(4, 0)
  })

  it('have somebody with an order unpaid for two hours, and a parcel that a pick-up point took in yesterday', async () => {
    const [unpaid, delivered] = (await meet('zhao')).orders

    expect(unpaid).toMatchObject({ status: 'unpaid', placedAt: clock.now() - 2 * HOUR, amounts: { paid: 0 } })
    expect(delivered?.status).toBe('delivered')
    expect(delivered?.parcels[0]?.events.at(-1)).toEqual({
      at: Date.UTC(2026, 10, 22, 7, 42),
      text: expect.stringMatching(/驿站代收.*取件码/),
    })
  })

  it('have somebody who got a garment and a thing of hygiene three days ago', async () => {
    const [order] = (await meet('sun')).orders

    expect(order?.status).toBe('delivered')
    expect(order?.items.map(({ productId }) => productId)).toEqual(['cotton-tee', 'face-cleanser'])
    expect((clock.now() - (order?.history.at(-1)?.at ?? 0)) / DAY).toBeCloseTo(3, 0)
  })

  it('have somebody whose refund is under way, with the case to it', async () => {
    const { customer, orders } = await meet('wu')

    expect(orders[0]?.refunds).toMatchObject([{ status: 'approved', amount: orders[0]?.total }])
    expect(await storage.cases.list({ customerId: customer.id, open: true, limit: 10 })).toMatchObject([
      { type: 'return', status: 'in_progress', orderNumber: orders[0]?.number },
    ])
  })

  it('have coupons that are theirs, that have run out, and that everybody has', async () => {
    const now = clock.now()
    const { customer: vip } = await meet('zhou')
    const { customer: wang } = await meet('wang')

    const everybodys = await storage.coupons.listFor(undefined, now)
    expect(everybodys).toMatchObject([
      { id: 'SHOP25', off: 2500, spend: 19_900 },
      { id: 'WELCOME10', off: 1000, spend: 9900, until: now + 365 * DAY },
    ])
    const own = (await storage.coupons.listFor(vip.id, now)).filter(({ customerId }) => customerId === vip.id)
    expect(own.map(({ id }) => id)).toEqual(['BDAY20-zhou', 'VIP10-zhou'])
    expect(own.every(({ from, until }) => from <= now && until > now)).toBe(true)
    const before = await storage.coupons.listFor(vip.id, now - 20 * DAY)
    expect(before.map(({ id }) => id)).toContain('SPRING15-zhou')
    expect(await storage.coupons.listFor(wang.id, now)).toContainEqual(
      expect.objectContaining({ id: 'SHOES30-wang', products: ['running-shoes', 'canvas-shoes', 'loafers'] }),
    )
  })

  it('stay as they are when the shop starts again', async () => {
    const before = await Promise.all(STORIES.map(({ key }) => meet(key)))
    const cases = await storage.cases.list({ limit: 500 })

    await seed(clock.now() + 40 * DAY)

    expect(await Promise.all(STORIES.map(({ key }) => meet(key)))).toEqual(before)
    expect(await storage.cases.list({ limit: 500 })).toEqual(cases)
  })

  it('join those whom an older shop has already', async () => {
    const older = (await openMemory()).storage
    await older.customers.create({ id: 'old-lin', locale: 'zh', at: clock.now() })
    await older.customers.addIdentity('old-lin', { kind: 'shop', value: 'lin' })
    await storage.close()
    storage = older

    await seed()

    expect((await meet('lin')).customer.id).toBe('old-lin')
    expect((await meet('lin')).orders).toEqual([])
    expect((await meet('chen')).orders).toHaveLength(1)
  })
})
