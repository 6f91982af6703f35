import { describe, expect, it } from 'vitest'
import type { FlowState } from '../../../src/domain/flow/flow.ts'
import { CHANGE, CONFIRM, dropSlot, type FlowHearing, hearInFlow } from '../../../src/domain/flow/hear-flow.ts'
import { slotFacts } from '../../../src/domain/flow/next-step.ts'
import { product } from '../given.ts'
import { order, says, slotWorld } from '../given-shop.ts'
import { filled, returning, state } from './given-flow.ts'

const FLOW = returning()
const KNOWN = { order: 'XM1', item: 'dress-b-s', reason: 'size', opened: 'no', note: '' }
const item = (sku: string) => ({ productId: sku, sku, title: sku, quantity: 1, unitPrice: 100 })
const [newest, older] = ['XM2', 'XM1'].map((number) => order(number, { items: [item('hat'), item('dress-b-s')] }))
if (!newest || !older) throw new Error('There are two.')
const world = slotWorld({ orders: [newest, older], order: older })

function hear(now: FlowState, ...said: Parameters<typeof says>): FlowHearing {
  return hearInFlow(FLOW, now, says(...said), world, slotFacts(now.slots))
}
const valuesOf = (hearing: FlowHearing) =>
  hearing.kind === 'advanced'
    ? Object.fromEntries(Object.entries(hearing.state.slots).map(([name, { value }]) => [name, value]))
    : hearing.kind

describe('an answer', () => {
  it('fills what was asked, and whatever else it says', () => {
    const heard = hear(state({ order: 'XM1', item: 'dress-b-s' }, 'reason'), '尺码不合适')

    expect(valuesOf(heard)).toEqual({ order: 'XM1', item: 'dress-b-s', reason: 'size' })
    expect(heard).toMatchObject({ state: { misses: 0 } })
  })

  it('that says nothing of it is unheard', () => {
    expect(hear(state({ order: 'XM1' }, 'reason'), '几点下班').kind).toBe('unheard')
  })

  it('leaves alone what is known already, unless it is put right', () => {
    const known = state({ ...KNOWN }, 'note')

    expect(valuesOf(hear(known, '其实是质量问题'))).toMatchObject({ reason: 'quality' })
    expect(hear(state({ ...KNOWN }, 'opened'), '质量问题').kind).toBe('unheard')
  })

  it('takes no item of the order before for one of the new order', () => {
    const alone = order('XM1', { items: [item('dress-b-s')] })
    const before = slotWorld({ orders: [newest, alone], order: alone, item: item('dress-b-s') })
    const now = state(KNOWN, 'opened')

    expect(valuesOf(hearInFlow(FLOW, now, says('写错了，是最近那单'), before, slotFacts(now.slots)))).toEqual({
      order: 'XM2',
      reason: 'size',
      opened: 'no',
      note: '',
    })
  })

  it('is read of the order that it names, but no item is read from what a button tells of an order', () => {
    const named = { entities: [{ kind: 'order_number', text: 'XM2', value: 'XM2' }] } as const
    const pressed = { choice: { kind: 'order', number: 'XM2' } } as const
    const hat = product('hat', { variants: [{ sku: 'hat', color: '草黄', stock: 1 }] })
    const shop = slotWorld({ orders: [newest, older], products: new Map([['hat', hat]]) })
    const fill = (...said: Parameters<typeof says>) => valuesOf(hearInFlow(FLOW, state(), says(...said), shop, {}))

    expect(fill('XM2 里草黄的', named)).toEqual({ order: 'XM2', item: 'hat' })
    expect(fill('11-20 草帽 草黄 ×1', pressed)).toEqual({ order: 'XM2' })
  })

  it('may name another order by nothing but a reference', () => {
    expect(valuesOf(hear(state(KNOWN, 'opened'), '最近那单'))).toEqual({
      order: 'XM2',
      reason: 'size',
      opened: 'no',
      note: '',
    })
  })
})

