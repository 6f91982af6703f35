import type { IntentId } from './ids.ts'

/** What an intent's candidacy rests on. */
export interface Evidence {
  readonly example: string
  /** Cosine of utterance and example, 0 to 1. */
  readonly similarity: number
}

/** A stretch of the utterance, and what it added to the intent's score. */
export interface Weighed {
  readonly text: string
  readonly weight: number
}

/** One intent that was weighed. `confidence` is the calibrated probability that it is the right one. */
export interface Candidate {
  readonly intent: IntentId
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** The words that spoke most for it, strongest first. */
  readonly weighed?: readonly Weighed[]
}

/** Why the bot said what it said; stored with the message. */
export interface Explanation {
  /** The customer message that is answered. */
  readonly heardSeq: number
  /** The decision and its reason, as `answer`, `clarify`, `handoff:asked`. */
  readonly rule: string
  readonly candidates: readonly Candidate[]
  readonly thresholds: { readonly answer: number; readonly clarify: number }
  /** The facts that the text used, as they were then. */
  readonly facts: Readonly<Record<string, string>>
  /** Index of the answer within its intent. */
  readonly answer?: number
  readonly knowledgeVersion: string
}
