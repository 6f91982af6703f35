import type { Condition, FactValue, Operator } from '../../../src/domain/conditions.ts'
import type { Flow, FlowRule, FlowState, Slots } from '../../../src/domain/flow/flow.ts'
import { condition } from '../given.ts'
import { slot } from '../given-shop.ts'

/** `when('slot.reason', 'size')`: a fact that must have this value. */
export function when(fact: string, value: FactValue, operator: Operator = 'eq'): Condition {
  return condition({ comparisons: [{ fact, operator, value }] })
}

export function rule(holds: Condition, say = '不行', result: FlowRule['result'] = 'stop'): FlowRule {
  return { when: holds, say, result, next: [] }
}

const option = (value: string, label: string) => ({ value, label, words: [], intents: [] })

/** A return: which order, which item, why, a picture if it is broken, anything to add; confirmed. */
export function returning(changes: Partial<Flow> = {}): Flow {
  return {
    id: 'return',
    title: '退货',
    start: ['return_apply'],
    slots: [
      slot('order', 'order', { label: '订单' }),
      slot('item', 'item', { label: '商品' }),
      slot('reason', 'choice', {
        label: '原因',
        options: [option('size', '尺码不合适'), option('quality', '质量问题')],
      }),
      slot('photo', 'photo', { label: '照片', when: when('slot.reason', 'quality'), optional: true }),
      slot('opened', 'yes_no', { label: '拆封' }),
      slot('note', 'text', { label: '补充', optional: true }),
    ],
    rules: [rule(when('slot.opened', 'yes'), '拆封了不能退')],
    confirm: { say: '请核对', yes: '确认退货' },
    done: [{ say: '好的', priority: 0, products: [], show: [] }],
    next: [],
    ...changes,
  }
}

export function state(slots: Readonly<Record<string, string>> = {}, asked?: string): FlowState {
  return {
    flow: 'return',
    intent: 'return_apply',
    slots: filled(slots),
    ...(asked !== undefined && { asked }),
    misses: 1,
    startedSeq: 1,
  }
}

/** Every slot shown as its value. */
export function filled(values: Readonly<Record<string, string>>): Slots {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, text: value }]))
}