describe('what may be left out', () => {
  it('is left out by a word, or by the button', () => {
    expect(valuesOf(hear(state({ reason: 'size' }, 'note'), '没有了'))).toEqual({ reason: 'size', note: '' })
    const skip = { choice: { kind: 'flow', control: 'skip' } } as const
    expect(valuesOf(hear(state({}, 'photo'), '', skip))).toEqual({ photo: '' })
  })

  it('is not what must be known', () => {
    expect(hear(state({}, 'reason'), '跳过').kind).toBe('unheard')
  })

  it('is not left out where it is sent', () => {
    const sent = hear(state({ reason: 'quality' }, 'photo'), '', { pictures: ['/uploads/a.png'] })

    expect(valuesOf(sent)).toMatchObject({ photo: '/uploads/a.png' })
  })
})

describe('pictures', () => {
  it('are added to those before', () => {
    const sent = hear(state({ reason: 'quality', photo: '/uploads/a.png' }), '', { pictures: ['/uploads/b.png'] })

    expect(valuesOf(sent)).toMatchObject({ photo: '/uploads/a.png /uploads/b.png' })
  })

  it('are not asked of who gives another reason', () => {
    expect(hear(state({ reason: 'size' }, 'opened'), '', { pictures: ['/uploads/a.png'] }).kind).toBe('unheard')
  })

  it('may be told in words instead', () => {
    expect(valuesOf(hear(state({ reason: 'quality' }, 'photo'), '袖口开线了一大截'))).toMatchObject({
      note: '袖口开线了一大截',
    })
  })
})

describe('giving up', () => {
  it.each(['算了', '取消', '先不退了', 'never mind'])('ends the task: %s', (text) => {
    expect(hear(state({}, 'reason'), text).kind).toBe('cancelled')
  })

  it('is done by the button too', () => {
    expect(hear(state(), '', { choice: { kind: 'flow', control: 'cancel' } }).kind).toBe('cancelled')
  })

  it('is not meant by a no to a question', () => {
    expect(valuesOf(hear(state({}, 'opened'), '没有'))).toEqual({ opened: 'no' })
  })
})

describe('before it is done', () => {
  const ready = state(KNOWN, CONFIRM)

  it.each(['确认退货', '是的', '好的，就退这个', '对'])('it is confirmed: %s', (text) => {
    expect(hear(ready, text).kind).toBe('confirmed')
  })

  it.each(['不对', '不是'])('it is refused: %s', (text) => {
    expect(hear(ready, text).kind).toBe('refused')
  })

  it('it may still be put right in the same breath', () => {
    expect(valuesOf(hear(ready, '不对，是质量问题'))).toMatchObject({ reason: 'quality' })
    expect(valuesOf(hear(ready, '质量问题'))).toMatchObject({ reason: 'quality' })
  })

  it('it is confirmed by the button, which means nothing at another time', () => {
    const confirm = { choice: { kind: 'flow', control: 'confirm' } } as const

    expect(hear(ready, '', confirm).kind).toBe('confirmed')
    expect(hear(state({}, 'reason'), '', confirm).kind).toBe('unheard')
  })
})

describe('a change', () => {
  it('is asked for by the button, then named by what it is called', () => {
    expect(hear(state(KNOWN, CONFIRM), '', { choice: { kind: 'flow', control: 'change' } })).toMatchObject({
      kind: 'change',
      state: { asked: CHANGE, misses: 0 },
    })
    expect(valuesOf(hear(state(KNOWN, CHANGE), '原因'))).not.toHaveProperty('reason')
  })

  it('is pressed for one slot', () => {
    const pressed = hear(state(KNOWN, CHANGE), '', { choice: { kind: 'correct', slot: 'order' } })

    expect(valuesOf(pressed)).toEqual({ reason: 'size', opened: 'no', note: '' })
  })

  it('forgets with an order what was learnt of it, and nothing else', () => {
    expect(Object.keys(dropSlot(FLOW, filled(KNOWN), 'order'))).toEqual(['reason', 'opened', 'note'])
    expect(Object.keys(dropSlot(FLOW, filled(KNOWN), 'reason'))).toEqual(['order', 'item', 'opened', 'note'])
  })
})
