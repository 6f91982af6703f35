import { AppError } from '../../domain/errors.ts'
import { textIn } from '../../domain/localized-text.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { DraftDeps } from './read-draft.ts'

/** Throws `intent_referred` with the places where an intent would be missed, were these the files. */
export async function refuseReferred(
  { editing }: Pick<DraftDeps, 'editing'>,
  { before, after, id }: { readonly before: KnowledgeFiles; readonly after: KnowledgeFiles; readonly id: string },
): Promise<void> {
  const { problems } = await editing.scribe.check(after)
  const missed = problems.filter(({ cause }) => textIn(cause, 'zh', 'zh').includes(`「${id}」`))
  if (missed.length === 0) return
  const known = new Set((await editing.scribe.check(before)).problems.map(({ cause }) => textIn(cause, 'zh', 'zh')))
  const found = missed.filter(({ cause }) => !known.has(textIn(cause, 'zh', 'zh')))
  if (found.length === 0) return
  const places = found.map(({ place }) => place).join(', ')
  throw new AppError('intent_referred', { message: `Others name this intent: ${places}`, problems: found })
}
