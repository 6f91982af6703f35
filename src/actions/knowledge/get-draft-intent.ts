import type { Agent } from '../../domain/agent.ts'
import { toIntentForm } from '../../domain/intent-form.ts'
import type { Deps } from '../deps.ts'
import { getWritten, isChanged, listWritten } from './find-intent.ts'
import { addProblems, type InspectedDraft, inspectDraft } from './inspect-draft.ts'
import type { ListedIntent } from './list-draft-intents.ts'
import { problemsAt } from './problems-at.ts'
import { type DraftDeps, type KnowledgeDraft, seenOf } from './read-draft.ts'

export interface DraftIntent extends ListedIntent {
  /** Names its file as it was read: to be sent with what is saved over it. */
  readonly seen: string
}

type GetDeps = DraftDeps & Pick<Deps, 'live'>

/** An intent of the draft as a form. Throws `intent_not_found`. */
export async function getDraftIntent(deps: GetDeps, agent: Agent, id: string): Promise<DraftIntent> {
  return toDraftIntent(deps, await inspectDraft(deps, agent), id)
}

/** The same of a draft that was just saved. */
export async function intentIn(deps: GetDeps, draft: KnowledgeDraft, id: string): Promise<DraftIntent> {
  return toDraftIntent(deps, await addProblems(deps, draft), id)
}

function toDraftIntent(deps: GetDeps, { draft, problems, warnings }: InspectedDraft, id: string): DraftIntent {
  const { scribe } = deps.editing
  const intent = getWritten(scribe, draft, id)
  return {
    form: toIntentForm(intent.written, deps.live.current().knowledge.shop.language),
    file: intent.file,
    line: intent.line,
    seen: seenOf(draft, intent.file) ?? '',
    changed: isChanged(draft, listWritten(scribe, draft.liveFiles).intents, intent),
    problems: problemsAt(problems, intent),
    warnings: problemsAt(warnings, intent),
  }
}
