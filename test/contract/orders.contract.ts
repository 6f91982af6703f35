import { describe, expect, it } from 'vitest'
import type { Order } from '../../src/domain/commerce.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

export function order(number: string, more?: Partial<Order>): Order {
  return {
    number,
    customerId: 'lin',
    status: 'shipped',
    currency: 'CNY',
    total: 5_000_000_000,
    items: [{ productId: 'tee', sku: 'tee-m', title: '短袖', quantity: 2, unitPrice: 2_500_000_000 }],
    placedAt: NOON,
    history: [],
    parcels: [parcel(`SF-${number}`)],
    refunds: [],
    ...more,
  }
}

function parcel(trackingNumber: string): Order['parcels'][number] {
  return {
    trackingNumber,
    carrier: '顺丰',
    status: 'in_transit',
    events: [
      { at: NOON, text: '已揽收' },
      { at: NOON + 1, text: '运输中' },
    ],
    etaAt: NOON + 86_400_000,
  }
}

export function describeOrders(opened: Opened): void {
  describe('orders', () => {
    const orders = () => opened().storage.orders

    it('keeps orders and their parcels whole', async () => {
      const { etaAt: _, ...unknownEta } = parcel('YT-2')
      const saved = [
        order('XE1'),
        order('XE2', { parcels: [parcel('YT-1'), unknownEta] }),
        order('XE3', { parcels: [] }),
      ]

      await orders().save(saved)

      expect(await Promise.all(saved.map(({ number }) => orders().find(number)))).toEqual(saved)
      expect(await orders().find('XE9')).toBeUndefined()
    })

    it('replaces an order of the same number, parcels included', async () => {
      await orders().save([order('XE1', { parcels: [parcel('SF-1'), parcel('SF-2')] })])
      const next = order('XE1', {
        status: 'delivered',
        total: 1,
        parcels: [{ ...parcel('SF-2'), status: 'delivered' }],
      })

      await orders().save([next])

      expect(await orders().find('XE1')).toEqual(next)
    })

    it('takes more orders at once than fit into one statement, and of one number the last', async () => {
      const many = Array.from({ length: 450 }, (_, at) =>
        order(`XE${at}`, { placedAt: NOON + at, parcels: [parcel(`SF-${at}`), parcel(`YT-${at}`)] }),
      )
      const last = order('XE7', { total: 7, placedAt: NOON + 7, parcels: [parcel('SF-7')] })

      await orders().save([...many, last])

      const listed = await orders().listOf('lin', 500)
      expect(listed.toReversed()).toEqual(many.with(7, last))
    })

    it("lists a customer's orders, newest first and no more than asked for", async () => {
      await orders().save([
        order('XE1', { placedAt: NOON + 1 }),
        order('XE2', { placedAt: NOON + 3 }),
        order('XE3', { placedAt: NOON + 2 }),
        order('XE4', { customerId: 'wang' }),
      ])

      const listed = await orders().listOf('lin', 2)

      expect(listed).toEqual([order('XE2', { placedAt: NOON + 3 }), order('XE3', { placedAt: NOON + 2 })])
      expect(await orders().listOf('nobody', 10)).toEqual([])
    })

    it('keeps a parcel that carries two orders with both', async () => {
      const saved = [order('XE1', { parcels: [parcel('SF-1')] }), order('XE2', { parcels: [parcel('SF-1')] })]

      await orders().save(saved)

      expect(await Promise.all([orders().find('XE1'), orders().find('XE2')])).toEqual(saved)
    })
  })
}
