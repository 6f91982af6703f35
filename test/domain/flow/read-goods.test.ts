import { describe, expect, it } from 'vitest'
import type { Order } from '../../../src/domain/commerce.ts'
import {
  ALL_ITEMS,
  eligibleOrders,
  readItem,
  readOrder,
  readProduct,
  readVariantSlot,
} from '../../../src/domain/flow/read-goods.ts'
import type { Product } from '../../../src/domain/knowledge.ts'
import { product } from '../given.ts'
import { order, says, slot, slotWorld } from '../given-shop.ts'

const color = (zh: string, en: string) => ({ zh, en })
const DRESS = product('dress', {
  name: { zh: '亚麻裙', en: 'Linen dress' },
  variants: [
    { sku: 'dress-b-s', color: color('雾蓝', 'Blue'), size: 'S', stock: 1 },
    { sku: 'dress-b-m', color: color('雾蓝', 'Blue'), size: 'M', stock: 1 },
    { sku: 'dress-o-s', color: color('燕麦', 'Oat'), size: 'S', stock: 1 },
    { sku: 'dress-o-l', color: color('燕麦', 'Oat'), size: 'L', stock: 1 },
  ],
})
const HAT = product('hat', { name: { zh: '草帽', en: 'Straw hat' } })
const products = new Map([DRESS, HAT].map((one) => [one.id, one] as const))
const item = (sku: string, productId = 'dress') => ({ productId, sku, title: sku, quantity: 1, unitPrice: 26900 })

const NEWEST = order('XM3', { status: 'paid', items: [item('hat-1', 'hat')] })
const DRESSES = order('XM2', { items: [item('dress-b-s'), item('dress-o-s')] })
const OLDEST = order('XM1', { items: [item('dress-b-m')] })
const orders = [NEWEST, DRESSES, OLDEST]
const world = (changes: Parameters<typeof slotWorld>[0] = {}) => slotWorld({ orders, products, ...changes })

describe('an order', () => {
  const ANY = slot('order', 'order')
  const ARRIVED = slot('order', 'order', { orders: ['delivered', 'completed'] })
  const numberOf = (heard: Parameters<typeof readOrder>[1], changes = {}, wanted = ANY) =>
    readOrder(wanted, heard, world(changes))?.value
  const typed = (number: string) => says(number, { entities: [{ kind: 'order_number', text: number, value: number }] })

  it('is taken by card and by number', () => {
    expect(numberOf(says('', { choice: { kind: 'order', number: 'XM2' } }))).toBe('XM2')
    expect(numberOf(typed('XM1'))).toBe('XM1')
    expect(readOrder(ANY, typed('XM1'), world())?.text).toBe('单 XM1')
  })

  it('is none of somebody else', () => {
    expect(numberOf(typed('XM9'))).toBeUndefined()
  })

  it('is taken by number though its status does not fit, for a rule to say why not', () => {
    expect(numberOf(typed('XM3'), {}, ARRIVED)).toBe('XM3')
  })

  it('is referred to among those that fit first', () => {
    expect(numberOf(says('最近那单'))).toBe('XM3')
    expect(numberOf(says('最近那单'), {}, ARRIVED)).toBe('XM2')
    expect(numberOf(says('上一单'), { orderBefore: 'XM2' })).toBe('XM1')
  })

  it('is known by what is in it, where one alone holds it', () => {
    expect(numberOf(says('买帽子那单'), { named: [HAT] })).toBe('XM3')
    expect(numberOf(says('买裙子那单'), { named: [DRESS] })).toBeUndefined()
    expect(numberOf(says('买帽子那单'), { among: [HAT, product('cap')] })).toBe('XM3')
  })

  it('may be any, or one of the statuses that the slot takes', () => {
    expect(eligibleOrders(ANY, orders)).toEqual(orders)
    expect(eligibleOrders(ARRIVED, orders).map(({ number }) => number)).toEqual(['XM2', 'XM1'])
  })
})

describe('an item of the order', () => {
  const skuOf = (text: string, from: Order | undefined = DRESSES, named: readonly Product[] = []) =>
    readItem(says(text), world({ ...(from && { order: from }), named }))?.value

  it('is the one whose colour or size is named', () => {
    expect(skuOf('燕麦那条')).toBe('dress-o-s')
    expect(skuOf('雾蓝的')).toBe('dress-b-s')
  })

  it('is the one whose product is named, where it is the only one', () => {
    const mixed = order('XM4', { items: [item('dress-b-s'), item('hat-1', 'hat')] })

    expect(skuOf('帽子', mixed, [HAT])).toBe('hat-1')
    expect(skuOf('裙子', DRESSES, [DRESS])).toBeUndefined()
  })

  it('is the only one there is, whatever is said', () => {
    expect(skuOf('就退这个', OLDEST)).toBe('dress-b-m')
  })

  it.each(['全部', '都退', '整单退', 'both please', 'everything'])('is the whole order for "%s"', (text) => {
    expect(skuOf(text)).toBe(ALL_ITEMS)
    expect(skuOf(text, OLDEST)).toBe('dress-b-m')
  })

  it('is none without an order', () => {
    expect(readItem(says('裙子'), world({ named: [DRESS] }))).toBeUndefined()
  })
})

describe('products of a comparison', () => {
  const place = (n: number, changes: Parameters<typeof slotWorld>[0], asked = false) =>
    readProduct(says(''), world(changes), { place: n, of: 2, asked })?.value

  it('are the first and the second that are named', () => {
    expect(place(0, { named: [DRESS, HAT] })).toBe('dress')
    expect(place(1, { named: [DRESS, HAT] })).toBe('hat')
  })

  it('are what was talked about, and the one that is named now', () => {
    expect(place(0, { named: [HAT], before: DRESS })).toBe('dress')
    expect(place(1, { named: [HAT], before: DRESS })).toBe('hat')
  })

  it('are one only where nothing else was talked about', () => {
    expect(place(0, { named: [HAT] })).toBe('hat')
    expect(place(1, { named: [HAT] })).toBeUndefined()
    expect(place(1, { named: [HAT] }, true)).toBe('hat')
  })
})

describe('another colour or size', () => {
  const skuOf = (text: string, sku: string, asked = false) =>
    readVariantSlot(says(text), world({ product: DRESS, item: item(sku) }), asked)?.value

  it('keeps what is not named', () => {
    expect(skuOf('换燕麦的', 'dress-b-s')).toBe('dress-o-s')
    expect(skuOf('换M码', 'dress-b-s')).toBe('dress-b-m')
  })

  it('is the only one that there is of it', () => {
    expect(skuOf('换L', 'dress-b-s')).toBe('dress-o-l')
  })

  it('is none where the product has no such thing, or the item is it already', () => {
    expect(skuOf('雾蓝 L', 'dress-b-s')).toBeUndefined()
    expect(skuOf('雾蓝 S', 'dress-b-s')).toBeUndefined()
    expect(skuOf('大一点的', 'dress-b-s')).toBeUndefined()
  })
})
