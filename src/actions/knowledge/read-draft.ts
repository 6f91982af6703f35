import { createHash } from 'node:crypto'
import type { DraftFile } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { Deps } from '../deps.ts'
import { type LaidFile, layDraft } from './lay-draft.ts'

/** The knowledge as it would be if the draft were published now. */
export interface KnowledgeDraft {
  readonly files: KnowledgeFiles
  /** As they are kept, by path. */
  readonly changes: readonly DraftFile[]
  /** The changes as they stand against the folder, by path. */
  readonly laid: ReadonlyMap<string, LaidFile>
  /** Names these files: another text, another print. */
  readonly print: string
  /** What lies in the folder, and the version that it makes. */
  readonly liveFiles: KnowledgeFiles
  readonly liveVersion: string
}

export type DraftDeps = Pick<Deps, 'storage' | 'editing'>

export async function readDraft({ storage, editing }: DraftDeps): Promise<KnowledgeDraft> {
  const { folder, scribe } = editing
  const { files: liveFiles, version: liveVersion } = await folder.read()
  const changes = await storage.knowledgeDraft.list()
  const { laid, files } = layDraft(changes, liveFiles, scribe.merge)
  return { files, changes, laid, print: folder.versionOf(files), liveFiles, liveVersion }
}

/**
 * Names a file as somebody reads it now; absent where there is none. Whoever saves it says by this what they have seen. That the file
 * was published meanwhile makes no difference: its text is the same.
 */
export function seenOf(
  { laid, liveFiles }: Pick<KnowledgeDraft, 'laid' | 'liveFiles'>,
  path: string,
): string | undefined {
  const file = laid.get(path)
  if (!file && liveFiles[path] === undefined) return undefined
  const told = file ? [file.text ?? null, file.conflict] : [liveFiles[path], false]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)
}
