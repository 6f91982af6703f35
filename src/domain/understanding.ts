import type { Candidate } from './explanation.ts'
import type { Locale } from './localized-text.ts'

export type Mood = 'calm' | 'angry'

/** What was heard in one utterance. Candidates are best first, at most five. */
export interface Understood {
  readonly language: Locale
  readonly candidates: readonly Candidate[]
  /** Probability that the utterance is none of the shop's business. */
  readonly outOfScope: number
  readonly mood: Mood
}
