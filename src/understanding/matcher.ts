import type { Entity } from '../domain/entities.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Question, Understood } from '../domain/understanding.ts'
import type { Understanding } from '../ports/world.ts'
import { createGrouping } from './clusters/group-apart.ts'
import { thresholdFor } from './confidence/reliability.ts'
import type { EntityReader } from './entities/entity-reader.ts'
import type { Model } from './model.ts'
import { detectMood, threatensLaw, wantsPerson } from './mood.ts'
import { createRecent } from './recent.ts'
import { withoutCourtesies } from './text/courtesies.ts'
import { detectLanguage } from './text/language.ts'
import { normalise } from './text/normalise.ts'
import { toPieces } from './text/pieces.ts'
import { romanise } from './text/romanise.ts'
import { createReader, decideText, guessIntent, type Reader, type Verdict } from './verdict.ts'

/** Only where the whole says so little may a piece speak for it: longer messages were learnt as such. */
const NOT_UNDERSTOOD = 0.3
const SURE_AS_A_PIECE = 0.75
/** A piece lacks its context and is the surest of several, so its confidence counts for less. */
const PIECE_TRUST = 0.5

/** A message that is surer than this as a whole asks one thing. */
const SURE_OF_ONE = 0.85

/** Shoppers press the same buttons and ask the same things: a day's most frequent words are understood once. About 2 KB each. */
const REMEMBERED = 2000

/** Puts a trained model to work. `timeZone` is the shop's, in which "tomorrow" is said. */
export function createMatcher(model: Model, entities: EntityReader, timeZone: string): Understanding {
  const reader = createReader(model)
  const group = createGrouping()
  const recent = createRecent<Omit<Understood, 'entities'>>(REMEMBERED)
  return {
    understand: ({ text, locale, at }) => {
      const named = entities.read(text, new Date(at), timeZone)
      const words = normalise(withoutCodes(text, named))
      const understood = recent(`${locale} ${words}`, () => understandWords(reader, words, locale))
      return { ...understood, entities: named }
    },
    answerAbove: (risk) => thresholdFor(model.calibration.reliability, risk),
    group: (utterances) => group({ utterances, lexicon: model.lexicon }),
    romanise,
  }
}

const CODES: readonly Entity['kind'][] = ['order_number', 'tracking_number', 'phone']

/** "退货 XM2026…" asks what 退货 asks: which order it is says nothing of what is wanted. A code alone stays. */
function withoutCodes(text: string, entities: readonly Entity[]): string {
  const codes = entities.filter(({ kind }) => CODES.includes(kind))
  if (codes.length === 0) return text

  const rest = codes.reduce((left, code) => left.replace(new RegExp(escaped(code.text), 'i'), ' '), text)
  return /\p{L}/u.test(rest) ? rest : text
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function understandWords(reader: Reader, normalised: string, locale: Locale): Omit<Understood, 'entities'> {
  const whole = decideText(reader, normalised)
  const isUnsure = surenessOf(whole) < NOT_UNDERSTOOD
  // Of a message that is clear as a whole only what is a question by its form is another one.
  // A greeting before a question, or thanks after it, is none.
  const pieces = toPieces(withoutCourtesies(normalised)).filter(
    (piece) => surenessOf(whole) < SURE_OF_ONE || asksByForm(piece),
  )
  const decided =
    isUnsure || speakOfSeveral(reader, pieces)
      ? pieces.map((text) => ({ text: text.trim(), candidates: decideText(reader, text).candidates }))
      : []
  return {
    language: detectLanguage(normalised, locale),
    ...(isUnsure ? orBestPiece(whole, decided) : whole),
    questions: toQuestions(decided),
    mood: detectMood(normalised),
    wantsPerson: wantsPerson(normalised),
    threatensLaw: threatensLaw(normalised),
  }
}

const QUESTION_FORM =
  /[吗么嘛不没]$|多少|几|啥|什么|多久|多大|怎么|哪|有没有|能不能|可不可以|是不是|如何|\b(?:how|what|when|where|which|can|do|does|is|are)\b/

function asksByForm(piece: string): boolean {
  return QUESTION_FORM.test(piece.trim())
}

/** A cheap look before pieces are judged in full. */
function speakOfSeveral(reader: Reader, pieces: readonly string[]): boolean {
  const intents = pieces.map((piece) => guessIntent(reader, piece)).filter((intent) => intent !== undefined)
  return new Set(intents).size > 1
}

/** "昨天买的蓝裙子 到现在没动静 今天能发吗": when the whole is not understood, a piece may hold the question. */
function orBestPiece(whole: Verdict, pieces: readonly Question[]): Verdict {
  const [best] = pieces.toSorted((a, b) => surenessOf(b) - surenessOf(a))
  if (!best || surenessOf(best) < SURE_AS_A_PIECE) return whole

  const candidates = best.candidates.map((one) => ({ ...one, confidence: one.confidence * PIECE_TRUST }))
  return { candidates, outOfScope: Math.min(whole.outOfScope, 1 - surenessOf({ candidates })) }
}

/** The pieces that surely ask something, when they do not all ask the same. */
function toQuestions(pieces: readonly Question[]): readonly Question[] {
  const questions: Question[] = []
  for (const piece of pieces) {
    const intent = piece.candidates[0]?.intent
    const isNew = questions.every(({ candidates }) => candidates[0]?.intent !== intent)
    if (surenessOf(piece) >= SURE_AS_A_PIECE && isNew) questions.push(piece)
  }
  return questions.length > 1 ? questions : []
}

function surenessOf({ candidates }: Pick<Verdict, 'candidates'>): number {
  return candidates[0]?.confidence ?? 0
}
