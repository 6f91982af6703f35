import { crossValidate } from './confidence/calibration.ts'
import { toLexicon } from './features/concepts.ts'
import { readCorpus } from './features/corpus.ts'
import { fitSpace, toMatrix } from './features/space.ts'
import { trimmed } from './features/vocabulary.ts'
import { createNearestIndex } from './learner/nearest.ts'
import { type Changes, retrainLinear } from './learner/retrain-linear.ts'
import { type Task, trainLinear } from './learner/train-linear.ts'
import { type Lesson, toExactStage, toLesson } from './lesson.ts'
import type { Model } from './model.ts'
import { isSame, type Prints, toPrints } from './prints.ts'
import type { TrainingSource } from './training-source.ts'

export const SEED = 20261122

export interface TrainingOptions {
  readonly seed?: number
  /** The model that serves until now: given back for the same source. */
  readonly previous?: Model | undefined
}

/**
 * Trains a model on what a shop wrote down. The same source and seed always give the same model, unless a previous one of the
 * same intents lends what an edit hardly moves: its calibration, and what the intents know whose texts are as they were.
 */
export function trainModel(source: TrainingSource, { seed = SEED, previous }: TrainingOptions = {}): Model {
  const prints = toPrints(source, seed)
  if (previous && isSame(previous.prints, prints)) return previous

  const lesson = toLesson(source)
  const lexicon = source.synonyms.length > 0 ? toLexicon(source.synonyms) : undefined
  const corpus = readCorpus(lesson.texts, lexicon)
  const features = corpus.vocabulary.size
  const { labels } = lesson
  const lender = previous && hasSameIntents(previous, source) ? previous : undefined
  const { calibration, conceptsPay } = lender ?? crossValidate({ corpus, labels, seed }, lesson.isTitle)

  const rows = Int32Array.from({ length: corpus.rows }, (_, row) => row)
  const space = fitSpace(corpus, rows, labels.classes, conceptsPay)
  const matrix = toMatrix(corpus, space)
  const task: Task = { matrix, rows, labels, features, seed }
  const changes = lender && findChanges(lender, prints, lesson)
  return {
    prints,
    intents: source.intents.map(({ id }) => id),
    texts: lesson.texts,
    labels: labels.labels,
    exact: toExactStage(lesson),
    words: corpus.words,
    lexicon,
    vocabulary: trimmed(corpus.vocabulary),
    space,
    linear: lender && changes ? retrainLinear(task, changes, lender, corpus.vocabulary) : trainLinear(task),
    nearest: createNearestIndex(matrix, rows, labels, features),
    calibration,
    conceptsPay,
  }
}

function hasSameIntents(previous: Model, { intents }: TrainingSource): boolean {
  return previous.intents.length === intents.length && intents.every(({ id }, at) => previous.intents[at] === id)
}

/** More than this share of the intents changed: then all of them are learnt. */
const MOST_CHANGED = 0.2

/** What changed since the previous model, or `undefined` where it was too much. */
function findChanges(previous: Model, now: Prints, { texts }: Lesson): Changes | undefined {
  if (previous.prints.setting !== now.setting) return undefined

  const changed = new Set([...now.classes.keys()].filter((at) => now.classes[at] !== previous.prints.classes[at]))
  if (changed.size > now.classes.length * MOST_CHANGED) return undefined

  const known = new Set(previous.texts)
  return { changed, rows: [...texts.keys()].filter((row) => !known.has(texts[row] ?? '')) }
}
