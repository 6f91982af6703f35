import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, FLOW_CONTROLS, parseChoice, toChoiceValue } from '../../../src/domain/dialogue/choice.ts'

const knows = (intent: string) => intent === 'shipping_time'
const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/)
const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant({ kind: 'intent', intent: 'shipping_time' } as const),
  fc.record({ kind: fc.constant('product' as const), id: word }),
  fc.record({ kind: fc.constant('order' as const), number: word }),
  fc.record({ kind: fc.constant('slot' as const), slot: word, value: fc.stringMatching(/^[\w*: -]{1,12}$/) }),
  fc.record({ kind: fc.constant('correct' as const), slot: word }),
  fc.record({ kind: fc.constant('flow' as const), control: fc.constantFrom(...FLOW_CONTROLS) }),
  fc.constant({ kind: 'none' } as const),
)

describe('a choice', () => {
  it('comes back from its value as it was', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(parseChoice(toChoiceValue(choice), knows)).toEqual(choice)
      }),
    )
  })

  it.each(['shipping_tyme', 'slot:reason', 'flow:explode', 'coupon:ten', 'product:', '', 'hello: there'])(
    'is none for a value that is none of ours: %s',
    (value) => {
      expect(parseChoice(value, knows)).toBeUndefined()
    },
  )

  it('throws for no value whatever', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(() => parseChoice(value, knows)).not.toThrow()
      }),
    )
  })
})
