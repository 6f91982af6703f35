import type { IntentId } from '../ids.ts'
import { toExample } from './question-text.ts'

/** What the owner makes of questions. */
export type Lesson =
  /** They are further ways of asking what an intent answers already. */
  | { readonly kind: 'learn'; readonly intent: IntentId; readonly examples: readonly string[] }
  /** They ask something that no intent answers yet. `file` is where it is written down. */
  | {
      readonly kind: 'create'
      readonly id: IntentId
      readonly title: string
      readonly file: string
      readonly examples: readonly string[]
      readonly answer: string
    }
  /** They are none of the shop's business: 小二 learns to say so. */
  | { readonly kind: 'out_of_scope'; readonly examples: readonly string[] }
  /** They need nothing. */
  | { readonly kind: 'ignore' }

/** Where new intents from questions are collected until the owner sorts them. */
export const LEARNED_FILE = 'faq/learned.yaml'
export const OUT_OF_SCOPE_FILE = 'lexicon/out-of-scope.yaml'

/** Examples as they may be learnt: without what was masked, each once, none that is there already. */
export function newExamples(examples: readonly string[], known: readonly string[]): readonly string[] {
  const told = new Set(known.map(comparable))
  return examples.map(toExample).filter((one) => one !== '' && !told.has(comparable(one)) && told.add(comparable(one)))
}

function comparable(example: string): string {
  return example.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
