import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { Problem } from '../../domain/knowledge.ts'
import type { YamlEdit } from '../../ports/knowledge-editing.ts'
import { addProblems } from '../knowledge/inspect-draft.ts'
import { type DraftDeps, type KnowledgeDraft, readDraft, seenOf } from '../knowledge/read-draft.ts'
import { type DraftSaveDeps, saveDraftFile } from '../knowledge/save-draft-file.ts'

export const SHOP_FILE = 'shop.yaml'

/** What shop.yaml says in the draft, for forms. */
export interface ShopFileRead {
  readonly data: unknown
  /** Names what was read; to be sent with what is saved over it. */
  readonly seen: string | undefined
  /** The draft says something else than what serves. */
  readonly changed: boolean
  readonly problems: readonly Problem[]
}

export async function readShopFile(deps: DraftDeps, supervisor: Agent): Promise<ShopFileRead> {
  requireRole(supervisor, 'supervisor')
  return toRead(deps, await readDraft(deps))
}

/** Changes single values in the draft; all else in the file stays as it is written, comments too. Throws `knowledge_changed`. */
export async function editShopFile(
  deps: DraftSaveDeps,
  supervisor: Agent,
  { edits, seen }: { readonly edits: readonly YamlEdit[]; readonly seen: string | undefined },
): Promise<ShopFileRead> {
  requireRole(supervisor, 'supervisor')
  const text = textOf(await readDraft(deps))
  const edited = deps.editing.scribe.edit(text, edits)
  const draft = await saveDraftFile(deps, supervisor, { path: SHOP_FILE, text: edited, seen })
  // What is wrong with it takes a while to find out, and is asked for when it is read.
  return toView(deps, draft, [])
}

async function toRead(deps: DraftDeps, draft: KnowledgeDraft): Promise<ShopFileRead> {
  // What serves was checked when it was taken up: that is not done again for everybody who looks.
  const problems = draft.changes.length === 0 ? [] : (await addProblems(deps, draft)).problems
  return toView(deps, draft, problems)
}

function toView(deps: DraftDeps, draft: KnowledgeDraft, problems: readonly Problem[]): ShopFileRead {
  return {
    data: deps.editing.scribe.read(textOf(draft)),
    seen: seenOf(draft, SHOP_FILE),
    changed: draft.files[SHOP_FILE] !== draft.liveFiles[SHOP_FILE],
    problems: problems.filter(({ place }) => place.startsWith(`${SHOP_FILE}:`)),
  }
}

function textOf({ files }: KnowledgeDraft): string {
  const text = files[SHOP_FILE]
  if (text === undefined) throw new AppError('knowledge_file_not_found')
  return text
}
