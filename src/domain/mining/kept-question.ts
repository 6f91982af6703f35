import type { Candidate, Explanation } from '../explanation.ts'
import type { AgentId, ConversationId, IntentId } from '../ids.ts'

export const QUESTION_KINDS = [
  'not_understood',
  'asked_back',
  'no_answer',
  'handed_over',
  'disliked',
  'taught',
] as const
/** Why a question is kept: what 小二 did with it, or that an agent pointed at it. */
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_STATES = ['open', 'learned', 'ignored', 'out_of_scope'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** What the first person said to it. */
export interface HumanReply {
  readonly seq: number
  readonly text: string
  readonly agentName: string
}

/** A question that 小二 could not answer well. It is known by its conversation and seq. */
export interface KeptQuestion {
  readonly conversationId: ConversationId
  readonly seq: number
  /** Without telephone numbers, addresses and numbers of orders. */
  readonly text: string
  readonly kind: QuestionKind
  readonly at: number
  /** What was weighed for it on that day, best first. */
  readonly candidates: readonly Pick<Candidate, 'intent' | 'confidence'>[]
  readonly reply?: HumanReply
  /** What the agent who pointed at it would like 小二 to answer. */
  readonly wish?: { readonly agentName: string; readonly intent?: IntentId; readonly answer?: string }
  readonly state: QuestionState
  /** By whom and when it was settled, and into which intent it went. */
  readonly settled?: { readonly by: AgentId; readonly at: number; readonly intent?: IntentId }
}

export type QuestionKey = Pick<KeptQuestion, 'conversationId' | 'seq'>

/** Why a question with this outcome is kept; undefined where 小二 did well by it, or a person was wanted in any case. */
export function toQuestionKind(rule: string, helpful: boolean | undefined): QuestionKind | undefined {
  if (helpful === false) return rule.startsWith('handoff:') ? undefined : 'disliked'

  const last = rule.split('+').at(-1) ?? rule
  if (last === 'not_understood') return 'not_understood'
  if (last === 'clarify') return 'asked_back'
  if (last.startsWith('missing:')) return 'no_answer'
  if (last === 'handoff:not_understood' || last === 'handoff:no_answer') return 'handed_over'
  return undefined
}

const WEIGHED = 3

/** The best of what was weighed, without what it rested on. */
export function toWeighed({ candidates }: Pick<Explanation, 'candidates'>): KeptQuestion['candidates'] {
  return candidates.slice(0, WEIGHED).map(({ intent, confidence }) => ({ intent, confidence }))
}
