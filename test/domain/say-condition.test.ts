import { expect, it } from 'vitest'
import type { Comparison, Condition } from '../../src/domain/conditions.ts'
import { sayCondition } from '../../src/domain/say-condition.ts'

function given(comparisons: readonly Comparison[], more: Partial<Condition> = {}): Condition {
  return { comparisons, all: [], any: [], none: [], ...more }
}

const paid = { fact: 'order.status', operator: 'in', value: ['paid', 'shipped'] } as const
const early = { fact: 'clock', operator: 'before', value: '16:00' } as const

it.each([
  [
    given([paid, early]),
    '订单状态是 paid 或 shipped，并且现在的时间早于 16:00',
    'the order’s status is paid or shipped, and the time is before 16:00',
  ],
  [given([{ fact: 'parcel.stuck', operator: 'eq', value: true }]), '物流停滞', 'the parcel is stuck'],
  [given([{ fact: 'desk.open', operator: 'eq', value: false }]), '不是「人工在线」', 'not: people are there'],
  [given([{ fact: 'coupon.off', operator: 'exists', value: true }]), '知道优惠券金额', 'the coupon’s value is known'],
  [
    given([{ fact: 'product.material', operator: 'exists', value: false }]),
    '不知道材质 / 成分',
    'Material is not known',
  ],
  [given([], { none: [given([early])] }), '都不满足：现在的时间早于 16:00', 'none of: the time is before 16:00'],
  [
    given([], { any: [given([early]), given([{ fact: 'slot.own', operator: 'gte', value: 3 }])] }),
    '满足其一：现在的时间早于 16:00；slot.own不少于 3',
    'one of: the time is before 16:00; slot.own is at least 3',
  ],
])('says a condition in both languages: %#', (condition, zh, en) => {
  expect([sayCondition(condition, 'zh'), sayCondition(condition, 'en')]).toEqual([zh, en])
})
