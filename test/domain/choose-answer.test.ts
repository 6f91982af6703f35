import { describe, expect, it } from 'vitest'
import { listUsableAnswers } from '../../src/domain/choose-answer.ts'
import type { Answer } from '../../src/domain/knowledge.ts'
import { condition } from './given.ts'

const FACTS = { today: '2026-11-11', clock: '15:00' }

function says(text: string, changes: Partial<Answer> = {}): Answer {
  return { say: text, priority: 0, products: [], show: [], ...changes }
}

const usable = (answers: readonly Answer[], facts = FACTS) =>
  listUsableAnswers(answers, facts).map(({ answer }) => answer.say)

describe('the answers that may be said now', () => {
  it('are as written where nothing tells them apart, each with its place in the list', () => {
    expect(listUsableAnswers([says('a'), says('b')], FACTS)).toEqual([
      { index: 0, answer: says('a') },
      { index: 1, answer: says('b') },
    ])
  })

  it('go by priority first, and by place within a priority', () => {
    const answers = [says('a'), says('b', { priority: 10 }), says('c', { priority: -1 }), says('d', { priority: 10 })]

    expect(usable(answers)).toEqual(['b', 'd', 'a', 'c'])
    expect(listUsableAnswers(answers, FACTS).map(({ index }) => index)).toEqual([1, 3, 0, 2])
  })

  it.each([
    [{ from: '2026-11-11', until: '2026-11-11' }, true],
    [{ from: '2026-11-11' }, true],
    [{ until: '2026-11-11' }, true],
    [{ from: '2026-11-12' }, false],
    [{ until: '2026-11-10' }, false],
    [{}, true],
  ])('hold within their validity, first and last day included: %j → %s', (valid, holds) => {
    expect(usable([says('sale', { valid })])).toEqual(holds ? ['sale'] : [])
  })

  it('are those whose condition holds', () => {
    const when = condition({ comparisons: [{ fact: 'clock', operator: 'before', value: '16:00' }] })
    const answers = [says('today', { when }), says('tomorrow')]

    expect(usable(answers)).toEqual(['today', 'tomorrow'])
    expect(usable(answers, { ...FACTS, clock: '16:00' })).toEqual(['tomorrow'])
  })

  it('are none at all where every one is refused', () => {
    expect(usable([says('sale', { valid: { until: '2026-01-01' }, priority: 99 })])).toEqual([])
  })
})
