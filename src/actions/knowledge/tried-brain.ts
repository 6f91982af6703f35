import { AppError } from '../../domain/errors.ts'
import { withPushed } from '../../domain/with-pushed.ts'
import type { Brain } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'
import { readDraft } from './read-draft.ts'

export const TRIED_KNOWLEDGE = ['live', 'draft'] as const
/** What serves, or what the draft would make of it. */
export type TriedKnowledge = (typeof TRIED_KNOWLEDGE)[number]

/** Throws `knowledge_broken` for a draft that could not serve. */
export async function triedBrain(deps: Deps, which: TriedKnowledge): Promise<Brain> {
  if (which === 'live') return deps.live.current()

  const { files } = await readDraft(deps)
  const prepared = await deps.editing.workshop.prepare(files)
  if (!prepared.ok) throw new AppError('knowledge_broken', { problems: prepared.problems })
  // As it would serve: with what the shop's own system has pushed over it.
  const pushed = await deps.storage.products.list()
  const { brain } = prepared
  return pushed.length === 0 ? brain : { ...brain, knowledge: withPushed(brain.knowledge, pushed) }
}
