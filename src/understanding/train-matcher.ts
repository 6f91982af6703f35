import type { Understanding } from '../ports/world.ts'
import { crossValidate } from './confidence/calibration.ts'
import { createJudge } from './confidence/judge.ts'
import { toLexicon } from './features/concepts.ts'
import { readCorpus } from './features/corpus.ts'
import { fitSpace, toMatrix } from './features/space.ts'
import { createBreathe } from './learner/breathe.ts'
import { createNearestIndex } from './learner/nearest.ts'
import { trainLinear } from './learner/train-linear.ts'
import { toExactStage, toLesson } from './lesson.ts'
import { createMatcher } from './matcher.ts'
import type { TrainingSource } from './training-source.ts'

const SEED = 20261122

/** What a matcher was made of, for the one that follows it. */
interface Origin {
  readonly source: string
  readonly intents: string
  readonly validated: Awaited<ReturnType<typeof crossValidate>>
}

const origins = new WeakMap<Understanding, Origin>()

export interface TrainingOptions {
  readonly seed?: number
  /** The matcher that serves until now: the same source gives it back, the same intents keep its calibration. */
  readonly previous?: Understanding
}

/**
 * Trains the matcher on what a shop wrote down. The same source and seed always give the same matcher, unless a previous
 * one lends its calibration: edited examples hardly move it, and finding it anew is most of the work.
 * It gives way to the event loop every few milliseconds, so that a serving process goes on serving.
 */
export async function trainMatcher(
  source: TrainingSource,
  { seed = SEED, previous }: TrainingOptions = {},
): Promise<Understanding> {
  const origin = previous && origins.get(previous)
  const fingerprint = JSON.stringify([seed, source])
  if (previous && origin?.source === fingerprint) return previous

  const breathe = createBreathe()
  const lesson = toLesson(source)
  const lexicon = source.synonyms.length > 0 ? toLexicon(source.synonyms) : undefined
  const corpus = await readCorpus(lesson.texts, lexicon, breathe)
  const features = corpus.vocabulary.size
  const { labels } = lesson
  const intents = JSON.stringify(source.intents.map(({ id }) => id))
  const lent = origin?.intents === intents ? origin.validated : undefined
  const validated = lent ?? (await crossValidate({ corpus, labels, seed, breathe }, lesson.isTitle))
  const { calibration, conceptsPay } = validated

  await breathe()
  const rows = Int32Array.from({ length: corpus.rows }, (_, row) => row)
  const space = fitSpace(corpus, rows, conceptsPay)
  await breathe()
  const matrix = await toMatrix(corpus, space, breathe)
  const linear = await trainLinear(matrix, rows, labels, features, seed, breathe)
  await breathe()
  const exact = await toExactStage(lesson, breathe)

  const matcher = createMatcher({
    intents: source.intents.map(({ id }) => id),
    texts: lesson.texts,
    labels: labels.labels,
    exact,
    lexicon,
    vocabulary: corpus.vocabulary,
    space,
    judge: createJudge(linear, createNearestIndex(matrix, rows, labels, features)),
    calibration,
  })
  origins.set(matcher, { source: fingerprint, intents, validated })
  return matcher
}
