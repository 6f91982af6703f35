import { type ForbiddenHit, findForbidden } from '../../domain/forbidden.ts'
import type { Deps } from '../deps.ts'

/** What the owner's lexicon says to a text that is still being written. */
export function checkWords(deps: Deps, text: string): readonly ForbiddenHit[] {
  return findForbidden(text, deps.live.current().knowledge.forbidden)
}
