import type { Days, LocalNow } from './calendar.ts'

export interface Heard {
  readonly text: string
  readonly match: RegExpExecArray
  readonly now: LocalNow
}

/** Days, perhaps with the part of the day that is in the word (昨晚), or an exact minute (3小时前). */
export type DaysRead = Days & { readonly part?: string; readonly minute?: number }

export interface DayRule {
  /** Global. */
  readonly pattern: RegExp
  readonly read: (heard: Heard) => DaysRead | undefined
}
