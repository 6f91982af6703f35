import type { KnowledgeDraftStore, KnowledgeWrite, Publication } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { Storage } from '../../ports/storage.ts'

/** What was written serves: it becomes a publication, and the draft holds only what goes beyond it. */
export function finishWrite(storage: Storage, write: KnowledgeWrite, files: KnowledgeFiles): Promise<Publication> {
  const { id, version, kind, at, by, note, changes } = write
  return storage.transaction(async ({ publications, knowledgeDraft, audit }) => {
    const publication = await publications.add({ version, kind, at, note, ...(by && { by }) }, files)
    await rebase(knowledgeDraft, write, files)
    await audit.add({
      at,
      actor: by?.id ?? 'command-line',
      action: kind === 'rolled_back' ? 'knowledge.rolled_back' : 'knowledge.published',
      target: String(publication.number),
      detail: { version, note, files: changes.map(({ path }) => path) },
    })
    await publications.end(id)
    return publication
  })
}

async function rebase(
  draft: KnowledgeDraftStore,
  { ofDraft, changes }: KnowledgeWrite,
  files: KnowledgeFiles,
): Promise<void> {
  const rows = await draft.list()
  await draft.discard(rows.filter(({ path, text }) => text === files[path]).map(({ path }) => path))
  if (!ofDraft) return

  // Saved on while it was being published: what was published is what they go on from.
  const written = new Set(changes.map(({ path }) => path))
  for (const { base: _, ...row } of rows.filter(({ path, text }) => written.has(path) && text !== files[path])) {
    const base = files[row.path]
    await draft.save({ ...row, ...(base !== undefined && { base }), at: row.at + 1 }, row.at)
  }
}
