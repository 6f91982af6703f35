import type { Problem } from '../domain/knowledge.ts'

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
