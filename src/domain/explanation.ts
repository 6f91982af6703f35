import type { IntentId, ProductId } from './ids.ts'

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

/** An answer of an intent: the shop's, or the product's own. */
export interface SaidAnswer {
  readonly intent: IntentId
  /** Index within its list. */
  readonly answer: number
  readonly product?: ProductId
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
  /** Where that answer stands: whoever asks why is led there. */
  readonly said?: SaidAnswer
  readonly knowledgeVersion: string
  readonly trace?: Trace
}

/** What a decision rested on besides the candidates. */
export interface Trace {
  /** The values that the message names, as `color: 黑色`. */
  readonly entities: readonly string[]
  /** What is being talked about after it. */
  readonly topic: { readonly product?: string; readonly variant?: string; readonly order?: string }
  /** The task under way after it. */
  readonly flow?: { readonly id: string; readonly asked?: string; readonly slots: Readonly<Record<string, string>> }
}
