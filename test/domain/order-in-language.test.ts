import { expect, it } from 'vitest'
import type { Order } from '../../src/domain/commerce.ts'
import { orderIn } from '../../src/domain/order-in-language.ts'
import { product } from './given.ts'

const KETTLE = product('kettle', {
  name: { zh: '玻璃养生壶', en: 'Glass kettle' },
  variants: [{ sku: 'K1', color: { zh: '米白', en: 'Cream white' }, size: '1.5 L', stock: 1 }],
})
const PRODUCTS = new Map([['kettle', KETTLE]])
const line = (title: string, sku: string, productId = 'kettle') => ({
  title,
  sku,
  productId,
  quantity: 1,
  unitPrice: 100,
})
const parcel = (carrier: string) => ({ trackingNumber: '1', carrier, status: 'in_transit' as const, events: [] })
const ORDER: Order = {
  number: 'XM1',
  customerId: 'c1',
  status: 'shipped',
  currency: 'CNY',
  total: 100,
  items: [line('玻璃养生壶（米白 1.5 L）', 'K1'), line('玻璃养生壶（旧款）', 'K0'), line('停售的伞', 'U1', 'umbrella')],
  history: [],
  parcels: [parcel('顺丰速运'), parcel('同城小哥')],
  refunds: [],
  placedAt: 0,
}

it('leaves an order as it is in the language of the shop', () => {
  expect(orderIn(ORDER, PRODUCTS, 'zh', 'zh')).toBe(ORDER)
})

it('names items and carriers as far as their names are known in the other language', () => {
  const { items, parcels } = orderIn(ORDER, PRODUCTS, 'en', 'zh')

  expect(items.map(({ title }) => title)).toEqual(['Glass kettle (Cream white 1.5 L)', 'Glass kettle', '停售的伞'])
  expect(parcels.map(({ carrier }) => carrier)).toEqual(['SF Express', '同城小哥'])
})
