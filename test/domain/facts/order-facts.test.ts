import { describe, expect, it } from 'vitest'
import { itemFacts, orderFacts, parcelFacts } from '../../../src/domain/facts/order-facts.ts'
import { product } from '../given.ts'
import { DAY, HOUR, NOW, order, speech } from '../given-shop.ts'

const zh = speech()
const en = speech({ locale: 'en' })
const parcel = (changes = {}) => ({
  trackingNumber: '78650123349871',
  carrier: '中通快递',
  status: 'in_transit' as const,
  events: [
    { at: NOW - 60 * HOUR, text: '已揽收' },
    { at: NOW - 50 * HOUR, text: '到达 杭州' },
  ],
  ...changes,
})

describe('the facts of an order', () => {
  it('are its number, what is in it and what it came to', () => {
    expect(
      orderFacts(order('XM1', { amounts: { goods: 26900, shipping: 800, discount: 0, paid: 27700 } }), 2, zh),
    ).toMatchObject({
      'order.number': 'XM1',
      'order.status': 'delivered',
      'order.status_text': '已签收',
      'order.total': '¥269',
      'order.paid': '¥277',
      'order.shipping': '¥8',
      'order.items': '亚麻裙 雾蓝 S ×1',
      'order.item_count': 1,
      'order.count': 2,
      'order.placed_on': '11月20日',
      'order.hours_since_placed': 72,
    })
  })

  it('are its days, of each status that it came into', () => {
    const history = [
      { status: 'paid', at: NOW - 50 * HOUR },
      { status: 'delivered', at: NOW - 7 * DAY - HOUR },
    ] as const
    const facts = orderFacts(order('XM1', { history }), 1, zh)

    expect(facts).toMatchObject({
      'order.paid_on': '11月21日',
      'order.hours_since_paid': 50,
      'order.delivered_on': '11月16日',
      'order.days_since_delivered': 7,
    })
    expect(facts).not.toHaveProperty('order.shipped_on')
  })

  it('know from the carrier when it arrived, where the shop tells no history', () => {
    const arrived = parcel({ status: 'delivered', events: [{ at: NOW - 3 * DAY, text: '已签收' }] })

    expect(orderFacts(order('XM1', { parcels: [arrived] }), 1, zh)['order.days_since_delivered']).toBe(3)
    expect(orderFacts(order('XM1', { status: 'shipped', parcels: [arrived] }), 1, zh)).not.toHaveProperty(
      'order.days_since_delivered',
    )
  })

  it('mask who it goes to', () => {
    const address = {
      recipient: '林小满',
      phone: '13800138000',
      region: '浙江省杭州市西湖区',
      street: '文三路 478 号 3 幢',
    }
    const facts = orderFacts(order('XM1', { address }), 1, zh)

    expect(facts).toMatchObject({ 'order.recipient': '林**', 'order.phone': '138****8000' })
    expect(JSON.stringify(facts)).not.toMatch(/13800138000|林小满|3 幢/)
  })

  it('tell the last refund and the invoice, in the language that is spoken', () => {
    const refunds = [
      { id: 'r1', amount: 100, status: 'rejected', at: NOW - 9 * DAY },
      { id: 'r2', amount: 12950, status: 'approved', at: NOW - DAY, reason: '尺码不合适' },
    ] as const
    const invoice = { kind: 'company', title: '小满公司', status: 'issued', at: NOW } as const

    expect(orderFacts(order('XM1', { refunds, invoice }), 1, en)).toMatchObject({
      'refund.amount': '¥129.50',
      'refund.status_text': 'approved, on its way back',
      'refund.on': '22 Nov',
      'refund.reason': '尺码不合适',
      'invoice.status': 'issued',
      'invoice.on': '23 Nov',
    })
  })

  it('are no facts of what the shop does not say', () => {
    const facts = Object.keys(orderFacts(order('XM1'), 1, zh))

    expect(facts.filter((fact) => /paid|shipping|recipient|phone|address|note|refund|invoice/.test(fact))).toEqual([])
  })
})

describe('the facts of a parcel', () => {
  it('are the last that was heard of it, and how long ago', () => {
    expect(parcelFacts(order('XM1', { parcels: [parcel({ etaAt: NOW + DAY })] }), 48, zh)).toMatchObject({
      'parcel.number': '78650123349871',
      'parcel.last_event': '到达 杭州',
      'parcel.last_event_at': '11月21日 08:00',
      'parcel.quiet_hours': 50,
      'parcel.quiet_days': 2,
      'parcel.stuck': true,
      'parcel.eta': '11月24日',
      'parcel.count': 1,
    })
  })

  it('are stuck exactly from the hours on that the owner names, and never once delivered', () => {
    const stuck = (hours: number, changes = {}) =>
      parcelFacts(order('XM1', { parcels: [parcel(changes)] }), hours, zh)['parcel.stuck']

    expect([stuck(51), stuck(50)]).toEqual([false, true])
    expect(stuck(1, { status: 'delivered' })).toBe(false)
  })

  it('are of the one that is still on its way', () => {
    const parcels = [parcel({ trackingNumber: 'moving' }), parcel({ trackingNumber: 'there', status: 'delivered' })]

    expect(parcelFacts(order('XM1', { parcels }), 48, zh)['parcel.number']).toBe('moving')
  })

  it('promise no day that has gone by, and nothing of a parcel that there is not', () => {
    const late = parcel({ etaAt: NOW - 2 * DAY, events: [] })

    expect(Object.keys(parcelFacts(order('XM1', { parcels: [late] }), 48, zh))).toEqual([
      'parcel.carrier',
      'parcel.number',
      'parcel.status',
      'parcel.count',
    ])
    expect(parcelFacts(order('XM1'), 48, zh)).toEqual({})
  })
})

describe('the facts of an item', () => {
  const item = { productId: 'dress', sku: 'dress-1', title: '亚麻裙', quantity: 2, unitPrice: 26900 }

  it('are what it cost, and how much less it costs today', () => {
    const cheaper = product('dress', { price: 26900, variants: [{ sku: 'dress-1', stock: 1, price: 24900 }] })

    expect(itemFacts(item, cheaper, order('XM1'), zh)).toMatchObject({
      'item.price': '¥269',
      'item.total': '¥538',
      'item.price_now': '¥249',
      'item.cheaper_now': true,
      'item.price_drop': '¥40',
    })
  })

  it('are no drop where it costs as much or more, or is sold no more', () => {
    const dearer = itemFacts(item, product('dress', { price: 29900 }), order('XM1'), zh)

    expect(dearer).toMatchObject({ 'item.cheaper_now': false })
    expect(dearer).not.toHaveProperty('item.price_drop')
    expect(itemFacts(item, undefined, order('XM1'), zh)).not.toHaveProperty('item.price_now')
  })
})
