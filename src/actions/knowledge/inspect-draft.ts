import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { Problem } from '../../domain/knowledge.ts'
import { isKnowledgePath } from '../../domain/knowledge-path.ts'
import { type DraftDeps, type KnowledgeDraft, readDraft } from './read-draft.ts'

export interface InspectedDraft {
  readonly draft: KnowledgeDraft
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** The draft, with all that is wrong with it and what is odd. */
export async function inspectDraft(deps: DraftDeps, agent: Agent): Promise<InspectedDraft> {
  requireRole(agent, 'supervisor')
  return addProblems(deps, await readDraft(deps))
}

export async function addProblems({ editing }: DraftDeps, draft: KnowledgeDraft): Promise<InspectedDraft> {
  return { draft, ...(await editing.scribe.check(draft.files)) }
}

/** What would be wrong with the draft if this text were part of it; odd things only of this file. */
export async function checkText(
  deps: DraftDeps,
  agent: Agent,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<Pick<InspectedDraft, 'problems' | 'warnings'>> {
  requireRole(agent, 'supervisor')
  if (!isKnowledgePath(path)) throw new AppError('knowledge_path')
  const { files } = await readDraft(deps)
  const { problems, warnings } = await deps.editing.scribe.check({ ...files, [path]: text })
  return { problems, warnings: warnings.filter(({ place }) => place.startsWith(`${path}:`)) }
}
