import { createHash } from 'node:crypto'
import { crossValidate } from './confidence/calibration.ts'
import { toLexicon } from './features/concepts.ts'
import { readCorpus } from './features/corpus.ts'
import { fitSpace, toMatrix } from './features/space.ts'
import { trimmed } from './features/vocabulary.ts'
import { createNearestIndex } from './learner/nearest.ts'
import { trainLinear } from './learner/train-linear.ts'
import { toExactStage, toLesson } from './lesson.ts'
import type { Model } from './model.ts'
import type { TrainingSource } from './training-source.ts'

const SEED = 20261122

export interface TrainingOptions {
  readonly seed?: number
  /** The model that serves until now: given back for the same source; where the intents are the same, it lends its calibration. */
  readonly previous?: Model | undefined
}

/** Names what a model was made of. */
export function fingerprintOf(source: TrainingSource, seed = SEED): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, source]))
    .digest('hex')
}

/**
 * Trains a model on what a shop wrote down. The same source and seed always give the same model, unless a previous one lends
 * its calibration: edited examples hardly move it, and finding it anew is most of the work.
 */
export function trainModel(source: TrainingSource, { seed = SEED, previous }: TrainingOptions = {}): Model {
  const fingerprint = fingerprintOf(source, seed)
  if (previous?.fingerprint === fingerprint) return previous

  const lesson = toLesson(source)
  const lexicon = source.synonyms.length > 0 ? toLexicon(source.synonyms) : undefined
  const corpus = readCorpus(lesson.texts, lexicon)
  const features = corpus.vocabulary.size
  const { labels } = lesson
  const { calibration, conceptsPay } =
    lentBy(previous, source) ?? crossValidate({ corpus, labels, seed }, lesson.isTitle)
  const rows = Int32Array.from({ length: corpus.rows }, (_, row) => row)
  const space = fitSpace(corpus, rows, conceptsPay)
  const matrix = toMatrix(corpus, space)
  const linear = trainLinear(matrix, rows, labels, features, seed)
  return {
    fingerprint,
    intents: source.intents.map(({ id }) => id),
    texts: lesson.texts,
    labels: labels.labels,
    exact: toExactStage(lesson),
    words: corpus.words,
    synonyms: conceptsPay ? source.synonyms : [],
    vocabulary: trimmed(corpus.vocabulary),
    space,
    linear,
    nearest: createNearestIndex(matrix, rows, labels, features),
    calibration,
  }
}

function lentBy(previous: Model | undefined, { intents, synonyms }: TrainingSource) {
  const isSameShop =
    previous?.intents.length === intents.length && intents.every(({ id }, at) => previous.intents[at] === id)
  if (!isSameShop) return undefined

  return { calibration: previous.calibration, conceptsPay: synonyms.length > 0 && previous.synonyms.length > 0 }
}
