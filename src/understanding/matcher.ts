import type { Locale } from '../domain/localized-text.ts'
import type { Question, Understood } from '../domain/understanding.ts'
import type { Understanding } from '../ports/world.ts'
import { thresholdFor } from './confidence/reliability.ts'
import type { EntityReader } from './entities/entity-reader.ts'
import type { Model } from './model.ts'
import { detectMood, threatensLaw, wantsPerson } from './mood.ts'
import { detectLanguage } from './text/language.ts'
import { normalise } from './text/normalise.ts'
import { toPieces } from './text/pieces.ts'
import { createReader, decideText, type Reader, type Verdict } from './verdict.ts'

/** A message that is surer than this as a whole is not taken apart. */
const SURE_AS_A_WHOLE = 0.7
const SURE_AS_A_PIECE = 0.5
/** Measured on folds of the demo shop: of pieces that were 70 % sure by themselves, not half were right. */
const PIECE_TRUST = 0.65

/** Puts a trained model to work. `timeZone` is the shop's, in which "tomorrow" is said. */
export function createMatcher(model: Model, entities: EntityReader, timeZone: string): Understanding {
  const reader = createReader(model)
  return {
    understand: ({ text, locale, at }) => ({
      ...understandWords(reader, normalise(text), locale),
      entities: entities.read(text, new Date(at), timeZone),
    }),
    answerAbove: (risk) => thresholdFor(model.calibration.reliability, risk),
  }
}

function understandWords(reader: Reader, normalised: string, locale: Locale): Omit<Understood, 'entities'> {
  const whole = decideText(reader, normalised)
  const pieces = toPieces(normalised).map((text) => ({ text, verdict: decideText(reader, text) }))
  return {
    language: detectLanguage(normalised, locale),
    ...morePrecise(whole, pieces),
    questions: toQuestions(pieces),
    mood: detectMood(normalised),
    wantsPerson: wantsPerson(normalised),
    threatensLaw: threatensLaw(normalised),
  }
}

interface Piece {
  readonly text: string
  readonly verdict: Verdict
}

/**
 * "昨天买的蓝裙子 到现在没动静 今天能发吗": when the whole is unsure, a piece may hold the question.
 * A piece lacks its context and is the surest of several, so its confidence counts for less.
 */
function morePrecise(whole: Verdict, pieces: readonly Piece[]): Verdict {
  if (surenessOf(whole) >= SURE_AS_A_WHOLE) return whole

  let best = whole
  for (const { verdict } of pieces) {
    if (surenessOf(verdict) < SURE_AS_A_PIECE) continue

    const weakened = weaken(verdict)
    if (surenessOf(weakened) > surenessOf(best)) best = weakened
  }
  return best
}

/** The pieces that each ask something, when they do not ask the same. */
function toQuestions(pieces: readonly Piece[]): readonly Question[] {
  const questions: Question[] = []
  for (const { text, verdict } of pieces) {
    const [best] = verdict.candidates
    if (!best || best.confidence < SURE_AS_A_WHOLE) continue
    if (questions.some(({ candidates }) => candidates[0]?.intent === best.intent)) continue

    questions.push({ text: text.trim(), candidates: verdict.candidates })
  }
  return questions.length > 1 ? questions : []
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
