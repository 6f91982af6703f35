import type { Brain } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'

export const TRIED_KNOWLEDGE = ['live', 'draft'] as const
/** What serves, or what the draft would make of it. */
export type TriedKnowledge = (typeof TRIED_KNOWLEDGE)[number]

export async function triedBrain(deps: Deps, _which: TriedKnowledge): Promise<Brain> {
  return deps.live.current()
}
