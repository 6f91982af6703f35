import type { Problem } from '../domain/knowledge.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'

/** `faq/shipping.yaml:12:7 原因 → 改法`: a problem on one line. */
export function toLine(problem: Problem, locale: Locale): string {
  return `${problem.place} ${textIn(problem.cause, locale, 'zh')} → ${textIn(problem.mend, locale, 'zh')}`
}

/** Where something stands in a file; `path` is as zod gives it. */
export interface Place {
  readonly file: string
  at(path: readonly PropertyKey[], part?: 'key' | 'value'): string
}

export function problemAt(
  place: Place,
  path: readonly PropertyKey[],
  cause: { zh: string; en: string },
  mend: { zh: string; en: string },
): Problem {
  return { place: place.at(path), cause, mend }
}
