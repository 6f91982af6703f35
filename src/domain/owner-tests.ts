import { verdictOf } from './decide-reply.ts'
import type { OwnerTest, Thresholds } from './knowledge.ts'
import type { Understood } from './understanding.ts'

export interface TestOutcome {
  readonly test: OwnerTest
  readonly passed: boolean
  /** What was found instead: the best intent, or `none`. */
  readonly found: string
  readonly confidence: number
}

/** `expect` wants the intent first; `expect: none` wants no answer by the bot; `not` wants another intent first. */
export function judgeTest(test: OwnerTest, understood: Understood, thresholds: Thresholds): TestOutcome {
  const [best] = understood.candidates
  const verdict = verdictOf(understood.candidates, thresholds)
  const found = verdict === 'none' ? 'none' : (best?.intent ?? 'none')
  const met =
    test.expect === undefined || (test.expect === 'none' ? verdict !== 'answer' : best?.intent === test.expect)
  const kept = test.not === undefined || verdict === 'none' || best?.intent !== test.not

  return { test, passed: met && kept, found, confidence: best?.confidence ?? 0 }
}

/** `tests/shipping.yaml:3:5 「…」 expects shipping_urge, found shipping_time (62 %)` */
export function describeFailure({ test, found, confidence }: TestOutcome): string {
  const wanted = test.expect === undefined ? `not ${test.not}` : test.expect
  return `${test.place} 「${test.say}」 → ${found} (${Math.round(confidence * 100)} %), ≠ ${wanted}`
}
