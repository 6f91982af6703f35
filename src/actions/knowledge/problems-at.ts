import type { Problem } from '../../domain/knowledge.ts'
import type { PlacedIntent } from './find-intent.ts'

/** Those that lie within the lines of an intent. */
export function problemsAt(problems: readonly Problem[], { file, line, until }: PlacedIntent): readonly Problem[] {
  return problems.filter(({ place }) => {
    if (!place.startsWith(`${file}:`)) return false
    const at = Number(place.slice(file.length + 1).split(':')[0])
    return at >= line && at <= until
  })
}
