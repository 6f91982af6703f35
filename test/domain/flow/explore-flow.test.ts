import { describe, expect, it } from 'vitest'
import { exploreFlow } from '../../../src/domain/flow/explore-flow.ts'
import { condition } from '../given.ts'
import { slot } from '../given-shop.ts'
import { returning, rule, when } from './given-flow.ts'

const reached = (changes: Parameters<typeof returning>[0] = {}) => {
  const { slots, rules, end } = exploreFlow(returning(changes))
  return { slots: [...slots], rules: [...rules], end }
}

describe('what some shopper comes to in a task', () => {
  it('is every slot, rule and the end of one that is well made', () => {
    expect(reached()).toEqual({
      slots: expect.arrayContaining(['order', 'item', 'reason', 'photo', 'opened', 'note']),
      rules: [0],
      end: true,
    })
  })

  it('is no slot behind an option value that is misspelt', () => {
    const misspelt = slot('photo', 'photo', { when: when('slot.reason', 'qualty') })
    const { slots } = returning()

    expect(reached({ slots: [...slots.slice(0, 3), misspelt] }).slots).not.toContain('photo')
  })

  it('is no rule for an answer that there is not', () => {
    expect(reached({ rules: [rule(when('slot.opened', 'maybe'))] }).rules).toEqual([])
    expect(reached({ rules: [rule(when('slot.gone', 'yes'))] }).rules).toEqual([])
  })

  it('is no rule after one that always holds, and then no end', () => {
    const always = rule(when('slot.gone', false, 'exists'))

    expect(reached({ rules: [always, rule(when('slot.opened', 'yes'))] })).toEqual({
      slots: [],
      rules: [0],
      end: false,
    })
  })

  it('is no end where every answer is stopped', () => {
    const stopped = rule(condition({ any: [when('slot.opened', 'yes'), when('slot.opened', 'no')] }))

    expect(reached({ rules: [stopped] }).end).toBe(false)
  })

  it('takes facts of the shop and free answers for open', () => {
    const rules = [rule(when('order.days_since_delivered', 7, 'gt')), rule(when('slot.order', 'XM1'))]

    expect(reached({ rules })).toMatchObject({ rules: [0, 1], end: true })
  })

  it('counts on optional slots being left out', () => {
    const photo = slot('photo', 'photo', { optional: true })
    const why = slot('why', 'text', { when: when('slot.photo', false, 'exists') })

    expect(reached({ slots: [photo, why], rules: [] }).slots).toEqual(['photo', 'why'])
  })

  it('is found in time also where there are very many ways through', () => {
    const many = Array.from({ length: 40 }, (_, n) => slot(`s${n}`, 'yes_no', { optional: true }))

    expect(reached({ slots: many, rules: [] }).slots.length).toBeGreaterThan(30)
  })
})
