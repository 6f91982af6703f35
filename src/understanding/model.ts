import type { IntentId } from '../domain/ids.ts'
import type { Calibration } from './confidence/calibration.ts'
import type { Lexicon } from './features/concepts.ts'
import type { Space } from './features/space.ts'
import type { Vocabulary } from './features/vocabulary.ts'
import type { LinearModel } from './learner/linear-model.ts'
import type { NearestIndex } from './learner/nearest.ts'
import type { Prints } from './prints.ts'

/** All that training yields: plain data, so that it can cross threads and lie in a file. */
export interface Model {
  readonly prints: Prints
  readonly intents: readonly IntentId[]
  /** Original texts and labels by row: evidence is shown as its owner wrote it. */
  readonly texts: readonly string[]
  readonly labels: Int32Array
  /** Exact texts → row. */
  readonly exact: ReadonlyMap<string, number>
  /** How often the shop's texts use each Latin word: the spelling that slips of the pen are mended to. */
  readonly words: ReadonlyMap<string, number>
  /** Absent where a shop has none. */
  readonly lexicon: Lexicon | undefined
  /** Whether the lexicon helps this shop. */
  readonly conceptsPay: boolean
  readonly vocabulary: Vocabulary
  readonly space: Space
  readonly linear: LinearModel
  readonly nearest: NearestIndex
  readonly calibration: Calibration
}
