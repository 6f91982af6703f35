import { describe, expect, it } from 'vitest'
import { type Asked, decideReply, verdictOf } from '../../src/domain/decide-reply.ts'
import { EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import { angrily, heard, policy, weighed } from './given.ts'

describe('how sure the bot is', () => {
  const { thresholds } = policy()

  it.each([
    [{ shipping_time: 0.55 }, 'answer'],
    [{ shipping_time: 0.5499 }, 'clarify'],
    [{ shipping_time: 0.2 }, 'clarify'],
    [{ shipping_time: 0.1999 }, 'none'],
    [{ refund_apply: 0.7 }, 'answer'],
    [{ refund_apply: 0.6999 }, 'clarify'],
    [{ refund_apply: 0.1999 }, 'none'],
    [{}, 'none'],
  ])('of %j is %s', (confidences, verdict) => {
    expect(verdictOf(weighed(confidences), thresholds)).toBe(verdict)
  })

  it('never asks less of a risky intent than of the others', () => {
    const lax = { ...thresholds, answer: 0.8, risky: 0.3 }

    expect(verdictOf(weighed({ refund_apply: 0.79 }), lax)).toBe('clarify')
    expect(verdictOf(weighed({ refund_apply: 0.8 }), lax)).toBe('answer')
  })

  it('looks at the best candidate only', () => {
    expect(verdictOf(weighed({ refund_apply: 0.6, shipping_time: 0.59 }), thresholds)).toBe('clarify')
  })
})

describe('an intent that is clear', () => {
  it.each([
    ['auto', { kind: 'answer', intent: 'shipping_time', notify: false }],
    ['veto', { kind: 'answer', intent: 'shipping_time', notify: false }],
    ['notify', { kind: 'answer', intent: 'shipping_time', notify: true }],
    ['suggest', { kind: 'handoff', reason: 'autonomy', intent: 'shipping_time' }],
    ['human', { kind: 'handoff', reason: 'autonomy', intent: 'shipping_time' }],
  ] as const)('with autonomy %s decides %j', (autonomy, decision) => {
    const shop = policy({ autonomies: { shipping_time: autonomy } })

    expect(decideReply(heard({ shipping_time: 0.9 }), shop)).toEqual(decision)
    expect(decideReply(heard({}, { pressed: 'shipping_time' }), shop)).toEqual(decision)
  })

  it.each([
    ['human_agent', 'asked'],
    ['complaint_service', 'complaint'],
    ['complaint_legal', 'complaint'],
  ] as const)('%s calls a person because of "%s", whatever its autonomy', (intent, reason) => {
    const shop = policy({ autonomies: { [intent]: 'auto' } })

    expect(decideReply(heard({ [intent]: 0.9 }), shop)).toEqual({ kind: 'handoff', reason, intent })
    expect(decideReply(heard({}, { pressed: intent }), shop)).toEqual({ kind: 'handoff', reason, intent })
  })

  it('is answered though the last reply asked back', () => {
    const said = heard({ shipping_time: 0.9 }, { context: { ...EMPTY_CONTEXT, clarified: true } })

    expect(decideReply(said, policy())).toEqual({ kind: 'answer', intent: 'shipping_time', notify: false })
  })

  it('calls a person when the shopper is angry, and keeps a complaint a complaint', () => {
    const complaint = { kind: 'handoff', reason: 'complaint', intent: 'complaint_service' }

    expect(decideReply(angrily(heard({ shipping_time: 0.9 })), policy())).toEqual({ kind: 'handoff', reason: 'anger' })
    expect(decideReply(angrily(heard({ complaint_service: 0.9 })), policy())).toEqual(complaint)
  })
})

describe('a pressed choice', () => {
  it('decides by itself: no candidate, word or mood stands against it', () => {
    const said = angrily(heard({ refund_apply: 0.99 }, { text: '我要找律师', pressed: 'shipping_time' }))

    expect(decideReply(said, policy())).toEqual({ kind: 'answer', intent: 'shipping_time', notify: false })
  })
})

describe('what is heard beside the intent', () => {
  const hearing = (changes: Partial<Asked['understood']>, confidences = {}) => {
    const said = heard(confidences)
    return { ...said, understood: { ...said.understood, ...changes } }
  }

  it("calls a person for a wish for one, with the owner's words for it, whatever else was asked", () => {
    const asked = { kind: 'handoff', reason: 'asked', intent: 'human_agent' }

    expect(decideReply(hearing({ wantsPerson: true }), policy())).toEqual(asked)
    expect(decideReply(hearing({ wantsPerson: true, mood: 'angry' }, { shipping_time: 0.9 }), policy())).toEqual(asked)
  })

  it('calls a person for talk of the law, and keeps a complaint a complaint', () => {
    const threat = { threatensLaw: true }

    expect(decideReply(hearing(threat, { refund_apply: 0.9 }), policy())).toEqual({
      kind: 'handoff',
      reason: 'sensitive',
    })
    expect(decideReply(hearing({ ...threat, wantsPerson: true }, { complaint_legal: 0.9 }), policy())).toEqual({
      kind: 'handoff',
      reason: 'complaint',
      intent: 'complaint_legal',
    })
  })

  it.each([
    ['angry', { kind: 'handoff', reason: 'anger' }],
    ['abusive', { kind: 'handoff', reason: 'anger' }],
    ['worried', { kind: 'answer', intent: 'shipping_time', notify: false }],
    ['calm', { kind: 'answer', intent: 'shipping_time', notify: false }],
  ] as const)('meets whoever is %s', (mood, decision) => {
    expect(decideReply(hearing({ mood }, { shipping_time: 0.9 }), policy())).toEqual(decision)
  })
})

describe('a sensitive word', () => {
  it('calls a person even when the intent is clear', () => {
    const said = heard({ shipping_time: 0.99 }, { text: '再不发货我就找律师了' })

    expect(decideReply(said, policy())).toEqual({ kind: 'handoff', reason: 'sensitive' })
    expect(decideReply({ ...said, text: '再不发货我就走了' }, policy())).toMatchObject({ kind: 'answer' })
  })

  it('is found in any case of its letters', () => {
    const said = heard({ shipping_time: 0.99 }, { text: 'Expect a LAWSUIT.' })

    expect(decideReply(said, policy())).toEqual({ kind: 'handoff', reason: 'sensitive' })
  })
})

describe('an intent that is not clear', () => {
  const unsure = { shipping_time: 0.4, shipping_urge: 0.3, shipping_fee: 0.2, shipping_eta: 0.1 }

  it('is asked for with up to three choices', () => {
    expect(decideReply(heard(unsure), policy())).toEqual({
      kind: 'clarify',
      intents: ['shipping_time', 'shipping_urge', 'shipping_fee'],
    })
  })

  it('is asked for with those choices only that are worth a tenth of the best', () => {
    expect(decideReply(heard({ shipping_time: 0.5, shipping_urge: 0.05, shipping_fee: 0.0499 }), policy())).toEqual({
      kind: 'clarify',
      intents: ['shipping_time', 'shipping_urge'],
    })
  })

  it('is asked for once: after that it is a miss', () => {
    const context = { ...EMPTY_CONTEXT, clarified: true }

    expect(decideReply(heard(unsure, { context }), policy())).toEqual({ kind: 'not_understood' })
    expect(decideReply(heard(unsure), policy())).toMatchObject({ kind: 'clarify' })
  })

  it('calls a person when the shopper is angry, instead of asking back', () => {
    expect(decideReply(angrily(heard(unsure)), policy())).toEqual({ kind: 'handoff', reason: 'anger' })
  })
})

describe('what is not understood', () => {
  it('is said to be so the first time, and calls a person the second time running', () => {
    const once = { ...EMPTY_CONTEXT, misses: 1 }

    expect(decideReply(heard({}), policy())).toEqual({ kind: 'not_understood' })
    expect(decideReply(heard({}, { context: once }), policy())).toEqual({ kind: 'handoff', reason: 'not_understood' })
  })

  it.each([
    [1, 0, 'handoff'],
    [3, 1, 'not_understood'],
    [3, 2, 'handoff'],
  ])('with after_misses %i and %i misses before decides %s', (afterMisses, misses, kind) => {
    const { handoff } = policy()
    const shop = policy({ handoff: { ...handoff, afterMisses } })

    expect(decideReply(heard({}, { context: { ...EMPTY_CONTEXT, misses } }), shop)).toMatchObject({ kind })
  })

  it('calls a person at once for a tier that goes first', () => {
    expect(decideReply(heard({}, { tier: 'vip' }), policy())).toEqual({ kind: 'handoff', reason: 'tier' })
    expect(decideReply(heard({}, { tier: 'key' }), policy())).toEqual({ kind: 'not_understood' })
  })

  it('calls a person at once when the shopper is angry', () => {
    expect(decideReply(angrily(heard({})), policy())).toEqual({ kind: 'handoff', reason: 'anger' })
    expect(decideReply(angrily(heard({}, { tier: 'vip' })), policy())).toEqual({ kind: 'handoff', reason: 'anger' })
  })
})
