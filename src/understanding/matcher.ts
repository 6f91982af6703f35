import type { Candidate } from '../domain/explanation.ts'
import type { IntentId } from '../domain/ids.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Understood } from '../domain/understanding.ts'
import type { Understanding } from '../ports/world.ts'
import { type Calibration, weighSignals } from './confidence/calibration.ts'
import { type Judge, type Judgement, judge } from './confidence/judge.ts'
import type { Lexicon } from './features/concepts.ts'
import { createMessageVector, type MessageVector, readMessage } from './features/message-vector.ts'
import type { Space } from './features/space.ts'
import type { Vocabulary } from './features/vocabulary.ts'
import { detectMood } from './mood.ts'
import { detectLanguage } from './text/language.ts'
import { exactKey, normalise } from './text/normalise.ts'
import { toPieces } from './text/pieces.ts'

/** All that understanding a message needs; immutable but for scratch space. */
export interface MatcherParts {
  readonly intents: readonly IntentId[]
  /** Original texts and labels by row: evidence is shown as its owner wrote it. */
  readonly texts: readonly string[]
  readonly labels: Int32Array
  readonly exact: ReadonlyMap<string, number>
  readonly lexicon: Lexicon | undefined
  readonly vocabulary: Vocabulary
  readonly space: Space
  readonly judge: Judge
  readonly calibration: Calibration
}

type Verdict = Pick<Understood, 'candidates' | 'outOfScope'>

/** An exact hit is as sure as anything gets; an owner may still have put it into the wrong intent. */
const EXACT = 0.99
/** Below this share of known features nothing is sure. */
const LEAST_COVERAGE = 0.25
const UNKNOWN_CONFIDENCE = 0.05
/** A message that is surer than this as a whole is not taken apart. */
const SURE_AS_A_WHOLE = 0.7
const SURE_AS_A_PIECE = 0.5
/** Measured on folds of the demo shop: of pieces that were 70 % sure by themselves, not half were right. */
const PIECE_TRUST = 0.65
const NOTHING: Verdict = { candidates: [], outOfScope: 1 }

export function createMatcher(parts: MatcherParts): Understanding {
  const vector = createMessageVector(parts.vocabulary)
  return {
    understand: ({ text, locale }) => understand(parts, vector, text, locale),
  }
}

function understand(parts: MatcherParts, vector: MessageVector, text: string, locale: Locale): Understood {
  const normalised = normalise(text)
  const whole = decideText(parts, vector, normalised)
  return {
    language: detectLanguage(normalised, locale),
    ...morePrecise(parts, vector, normalised, whole),
    mood: detectMood(normalised),
  }
}

/**
 * "昨天买的蓝裙子 到现在没动静 今天能发吗": when the whole is unsure, a piece may hold the question.
 * A piece lacks its context and is the surest of several, so its confidence counts for less.
 */
function morePrecise(parts: MatcherParts, vector: MessageVector, normalised: string, whole: Verdict): Verdict {
  if (surenessOf(whole) >= SURE_AS_A_WHOLE) return whole

  let best = whole
  for (const piece of toPieces(normalised)) {
    const verdict = decideText(parts, vector, piece)
    if (surenessOf(verdict) < SURE_AS_A_PIECE) continue

    const weakened = weaken(verdict)
    if (surenessOf(weakened) > surenessOf(best)) best = weakened
  }
  return best
}

function surenessOf({ candidates }: Verdict): number {
  return candidates[0]?.confidence ?? 0
}

function weaken({ candidates, outOfScope }: Verdict): Verdict {
  return {
    candidates: candidates.map((one) => ({ ...one, confidence: one.confidence * PIECE_TRUST })),
    outOfScope: 1 - (1 - outOfScope) * PIECE_TRUST,
  }
}

function decideText(parts: MatcherParts, vector: MessageVector, normalised: string): Verdict {
  const key = exactKey(normalised)
  if (key === '') return NOTHING

  readMessage(vector, parts, normalised)
  if (vector.to === 0) return NOTHING
  const judgement = judge(parts.judge, vector, vector.coverage, vector.length)
  const row = parts.exact.get(key)
  return row === undefined ? byJudgement(parts, judgement, vector.coverage) : byRow(parts, row, judgement)
}

function byJudgement(parts: MatcherParts, judgement: Judgement, coverage: number): Verdict {
  if (judgement.classIds.length === 0) return NOTHING

  const { right, inScope } = weighSignals(parts.calibration, judgement.signals)
  const first = coverage < LEAST_COVERAGE ? Math.min(right, UNKNOWN_CONFIDENCE) : right
  const scope = coverage < LEAST_COVERAGE ? first : inScope
  const others = 1 - (judgement.shares[0] ?? 1)
  const rest = Math.max(0, scope - first)

  const candidates = judgement.classIds.map((classId, at) => {
    const share = others > 0 ? (rest * (judgement.shares[at] ?? 0)) / others : 0
    return toCandidate(parts, judgement, classId, at, at === 0 ? first : Math.min(share, first))
  })
  return { candidates, outOfScope: 1 - scope }
}

function byRow(parts: MatcherParts, row: number, judgement: Judgement): Verdict {
  const label = parts.labels[row] ?? -1
  if (label < 0) return { candidates: [], outOfScope: EXACT }

  const intent = parts.intents[label] ?? ''
  const exact: Candidate = { intent, confidence: EXACT, evidence: [{ example: parts.texts[row] ?? '', similarity: 1 }] }
  const others = judgement.classIds.flatMap((classId, at) =>
    classId === label ? [] : [toCandidate(parts, judgement, classId, at, (1 - EXACT) * (judgement.shares[at] ?? 0))],
  )
  return { candidates: [exact, ...others.slice(0, 4)], outOfScope: 1 - EXACT }
}

function toCandidate(
  parts: MatcherParts,
  { neighbours }: Judgement,
  classId: number,
  at: number,
  confidence: number,
): Candidate {
  return {
    intent: parts.intents[classId] ?? '',
    confidence,
    // What shares nothing with the message is no evidence.
    evidence: (neighbours[at] ?? [])
      .filter(({ similarity }) => similarity > 0)
      .map(({ row, similarity }) => ({
        example: parts.texts[row] ?? '',
        similarity: Math.min(1, Math.round(similarity * 1000) / 1000),
      })),
  }
}
