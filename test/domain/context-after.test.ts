import { describe, expect, it } from 'vitest'
import { type BotDecision, contextAfter, decideReply } from '../../src/domain/decide-reply.ts'
import { type DialogueContext, EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import { heard, policy } from './given.ts'

const before: DialogueContext = {
  misses: 1,
  clarified: true,
  lastIntents: ['b', 'a'],
  offered: [{ value: 'b', label: 'B' }],
  productId: 'linen-dress',
  orderNumber: 'XM1001',
}

const answered = (intent: string): BotDecision => ({ kind: 'answer', intent, notify: false })

describe('the context after', () => {
  it('an answer starts anew and remembers the intent', () => {
    expect(contextAfter(before, answered('c'))).toEqual({
      ...before,
      misses: 0,
      clarified: false,
      offered: [],
      lastIntents: ['c', 'b', 'a'],
    })
  })

  it('a question back keeps the misses and notes that it asked', () => {
    const asked = { ...before, clarified: false }

    expect(contextAfter(asked, { kind: 'clarify', intents: ['c', 'd'] })).toEqual({
      ...asked,
      clarified: true,
      offered: [],
    })
  })

  it('a miss counts it and allows to ask back again', () => {
    expect(contextAfter(before, { kind: 'not_understood' })).toEqual({
      ...before,
      misses: 2,
      clarified: false,
      offered: [],
    })
  })

  it('a handoff starts anew, with the intent if there is one', () => {
    const anew = { ...before, misses: 0, clarified: false, offered: [] }

    expect(contextAfter(before, { kind: 'handoff', reason: 'anger' })).toEqual(anew)
    expect(contextAfter(before, { kind: 'handoff', reason: 'asked', intent: 'human_agent' })).toEqual({
      ...anew,
      lastIntents: ['human_agent', 'b', 'a'],
    })
  })

  it('many answers names each intent once, newest first, and at most five', () => {
    const remembered = (...intents: readonly string[]) =>
      intents.map(answered).reduce(contextAfter, EMPTY_CONTEXT).lastIntents

    expect(remembered('a', 'b', 'c', 'b')).toEqual(['b', 'c', 'a'])
    expect(remembered('a', 'b', 'c', 'd', 'e', 'f')).toEqual(['f', 'e', 'd', 'c', 'b'])
  })
})

describe('a shopper who is never understood', () => {
  /** The kinds of decision, one message after the other, each decided in the context that the one before left. */
  function decisions(...messages: readonly Readonly<Record<string, number>>[]): readonly string[] {
    let context = EMPTY_CONTEXT
    return messages.map((confidences) => {
      const decision = decideReply(heard(confidences, { context }), policy())
      context = contextAfter(context, decision)
      return decision.kind
    })
  }
  const unsure = { shipping_time: 0.4 }
  const clear = { shipping_time: 0.9 }

  it('is asked once, told once, and then has a person', () => {
    expect(decisions(unsure, unsure, unsure, unsure)).toEqual(['clarify', 'not_understood', 'clarify', 'handoff'])
    expect(decisions(unsure, {}, {})).toEqual(['clarify', 'not_understood', 'handoff'])
    expect(decisions({}, {})).toEqual(['not_understood', 'handoff'])
  })

  it('starts from nothing again once something was understood', () => {
    expect(decisions({}, clear, {}, {})).toEqual(['not_understood', 'answer', 'not_understood', 'handoff'])
  })
})
