import { describe, expect, it } from 'vitest'
import { keepWhatCounts, nextStep, slotFacts } from '../../../src/domain/flow/next-step.ts'
import { slot } from '../given-shop.ts'
import { filled, returning, rule, state, when } from './given-flow.ts'

const FLOW = returning()

function step(slots: Readonly<Record<string, string>>, facts = {}, confirmed = false, flow = FLOW) {
  const next = nextStep(flow, state(slots), { ...slotFacts(filled(slots)), ...facts }, confirmed)
  return next.kind === 'ask' ? `ask ${next.slot.name}` : next.kind
}

describe('what comes next', () => {
  it('is the first slot that is wanting', () => {
    expect(step({})).toBe('ask order')
    expect(step({ order: 'XM1' })).toBe('ask item')
    expect(step({ order: 'XM1', item: 'a', reason: 'size' })).toBe('ask opened')
  })

  it('is a slot with a condition only where it holds', () => {
    expect(step({ order: 'XM1', item: 'a', reason: 'quality' })).toBe('ask photo')
  })

  it('is no slot that was left out, or that is never asked', () => {
    const known = { order: 'XM1', item: 'a', reason: 'quality', opened: 'no', note: '' }

    expect(step({ ...known, photo: '' })).toBe('confirm')
    const { ask: _, ...silent } = slot('colour', 'text')
    expect(step(known, {}, true, returning({ slots: [silent] }))).toBe('done')
  })

  it('is the rule that holds before anything is asked', () => {
    expect(step({ opened: 'yes' })).toBe('rule')
    const late = returning({ rules: [rule(when('order.days_since_delivered', 7, 'gt')), ...FLOW.rules] })
    expect(step({ order: 'XM1' }, { 'order.days_since_delivered': 8 }, false, late)).toBe('rule')
    expect(step({ order: 'XM1' }, { 'order.days_since_delivered': 7 }, false, late)).toBe('ask item')
    expect(step({}, {}, false, late)).toBe('ask order')
  })

  it('is the first of several rules', () => {
    const [first, second] = [rule(when('slot.opened', 'yes'), '一'), rule(when('slot.opened', 'yes'), '二')]

    expect(nextStep(returning({ rules: [first, second] }), state(), { 'slot.opened': 'yes' }, false)).toEqual({
      kind: 'rule',
      rule: first,
    })
  })

  it('is the summary, then the end; without a summary at once the end', () => {
    const all = { order: 'XM1', item: 'a', reason: 'size', opened: 'no', note: '' }
    const { confirm: _, ...unconfirmed } = FLOW

    expect(step(all)).toBe('confirm')
    expect(step(all, {}, true)).toBe('done')
    expect(step(all, {}, false, unconfirmed)).toBe('done')
  })

  it('is a rule even after it was confirmed', () => {
    expect(step({ order: 'XM1', opened: 'yes' }, {}, true)).toBe('rule')
  })
})

describe('the facts of slots', () => {
  it('are the value for conditions and the text for people', () => {
    expect(slotFacts({ reason: { value: 'size', text: '尺码不合适' } })).toEqual({
      'slot.reason': 'size',
      'slot.reason_text': '尺码不合适',
    })
  })

  it('are none of what was left out', () => {
    expect(slotFacts({ note: { value: '', text: '' } })).toEqual({})
  })
})

it('forgets what was learnt for a reason that is not the reason any more', () => {
  const slots = filled({ reason: 'size', photo: '/uploads/a.png' })

  expect(Object.keys(keepWhatCounts(FLOW, slots, slotFacts(slots)))).toEqual(['reason'])
  const kept = filled({ reason: 'quality', photo: '/uploads/a.png' })
  expect(keepWhatCounts(FLOW, kept, slotFacts(kept))).toBe(kept)
})
