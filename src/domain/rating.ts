import type { AgentId, ConversationId } from './ids.ts'

/** Whom a rating is about: the person who served the conversation, or 小二. */
export const RATING_TARGETS = ['agent', 'bot'] as const
export type RatingTarget = (typeof RATING_TARGETS)[number]

/** What may be chosen as the reason, by what is rated and how: from four stars on it is praise. */
export const RATING_CHOICES = {
  agent: {
    good: ['quick', 'patient', 'solved', 'expert'],
    bad: ['slow', 'unsolved', 'rude', 'unclear'],
  },
  bot: {
    good: ['quick', 'accurate', 'easy'],
    bad: ['misunderstood', 'wrong', 'unsolved', 'no_person'],
  },
} as const satisfies Record<RatingTarget, Record<'good' | 'bad', readonly string[]>>

export const RATING_REASONS = [
  'quick',
  'patient',
  'solved',
  'expert',
  'slow',
  'unsolved',
  'rude',
  'unclear',
  'accurate',
  'easy',
  'misunderstood',
  'wrong',
  'no_person',
] as const
export type RatingReason = (typeof RATING_REASONS)[number]

const GOOD_FROM = 4

/** What the shop has decided about ratings. */
export interface RatingPolicy {
  /** A conversation that only 小二 serves is asked about once it has been quiet for so long. */
  readonly quietMinutes: number
  /** So long after the first tap a rating may be changed: the reasons come after the stars. */
  readonly correctMinutes: number
  /** A rating of so many stars or fewer makes a to-do for the supervisors. */
  readonly badUpTo: number
}

export interface RatingDraft {
  readonly conversationId: ConversationId
  readonly target: RatingTarget
  readonly score: number
  readonly reasons: readonly RatingReason[]
  readonly comment: string
  readonly at: number
}

export interface Rating extends RatingDraft {
  /** Who had served; of a rating of the person. */
  readonly agentId?: AgentId
}

/** The reasons that fit what is rated and how. */
export function reasonsFor(target: RatingTarget, score: number): readonly RatingReason[] {
  return RATING_CHOICES[target][score >= GOOD_FROM ? 'good' : 'bad']
}
