import type { Entity } from './entities.ts'
import type { Candidate } from './explanation.ts'
import type { Locale } from './localized-text.ts'

/** The strongest feeling that shows: abuse before anger before worry. */
export type Mood = 'calm' | 'worried' | 'angry' | 'abusive'

/** One of several questions in an utterance. */
export interface Question {
  readonly text: string
  /** Best first. */
  readonly candidates: readonly Candidate[]
}

/** What was heard in one utterance. Candidates are best first, at most five. */
export interface Understood {
  readonly language: Locale
  readonly candidates: readonly Candidate[]
  /** Probability that the utterance is none of the shop's business. */
  readonly outOfScope: number
  /** In the order in which they were asked; empty unless there are at least two with different answers. */
  readonly questions: readonly Question[]
  readonly entities: readonly Entity[]
  readonly mood: Mood
  readonly wantsPerson: boolean
  /** Speaks of courts, authorities or lawyers as a next step. */
  readonly threatensLaw: boolean
}
