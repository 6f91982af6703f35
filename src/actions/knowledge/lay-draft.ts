import type { DraftFile, KnowledgeScribe } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'

/** A file of the draft as it stands against the folder of today. */
export interface LaidFile {
  readonly kept: DraftFile
  /** As it would be published; absent: it goes. Where both contradict, it holds both. */
  readonly text?: string
  /** As it lies in the folder; absent: it does not. */
  readonly live?: string
  readonly conflict: boolean
  /** The folder has changed meanwhile, and both changes are in `text`. */
  readonly merged: boolean
}

/** Lays what was changed in the draft over the folder; what has changed there meanwhile is kept too, where the two do not contradict. */
export function layDraft(
  changes: readonly DraftFile[],
  folder: KnowledgeFiles,
  merge: KnowledgeScribe['merge'],
): { readonly laid: ReadonlyMap<string, LaidFile>; readonly files: KnowledgeFiles } {
  const laid = new Map(changes.map((kept) => [kept.path, layFile(kept, folder[kept.path], merge)]))
  const files: Record<string, string> = { ...folder }
  for (const [path, { text }] of laid) {
    if (text === undefined) delete files[path]
    else files[path] = text
  }
  return { laid, files }
}

function layFile(kept: DraftFile, live: string | undefined, merge: KnowledgeScribe['merge']): LaidFile {
  const { base, text } = kept
  const found = { kept, ...(live !== undefined && { live }) }
  if (live === base || live === text)
    return { ...found, ...(text !== undefined && { text }), conflict: false, merged: false }
  // One side wants it gone, the other has changed it: what is written must not be lost unseen.
  if (live === undefined || text === undefined)
    return { ...found, text: live ?? text ?? '', conflict: true, merged: false }

  const both = merge({ base: base ?? '', mine: text, theirs: live })
  return { ...found, text: both.text, conflict: both.conflicts > 0, merged: true }
}
