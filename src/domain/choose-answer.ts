import { type Facts, holds } from './conditions.ts'
import type { Answer } from './knowledge.ts'

/** An answer that may be said now, with its place in the intent's list. */
export interface UsableAnswer {
  readonly index: number
  readonly answer: Answer
}

/**
 * The answers that may be said now, best first: in validity, condition met, by priority, then as written.
 * `facts.today` is `YYYY-MM-DD`. Values of conditions that are templates must have been filled in before.
 */
export function listUsableAnswers(answers: readonly Answer[], facts: Facts): readonly UsableAnswer[] {
  const today = String(facts['today'] ?? '')

  return answers
    .map((answer, index) => ({ answer, index }))
    .filter(({ answer }) => !answer.valid?.from || answer.valid.from <= today)
    .filter(({ answer }) => !answer.valid?.until || today <= answer.valid.until)
    .filter(({ answer }) => !answer.when || holds(answer.when, facts))
    .toSorted((a, b) => b.answer.priority - a.answer.priority)
}
