import type { Explanation } from './explanation.ts'
import type { HandoffReason } from './handoff.ts'
import type { ConversationId, IntentId } from './ids.ts'

/** What became of a question, from the shopper's side. */
export type OutcomeKind = 'answered' | 'asked_back' | 'handed_over' | 'unanswered'

/** What 小二 did with one question. */
export interface Outcome {
  readonly kind: OutcomeKind
  /** The decision and its reason, as it is explained. */
  readonly rule: string
  /** Whose answer was said; absent where it was none of an intent's. */
  readonly intent?: IntentId
  readonly text: string
}

export const VERDICTS = ['worse', 'better', 'different', 'same'] as const
export type ReplayVerdict = (typeof VERDICTS)[number]

/** One question that a shopper once asked, as two versions of the knowledge deal with it. */
export interface ReplayedQuestion {
  readonly conversationId: ConversationId
  readonly seq: number
  readonly at: number
  readonly asked: string
  /** What the shopper thought of the answer of that day. */
  readonly helpful?: boolean
  readonly live: Outcome
  readonly draft: Outcome
  readonly verdict: ReplayVerdict
}

/** A person is called because 小二 knows no better; in all other cases a person is what is wanted. */
const AT_A_LOSS: readonly HandoffReason[] = ['not_understood', 'no_answer']

export function outcomeKindOf(rule: string): OutcomeKind {
  const last = rule.split('+').at(-1) ?? rule
  if (last.startsWith('handoff:')) {
    return AT_A_LOSS.some((reason) => last === `handoff:${reason}`) ? 'unanswered' : 'handed_over'
  }
  if (last === 'not_understood' || last.startsWith('missing:')) return 'unanswered'
  return last === 'clarify' ? 'asked_back' : 'answered'
}

/** The outcome that an explained reply stands for. */
export function toOutcome({ rule, said }: Pick<Explanation, 'rule' | 'said'>, text: string): Outcome {
  return { kind: outcomeKindOf(rule), rule, ...(said && { intent: said.intent }), text }
}

/** How much a shopper has of it. To be given to a person who is called for is worth as much as an answer. */
const WORTH: Readonly<Record<OutcomeKind, number>> = { unanswered: 0, asked_back: 1, handed_over: 2, answered: 2 }

/**
 * Whether the draft deals better with a question. Two answers of different intents cannot be told apart without the shopper: who
 * liked the live one loses by it, who disliked it may gain, and of all others it is only said that they differ.
 */
export function judgeReplay(live: Outcome, draft: Outcome, helpful: boolean | undefined): ReplayVerdict {
  const gain = WORTH[draft.kind] - WORTH[live.kind]
  if (gain !== 0) return gain > 0 ? 'better' : 'worse'
  if (live.text === draft.text) return 'same'
  if (live.intent === draft.intent || helpful === undefined) return 'different'
  return helpful ? 'worse' : 'better'
}

export function countVerdicts(
  questions: readonly Pick<ReplayedQuestion, 'verdict'>[],
): Readonly<Record<ReplayVerdict, number>> {
  const counts = { worse: 0, better: 0, different: 0, same: 0 }
  for (const { verdict } of questions) counts[verdict] += 1
  return counts
}
