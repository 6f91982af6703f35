import { describe, expect, it } from 'vitest'
import { countVerdicts, judgeReplay, type Outcome, outcomeKindOf } from '../../src/domain/replay.ts'

const answered = (intent: string, text: string): Outcome => ({ kind: 'answered', rule: 'answer', intent, text })
const UNANSWERED: Outcome = { kind: 'unanswered', rule: 'not_understood', text: '没太明白' }
const ASKED_BACK: Outcome = { kind: 'asked_back', rule: 'clarify', text: '您是想问哪个？' }
const HANDED: Outcome = { kind: 'handed_over', rule: 'handoff:asked', text: '这就转人工' }

describe('what became of a question', () => {
  it.each([
    ['answer', 'answered'],
    ['flow:return_apply:ask:order', 'answered'],
    ['clarify', 'asked_back'],
    ['not_understood', 'unanswered'],
    ['missing:product.material', 'unanswered'],
    ['handoff:not_understood', 'unanswered'],
    ['handoff:no_answer', 'unanswered'],
    ['handoff:asked', 'handed_over'],
    ['handoff:complaint', 'handed_over'],
    ['answer+missing:product.size', 'unanswered'],
    ['missing:product.size+answer', 'answered'],
  ])('by its rule: %s → %s', (rule, kind) => {
    expect(outcomeKindOf(rule)).toBe(kind)
  })
})

describe('the draft beside the live knowledge', () => {
  it('is better where it answers what was not answered, and worse the other way round', () => {
    const answer = answered('shipping_fee', '包邮')
    expect(judgeReplay(UNANSWERED, answer, undefined)).toBe('better')
    expect(judgeReplay(ASKED_BACK, answer, undefined)).toBe('better')
    expect(judgeReplay(UNANSWERED, ASKED_BACK, undefined)).toBe('better')
    expect(judgeReplay(answer, ASKED_BACK, undefined)).toBe('worse')
    expect(judgeReplay(HANDED, UNANSWERED, undefined)).toBe('worse')
  })

  it('is the same where it says the same', () => {
    expect(judgeReplay(answered('a', '包邮'), answered('a', '包邮'), false)).toBe('same')
    expect(judgeReplay(UNANSWERED, UNANSWERED, undefined)).toBe('same')
  })

  it('is only different where nobody knows which answer is right', () => {
    expect(judgeReplay(answered('a', '包邮'), answered('b', '八元'), undefined)).toBe('different')
    expect(judgeReplay(answered('a', '包邮'), HANDED, undefined)).toBe('different')
  })

  it('asks the shopper of that day where it gives the question to another intent', () => {
    expect(judgeReplay(answered('a', '包邮'), answered('b', '八元'), true)).toBe('worse')
    expect(judgeReplay(answered('a', '包邮'), answered('b', '八元'), false)).toBe('better')
    expect(judgeReplay(answered('a', '包邮'), answered('a', '满 99 包邮'), true)).toBe('different')
  })
})

it('counts the verdicts, those that nobody got too', () => {
  const counts = countVerdicts([{ verdict: 'same' }, { verdict: 'worse' }, { verdict: 'same' }])

  expect(counts).toEqual({ worse: 1, better: 0, different: 0, same: 2 })
})
