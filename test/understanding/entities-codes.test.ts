import { describe, expect, it } from 'vitest'
import { read, readKind } from './entities-reading.ts'

describe('order numbers', () => {
  it.each([
    ['订单号 XM20261122001 到哪了', 'XM20261122001'],
    ['xm20261122001', 'XM20261122001'],
    ['2748391056382910475', '2748391056382910475'],
    ['帮我查下2026112200187 谢谢', '2026112200187'],
    ['我的订单 883104 怎么还没发', '883104'],
    ['訂單編號：ＸＭ２０２６１１２２００１', 'XM20261122001'],
    ['883104这个订单取消吧', '883104'],
    ['单号是20261122001', '20261122001'],
    ['my order #104523 never came', '104523'],
    ['order number is A1045238', 'A1045238'],
    ['where is order 10452388?', '10452388'],
    ['Order no. 1042 please', '1042'],
    ['SO-10023345 shipped?', 'SO-10023345'],
    ['订单号13912345678', '13912345678'],
  ])('reads %j', (text, value) => {
    expect(readKind('order_number', text).map((one) => one.value)).toEqual([value])
  })

  it.each([
    '我的电话是13912345678',
    '身份证330106199001011234',
    '卡号6222021234567890123',
    '税号91330106MA27XYZ123',
    '货号 12345678901',
    '我20261111的订单没收到',
    '订单满300减30',
    'i ordered 2 pairs for 199.00',
    'order 12 of them',
    '订单号：2026 1122 0018',
    'call me on +44 7911 123456',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('order_number', text)).toEqual([])
  })
})

describe('tracking numbers', () => {
  it.each([
    ['SF1234567890123 到哪了', 'SF1234567890123'],
    ['sf 1234567890123', 'SF1234567890123'],
    ['圆通YT8812345678901', 'YT8812345678901'],
    ['快递单号 78812345678901', '78812345678901'],
    ['运单号：432156789012345', '432156789012345'],
    ['JD0123456789012 一直没动', 'JD0123456789012'],
    ['JDVA01234567890', 'JDVA01234567890'],
    ['ZTO7812345678901', 'ZTO7812345678901'],
    ['中通78812345678901不更新', '78812345678901'],
    ['JT3012345678901', 'JT3012345678901'],
    ['tracking number is 1Z999AA10123456784', '1Z999AA10123456784'],
    ['ems EA123456789CN', 'EA123456789CN'],
    ['tracking: 9400111899223197', '9400111899223197'],
  ])('reads %j', (text, value) => {
    expect(readKind('tracking_number', text).map((one) => one.value)).toEqual([value])
  })

  it.each([
    '订单号20261122001',
    '顺丰 13912345678',
    'sf什么时候发',
    '快递单号多少',
    'XM20261122001',
    '用圆通发吗',
    'tracking has not moved for 5 days',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('tracking_number', text)).toEqual([])
  })
})

describe('telephone numbers', () => {
  it.each([
    ['13912345678', '13912345678'],
    ['手机139 1234 5678', '13912345678'],
    ['电话 139-1234-5678', '13912345678'],
    ['+86 13912345678', '13912345678'],
    ['(+86)13912345678', '13912345678'],
    ['0086-13912345678', '13912345678'],
    ['改成１３９１２３４５６７８', '13912345678'],
    ['联系我19912345678谢谢', '19912345678'],
    ['座机0571-88886666', '057188886666'],
    ['call +44 7911 123456', '+447911123456'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['whatsapp +852 9123 4567', '+85291234567'],
    ['收货人王女士16612345678', '16612345678'],
  ])('reads %j', (text, value) => {
    expect(readKind('phone', text).map((one) => one.value)).toEqual([value])
  })

  it.each([
    '12912345678',
    '139123456789',
    '尾号5678',
    '订单号13912345678',
    'XM13912345678',
    '1+1等于几',
    'order 10452388',
    '¥1391234',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('phone', text)).toEqual([])
  })
})

it('keeps the order, the parcel and the caller apart', () => {
  const found = read('订单XM20261122001 快递SF1234567890123 电话13912345678')

  expect(found.map(({ kind }) => kind)).toEqual(['order_number', 'tracking_number', 'phone'])
})
