import type { Candidate } from '../domain/explanation.ts'
import { weighSignals } from './confidence/calibration.ts'
import { createJudge, type Judge, type Judgement, judge } from './confidence/judge.ts'
import { listWeighed } from './evidence.ts'
import type { Lexicon } from './features/concepts.ts'
import { createMessageVector, type MessageVector, readMessage } from './features/message-vector.ts'
import { scoreAll } from './learner/linear-model.ts'
import type { Model } from './model.ts'
import { withoutCourtesies } from './text/courtesies.ts'
import { exactKey } from './text/normalise.ts'
import { createSpelling, type Spelling } from './text/spelling.ts'

/** What one text, or one piece of it, is taken for. */
export interface Verdict {
  readonly candidates: readonly Candidate[]
  /** Probability that it is none of the shop's business. */
  readonly outOfScope: number
}

/** A model that is ready to read: with its lexicon, its spelling and scratch space. */
export interface Reader {
  readonly model: Model
  readonly lexicon: Lexicon | undefined
  readonly spelling: Spelling
  readonly vocabulary: Model['vocabulary']
  readonly space: Model['space']
  readonly judge: Judge
  readonly vector: MessageVector
}

/** An exact hit is as sure as anything gets; an owner may still have put it into the wrong intent. */
const EXACT = 0.99
/** Below this share of known features nothing is sure. */
const LEAST_COVERAGE = 0.1
const UNKNOWN_CONFIDENCE = 0.05
/** Candidates that are as likely as this carry the words that spoke for them. */
const WORTH_EXPLAINING = 0.1
/** Half-way between the two sides of the margin lies 0; a guess asks for less than that. */
const GUESSED_ABOVE = -0.3
export const NOTHING: Verdict = { candidates: [], outOfScope: 1 }

export function createReader(model: Model): Reader {
  return {
    model,
    lexicon: model.conceptsPay ? model.lexicon : undefined,
    spelling: createSpelling(model.words),
    vocabulary: model.vocabulary,
    space: model.space,
    judge: createJudge(model.linear, model.nearest),
    vector: createMessageVector(model.vocabulary),
  }
}

/** Decides what a normalised text is taken for. Emoji, marks and bare numbers say nothing unless an owner wrote them down. */
export function decideText(reader: Reader, normalised: string): Verdict {
  const key = exactKey(normalised)
  if (key === '') return NOTHING

  const row = findExact(reader.model, key, normalised)
  if (row === undefined && /^\d+$/.test(key)) return NOTHING

  readMessage(reader.vector, reader, normalised)
  if (reader.vector.to === 0) return NOTHING
  const judgement = judge(reader.judge, reader.vector, reader.vector.coverage, reader.vector.length)
  return row === undefined ? byJudgement(reader, judgement) : byRow(reader, row, judgement)
}

/** The intent whose line a text lies beyond, by the classifier alone; undefined where there is none. A tenth of the work of a verdict. */
export function guessIntent(reader: Reader, normalised: string): string | undefined {
  const { model, judge: by, vector } = reader
  readMessage(vector, reader, normalised)
  scoreAll(model.linear, vector, by.scores)
  let best = -1
  for (let classId = 0; classId < by.scores.length; classId++) {
    if ((by.scores[classId] ?? 0) > (by.scores[best] ?? GUESSED_ABOVE)) best = classId
  }
  return best < 0 ? undefined : model.intents[best]
}

function findExact({ exact }: Model, key: string, normalised: string): number | undefined {
  return exact.get(key) ?? exact.get(exactKey(withoutCourtesies(normalised)))
}

function byJudgement(reader: Reader, judgement: Judgement): Verdict {
  if (judgement.classIds.length === 0) return NOTHING

  const { right, inScope } = weighSignals(reader.model.calibration, judgement.signals)
  const isGibberish = reader.vector.coverage < LEAST_COVERAGE
  const first = isGibberish ? Math.min(right, UNKNOWN_CONFIDENCE) : right
  const scope = isGibberish ? first : inScope
  const others = 1 - (judgement.shares[0] ?? 1)
  const rest = Math.max(0, scope - first)

  const candidates = judgement.classIds.map((classId, at) => {
    const share = others > 0 ? (rest * (judgement.shares[at] ?? 0)) / others : 0
    return toCandidate(reader, judgement, classId, at, at === 0 ? first : Math.min(share, first))
  })
  return { candidates, outOfScope: 1 - scope }
}

function byRow(reader: Reader, row: number, judgement: Judgement): Verdict {
  const { model } = reader
  const label = model.labels[row] ?? -1
  if (label < 0) return { candidates: [], outOfScope: EXACT }

  const example = model.texts[row] ?? ''
  const intent = model.intents[label] ?? ''
  const exact: Candidate = { intent, confidence: EXACT, evidence: [{ example, similarity: 1 }] }
  const others = judgement.classIds.flatMap((classId, at) =>
    classId === label ? [] : [toCandidate(reader, judgement, classId, at, (1 - EXACT) * (judgement.shares[at] ?? 0))],
  )
  return { candidates: [exact, ...others.slice(0, 4)], outOfScope: 1 - EXACT }
}

function toCandidate(
  { model, vector }: Reader,
  { neighbours }: Judgement,
  classId: number,
  at: number,
  confidence: number,
): Candidate {
  return {
    intent: model.intents[classId] ?? '',
    confidence,
    // What shares nothing with the message is no evidence.
    evidence: (neighbours[at] ?? [])
      .filter(({ similarity }) => similarity > 0)
      .map(({ row, similarity }) => ({
        example: model.texts[row] ?? '',
        similarity: Math.min(1, Math.round(similarity * 1000) / 1000),
      })),
    ...(confidence >= WORTH_EXPLAINING && { weighed: listWeighed(model.linear, vector, classId) }),
  }
}
