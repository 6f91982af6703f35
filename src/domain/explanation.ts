import type { IntentId } from './ids.ts'

/** What an intent's candidacy rests on. */
export interface Evidence {
  readonly example: string
  /** Cosine of utterance and example, 0 to 1. */
  readonly similarity: number
}

/** One intent that was weighed. `confidence` is the calibrated probability that it is the right one. */
export interface Candidate {
  readonly intent: IntentId
  readonly confidence: number
  readonly evidence: readonly Evidence[]
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
