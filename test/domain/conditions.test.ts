import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, type Condition, type Facts, holds, OPERATORS } from '../../src/domain/conditions.ts'
import { condition } from './given.ts'

const FACTS: Facts = {
  clock: '09:30',
  today: '2026-11-22',
  'product.stock': 3,
  'desk.open': true,
  'customer.tier': 'vip',
}

function says(fact: string, operator: Comparison['operator'], value: Comparison['value']): boolean {
  return holds(condition({ comparisons: [{ fact, operator, value }] }), FACTS)
}

describe('a comparison', () => {
  it.each([
    ['customer.tier', 'eq', 'vip', true],
    ['customer.tier', 'eq', 'key', false],
    ['product.stock', 'eq', '3', true],
    ['desk.open', 'eq', true, true],
    ['desk.open', 'eq', false, false],
    ['customer.tier', 'ne', 'key', true],
    ['customer.tier', 'ne', 'vip', false],
    ['product.stock', 'gt', 2, true],
    ['product.stock', 'gt', 3, false],
    ['product.stock', 'gte', 3, true],
    ['product.stock', 'gte', 4, false],
    ['product.stock', 'lt', 4, true],
    ['product.stock', 'lt', 3, false],
    ['product.stock', 'lte', 3, true],
    ['product.stock', 'lte', 2, false],
    ['product.stock', 'gt', '10', false],
    ['customer.tier', 'in', ['key', 'vip'], true],
    ['customer.tier', 'in', ['key'], false],
    ['customer.tier', 'in', [], false],
    ['product.stock', 'in', ['3'], true],
    ['customer.tier', 'exists', true, true],
    ['customer.tier', 'exists', false, false],
    ['clock', 'before', '09:31', true],
    ['clock', 'before', '09:30', false],
    ['clock', 'after', '09:30', true],
    ['clock', 'after', '09:31', false],
    ['today', 'before', '2026-12-01', true],
    ['today', 'after', '2027-01-01', false],
  ] as const)('%s.%s %j: %s', (fact, operator, value, expected) => {
    expect(says(fact, operator, value)).toBe(expected)
  })

  it.each(OPERATORS.filter((one) => one !== 'exists'))('with %s fails for a missing fact', (operator) => {
    expect(says('order.number', operator, operator === 'in' ? ['undefined'] : 'undefined')).toBe(false)
  })

  it('with exists knows a missing fact from one that is false or empty', () => {
    expect(says('order.number', 'exists', false)).toBe(true)
    expect(says('order.number', 'exists', true)).toBe(false)
    expect(holds(condition({ comparisons: [{ fact: 'a', operator: 'exists', value: true }] }), { a: false })).toBe(true)
    expect(holds(condition({ comparisons: [{ fact: 'a', operator: 'exists', value: true }] }), { a: '' })).toBe(true)
  })
})

const yes = condition({ comparisons: [{ fact: 'clock', operator: 'exists', value: true }] })
const no = condition({ comparisons: [{ fact: 'clock', operator: 'exists', value: false }] })

describe('a condition', () => {
  it.each([
    ['nothing at all', true, {}],
    ['all that hold', true, { all: [yes, yes] }],
    ['all with one that fails', false, { all: [yes, no] }],
    ['any with one that holds', true, { any: [no, yes] }],
    ['any of which none holds', false, { any: [no, no] }],
    ['none with one that holds', false, { none: [no, yes] }],
    ['none of which any holds', true, { none: [no, no] }],
    ['a comparison beside a group that fails', false, { ...yes, any: [no] }],
    ['a comparison that fails beside a group that holds', false, { ...no, any: [yes] }],
    ['groups in groups', true, { all: [condition({ none: [condition({ any: [no] })] })] }],
  ] as const)('of %s: %s', (_what, expected, parts) => {
    expect(holds(condition(parts), FACTS)).toBe(expected)
  })
})

const comparison: fc.Arbitrary<Comparison> = fc.record({
  fact: fc.constantFrom(...Object.keys(FACTS), 'order.number'),
  operator: fc.constantFrom(...OPERATORS.filter((one) => one !== 'in')),
  value: fc.oneof(fc.constantFrom('vip', '09:30', '2026-11-22'), fc.integer({ min: 0, max: 5 }), fc.boolean()),
})
function treeOf(depth: number): fc.Arbitrary<Condition> {
  const groups = depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 2 })
  return fc.record({ comparisons: fc.array(comparison, { maxLength: 2 }), all: groups, any: groups, none: groups })
}
const tree = treeOf(3)

describe('any conditions whatever', () => {
  it('joined by all, any and none obey the laws of and, or and not', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (parts) => {
        const single = parts.map((part) => holds(part, FACTS))

        expect(holds(condition({ all: parts }), FACTS)).toBe(single.every(Boolean))
        expect(holds(condition({ any: parts }), FACTS)).toBe(single.some(Boolean))
        expect(holds(condition({ none: parts }), FACTS)).toBe(!single.some(Boolean))
        expect(holds(condition({ none: [condition({ all: parts })] }), FACTS)).toBe(!single.every(Boolean))
      }),
    )
  })

  it('hold or fail by the facts that they name, not by others', () => {
    fc.assert(
      fc.property(tree, fc.dictionary(fc.stringMatching(/^other\.[a-z]{1,5}$/), fc.integer()), (one, others) => {
        expect(holds(one, { ...FACTS, ...others })).toBe(holds(one, FACTS))
      }),
    )
  })
})
