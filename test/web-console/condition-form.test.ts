import { describe, expect, it } from 'vitest'
import { toConditionForm, toValue, toWhen, withOperator } from '../../web-console/knowledge/form/condition-form.ts'

describe('a condition as a form', () => {
  it.each([
    [{ 'clock.before': '{{ shop.cutoff }}' }],
    [{ 'order.status.in': ['paid', 'shipped'], 'order.item_count.eq': 1 }],
    [{ any: [{ 'order.status.eq': 'paid' }, { 'customer.verified.eq': false }] }],
    [{ none: [{ 'refund.status.exists': true }] }],
    [{ 'shop.return_days.eq': '7' }],
  ])('gives %j back as it was', (when) => {
    const form = toConditionForm(when)

    expect(form && toWhen(form)).toEqual(when)
  })

  it.each([
    [{ any: [{ all: [{ 'a.b.eq': 1 }] }] }],
    [{ any: [{ 'a.b.eq': 1, 'a.c.eq': 2 }] }],
    [{ 'a.b.eq': 1, any: [{ 'a.c.eq': 2 }] }],
    [{ 'a.b': 1 }],
    [{ 'a.b.eq': [1] }],
    [{ all: 3 }],
  ])('leaves %j to the YAML', (when) => {
    expect(toConditionForm(when)).toBeUndefined()
  })

  it('is none where nothing is compared', () => {
    expect(toConditionForm(undefined)).toEqual({ join: 'all', rows: [] })
    expect(toWhen({ join: 'all', rows: [{ fact: '', operator: 'eq', value: '' }] })).toBeUndefined()
  })

  it('writes the same comparison twice as a list', () => {
    const row = (value: string) => ({ fact: 'order.status', operator: 'ne', value }) as const

    expect(toWhen({ join: 'all', rows: [row('paid'), row('closed')] })).toEqual({
      all: [{ 'order.status.ne': 'paid' }, { 'order.status.ne': 'closed' }],
    })
  })

  it('reads what is typed as YAML would', () => {
    expect(toValue('3', 'gt')).toBe(3)
    expect(toValue('0012', 'eq')).toBe('0012')
    expect(toValue('true', 'eq')).toBe(true)
    expect(toValue('16:00', 'before')).toBe('16:00')
    expect(toValue('paid， shipped、3', 'in')).toEqual(['paid', 'shipped', 3])
    expect(toValue('false', 'exists')).toBe(false)
    expect(withOperator({ fact: 'a', operator: 'eq', value: 'paid' }, 'in').value).toEqual(['paid'])
    expect(withOperator({ fact: 'a', operator: 'eq', value: 'paid' }, 'exists').value).toBe(true)
  })
})
