import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, type Facts, holds } from '../../../src/domain/conditions.ts'
import { mayHold } from '../../../src/domain/flow/may-hold.ts'
import { condition } from '../given.ts'
import { when } from './given-flow.ts'

const open = (fact: string) => fact.startsWith('open.')
const prospect = (one: Condition) => mayHold(one, { known: 'yes' }, open)

const ALWAYS = when('known', 'yes')
const NEVER = when('known', 'no')
const MAYBE = when('open.x', 'yes')

describe('a condition of which not all is known', () => {
  it.each([
    ['a known fact that fits', ALWAYS, 'always'],
    ['a known fact that does not', NEVER, 'never'],
    ['an open fact', MAYBE, 'maybe'],
    ['a fact that is not there', when('gone', 'yes'), 'never'],
    ['the absence of a fact that is not there', when('gone', false, 'exists'), 'always'],
    ['nothing', condition({}), 'always'],
    ['all of it', condition({ all: [ALWAYS, ALWAYS] }), 'always'],
    ['all, one of them open', condition({ all: [ALWAYS, MAYBE] }), 'maybe'],
    ['all, one of them failing', condition({ all: [MAYBE, NEVER] }), 'never'],
    ['any that holds', condition({ any: [MAYBE, ALWAYS] }), 'always'],
    ['any, all failing', condition({ any: [NEVER, NEVER] }), 'never'],
    ['none that holds', condition({ none: [NEVER] }), 'always'],
    ['none, one of them open', condition({ none: [NEVER, MAYBE] }), 'maybe'],
    ['none, one of them holding', condition({ none: [MAYBE, ALWAYS] }), 'never'],
  ] as const)('with %s', (_what, one, expected) => {
    expect(prospect(one)).toBe(expected)
  })

  const leaf = fc.record({
    fact: fc.constantFrom('a', 'b', 'open.c', 'open.d'),
    operator: fc.constantFrom('eq' as const, 'ne' as const, 'exists' as const),
    value: fc.constantFrom('1', '2', true, false),
  })
  const around = (inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
    fc.record({
      comparisons: fc.array(leaf, { maxLength: 1 }),
      all: fc.array(inner, { maxLength: 1 }),
      any: fc.array(inner, { maxLength: 2 }),
      none: fc.array(inner, { maxLength: 1 }),
    })
  const tree = around(around(fc.record({ comparisons: fc.array(leaf, { maxLength: 2 }) }).map(condition)))
  const value = fc.option(fc.constantFrom('1', '2'), { nil: undefined })

  it('never says what some turn of the open facts would belie', () => {
    fc.assert(
      fc.property(tree, value, value, value, (one, a, c, d) => {
        const known: Facts = a === undefined ? {} : { a }
        const turn: Facts = {
          ...known,
          ...(c !== undefined && { 'open.c': c }),
          ...(d !== undefined && { 'open.d': d }),
        }
        const foretold = mayHold(one, known, open)

        if (foretold !== 'maybe') expect(holds(one, turn)).toBe(foretold === 'always')
      }),
    )
  })
})
