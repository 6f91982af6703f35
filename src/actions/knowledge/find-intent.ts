import { AppError } from '../../domain/errors.ts'
import { type Fields, isFields } from '../../domain/intent-form.ts'
import type { KnowledgeScribe } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { KnowledgeDraft } from './read-draft.ts'

/** An intent where the owner wrote it. */
export interface PlacedIntent {
  readonly file: string
  /** Its place among the intents of the file. */
  readonly index: number
  readonly written: Fields
  readonly line: number
  readonly until: number
}

/** Every intent of these files that has an id, and the files that cannot be read. */
export function listWritten(
  scribe: KnowledgeScribe,
  files: KnowledgeFiles,
): { readonly intents: readonly PlacedIntent[]; readonly unread: readonly string[] } {
  const intents: PlacedIntent[] = []
  const unread: string[] = []
  for (const file of Object.keys(files).toSorted()) {
    const text = files[file]
    if (text === undefined || scribe.kindOf(file) !== 'intents') continue
    try {
      for (const [index, { data, line, until }] of scribe.entries(text, 'intents').entries()) {
        if (isFields(data) && typeof data['id'] === 'string') intents.push({ file, index, written: data, line, until })
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unread.push(file)
    }
  }
  return { intents, unread }
}

/** Throws `intent_not_found`; `knowledge_unreadable` where a file that cannot be read may hold it. */
export function getWritten(
  scribe: KnowledgeScribe,
  { files }: Pick<KnowledgeDraft, 'files'>,
  id: string,
): PlacedIntent {
  const { intents, unread } = listWritten(scribe, files)
  const found = intents.find(({ written }) => written['id'] === id)
  if (found) return found
  const [file] = unread
  if (file === undefined) throw new AppError('intent_not_found')
  throw new AppError('knowledge_unreadable', { message: `${file} cannot be read. Mend it first.` })
}

/** Whether the draft has it as it lies in the folder. */
export function isChanged(draft: KnowledgeDraft, live: readonly PlacedIntent[], intent: PlacedIntent): boolean {
  if (draft.files[intent.file] === draft.liveFiles[intent.file]) return false
  const before = live.find(({ written }) => written['id'] === intent.written['id'])
  return before?.file !== intent.file || JSON.stringify(before.written) !== JSON.stringify(intent.written)
}
