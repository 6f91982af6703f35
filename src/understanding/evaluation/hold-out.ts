import { type LabelledRow, OUT_OF_SCOPE } from '../../domain/evaluation/parse-labelled.ts'
import { detectLanguage } from '../text/language.ts'
import { normalise } from '../text/normalise.ts'
import type { TrainingSource } from '../training-source.ts'

/** One of `folds` splits: of every intent, and of what is out of scope, every so-manieth example is held back. Its style is its language. */
export function holdOut(
  source: TrainingSource,
  fold: number,
  folds: number,
): { readonly learnt: TrainingSource; readonly heldBack: readonly LabelledRow[] } {
  const isHeld = (_: string, at: number) => at % folds === fold
  const isLearnt = (_: string, at: number) => at % folds !== fold
  const toRow = (intent: string) => (utterance: string) => ({
    utterance,
    intent,
    style: detectLanguage(normalise(utterance), 'zh'),
  })
  return {
    learnt: {
      ...source,
      intents: source.intents.map((intent) => ({ ...intent, examples: intent.examples.filter(isLearnt) })),
      outOfScope: source.outOfScope.filter(isLearnt),
    },
    heldBack: [
      ...source.intents.flatMap(({ id, examples }) => examples.filter(isHeld).map(toRow(id))),
      ...source.outOfScope.filter(isHeld).map(toRow(OUT_OF_SCOPE)),
    ],
  }
}
