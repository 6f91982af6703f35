import type { Answer } from '../domain/knowledge.ts'
import { buildCondition, type ConditionScope } from './build-condition.ts'
import type { AnswerInput } from './schema/intents.ts'

export function toAnswer(raw: AnswerInput, path: readonly PropertyKey[], scope: ConditionScope): Answer {
  return {
    say: raw.say,
    ...(raw.when && { when: buildCondition(raw.when, [...path, 'when'], scope) }),
    ...(raw.valid && { valid: raw.valid }),
    priority: raw.priority,
    ...(raw.image !== undefined && { image: raw.image }),
    products: raw.products,
    show: raw.show,
    ...(raw.next && { next: raw.next }),
  }
}
