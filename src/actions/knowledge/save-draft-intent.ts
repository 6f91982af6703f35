import { isDeepStrictEqual } from 'node:util'
import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { type IntentForm, writeAnswer, writeIntent } from '../../domain/intent-form.ts'
import type { Locale } from '../../domain/localized-text.ts'
import type { YamlEdit } from '../../ports/knowledge-editing.ts'
import type { Deps } from '../deps.ts'
import { getWritten, listWritten, type PlacedIntent } from './find-intent.ts'
import { type DraftIntent, intentIn } from './get-draft-intent.ts'
import { readDraft } from './read-draft.ts'
import { refuseReferred } from './refuse-referred.ts'
import { type DraftSaveDeps, saveDraftFile } from './save-draft-file.ts'

export type IntentSaveDeps = DraftSaveDeps & Pick<Deps, 'live'>

/**
 * Writes a form into its file: only what differs is written anew. An intent that others name cannot get another id: `intent_referred`
 * names the places.
 */
export async function saveDraftIntent(
  deps: IntentSaveDeps,
  agent: Agent,
  { id, form, seen }: { readonly id: string; readonly form: IntentForm; readonly seen: string },
): Promise<DraftIntent> {
  requireRole(agent, 'supervisor')
  const { scribe } = deps.editing
  const draft = await readDraft(deps)
  const intent = getWritten(scribe, draft, id)
  const before = draft.files[intent.file] ?? ''
  const text = scribe.edit(before, editsFor(intent, form, deps.live.current().knowledge.shop.language))
  if (form.id !== id) {
    const taken = listWritten(scribe, draft.files).intents.some(({ written }) => written['id'] === form.id)
    if (taken) throw new AppError('intent_taken')
    await refuseReferred(deps, { before: draft.files, after: { ...draft.files, [intent.file]: text }, id })
  }
  return intentIn(deps, await saveDraftFile(deps, agent, { path: intent.file, text, seen }), form.id)
}

/** Answers that go, then those that change where they stand, then what is new and the order: so each keeps what is written beside it. */
function editsFor({ index, written }: PlacedIntent, form: IntentForm, language: Locale): readonly YamlEdit[] {
  const at = ['intents', index] as const
  const answers: readonly unknown[] = Array.isArray(written['answers']) ? written['answers'] : []
  const forms = new Map(form.answers.flatMap((one) => (one.was === undefined ? [] : [[one.was, one] as const])))
  const stay = [...answers.keys()].filter((n) => forms.has(n))
  const gone = stay.length === 0 ? [] : [...answers.keys()].filter((n) => !forms.has(n)).toReversed()
  const changed = stay.flatMap((was, n) => {
    const one = forms.get(was)
    const value = one && writeAnswer(one, answers[was], language)
    return isDeepStrictEqual(value, answers[was]) ? [] : [{ path: [...at, 'answers', n], value }]
  })
  return [
    ...gone.map((n) => ({ path: [...at, 'answers', n] })),
    ...changed,
    { path: at, value: writeIntent(form, written, language) },
  ]
}
