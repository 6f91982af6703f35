import type { AgentId, IntentId } from '../domain/ids.ts'
import type { KeptQuestion, QuestionKey, QuestionKind, QuestionState } from '../domain/mining/kept-question.ts'

export interface QuestionFilter {
  readonly state: QuestionState
  /** All kinds where absent. */
  readonly kinds?: readonly QuestionKind[]
  /** Asked at or after. */
  readonly from: number
  readonly to?: number
}

export interface Settlement {
  readonly state: Exclude<QuestionState, 'open'>
  readonly by: AgentId
  readonly at: number
  readonly intent?: IntentId
}

/**
 * Questions that 小二 could not answer well. They are found by whatever reads the messages for the search index (`SearchStore.catchUp`),
 * and so follow the chat at a distance; what people have made of them stays when the messages are read anew.
 */
export interface QuestionStore {
  /** Newest first. */
  list(filter: QuestionFilter, limit: number): Promise<readonly KeptQuestion[]>
  /** Counted no further than `atMost`. */
  count(filter: QuestionFilter, atMost: number): Promise<number>
  /** By conversation and seq; those that are not there are left out. */
  findAll(keys: readonly QuestionKey[]): Promise<readonly KeptQuestion[]>
  /** Keeps what an agent points at, open; in place of what was kept of the same message. */
  teach(question: KeptQuestion): Promise<void>
  /** Settles those that are open, or opens those that are settled (`undefined`); returns how many it has changed. */
  settle(keys: readonly QuestionKey[], settlement: Settlement | undefined): Promise<number>
}
