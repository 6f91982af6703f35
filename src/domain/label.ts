import type { LabelId } from './ids.ts'

/** Each is a pair of colours in the console that can be read in light and in dark. */
export const LABEL_COLORS = ['gray', 'red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'] as const
export type LabelColor = (typeof LABEL_COLORS)[number]

/** What agents sort conversations under. */
export interface Label {
  readonly id: LabelId
  readonly name: string
  readonly color: LabelColor
}

/** More than this nobody finds their way in. */
export const MAX_LABELS = 100
