import type { Agent } from '../../domain/agent.ts'
import { type IntentForm, toIntentForm } from '../../domain/intent-form.ts'
import type { Problem } from '../../domain/knowledge.ts'
import type { Locale } from '../../domain/localized-text.ts'
import type { Deps } from '../deps.ts'
import { isChanged, listWritten, type PlacedIntent } from './find-intent.ts'
import { inspectDraft } from './inspect-draft.ts'
import { problemsAt } from './problems-at.ts'
import type { DraftDeps } from './read-draft.ts'

export interface ListedIntent {
  readonly form: IntentForm
  readonly file: string
  readonly line: number
  readonly changed: boolean
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

export interface ListedIntents {
  readonly intents: readonly ListedIntent[]
  /** The shop's language: which of two texts is shown. */
  readonly language: Locale
  /** Of the files that cannot be read: their intents are missing here. */
  readonly problems: readonly Problem[]
  readonly print: string
}

/** The intents as the draft has them, each with what is wrong or odd within its lines. */
export async function listDraftIntents(deps: DraftDeps & Pick<Deps, 'live'>, agent: Agent): Promise<ListedIntents> {
  const { draft, problems, warnings } = await inspectDraft(deps, agent)
  const { scribe } = deps.editing
  const { intents, unread } = listWritten(scribe, draft.files)
  const live = listWritten(scribe, draft.liveFiles).intents
  const { language } = deps.live.current().knowledge.shop
  const toListed = (intent: PlacedIntent): ListedIntent => ({
    form: toIntentForm(intent.written, language),
    file: intent.file,
    line: intent.line,
    changed: isChanged(draft, live, intent),
    problems: problemsAt(problems, intent),
    warnings: problemsAt(warnings, intent),
  })
  return {
    intents: intents.map(toListed),
    language,
    problems: problems.filter(({ place }) => unread.some((file) => place.startsWith(`${file}:`))),
    print: draft.print,
  }
}
