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

/**
 * Trains the matcher on what a shop wrote down. The same source and seed always give the same matcher.
 * It gives way to the event loop every few milliseconds, so that a serving process goes on serving.
 */
export async function trainMatcher(
  source: TrainingSource,
  { seed = SEED }: { readonly seed?: number } = {},
): Promise<Understanding> {
  const breathe = createBreathe()
  const lesson = toLesson(source)
  const lexicon = source.synonyms.length > 0 ? toLexicon(source.synonyms) : undefined
  const corpus = await readCorpus(lesson.texts, lexicon, breathe)
  const features = corpus.vocabulary.size
  const { labels } = lesson
  const { calibration, conceptsPay } = await crossValidate({ corpus, labels, seed, breathe }, lesson.isTitle)

  await breathe()
  const rows = Int32Array.from({ length: corpus.rows }, (_, row) => row)
  const space = fitSpace(corpus, rows, conceptsPay)
  await breathe()
  const matrix = await toMatrix(corpus, space, breathe)
  const linear = await trainLinear(matrix, rows, labels, features, seed, breathe)
  await breathe()
  const exact = await toExactStage(lesson, breathe)

  return createMatcher({
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
}
