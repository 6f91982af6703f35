import type { DraftCheck, DraftCheckStore, DraftFile, KnowledgeDraftStore } from '../ports/knowledge-editing.ts'
import type { KnowledgeDraftRow } from './schema/rows-knowledge.ts'
import type { Db } from './schema.ts'

/** A draft changes with every save; who undoes one finds its check again. */
const CHECKS_KEPT = 10

export function knowledgeDraftStore(db: Db): KnowledgeDraftStore {
  return {
    list: async () => (await db.selectFrom('knowledge_draft').selectAll().orderBy('path').execute()).map(toDraftFile),
    find: async (path) => {
      const row = await db.selectFrom('knowledge_draft').selectAll().where('path', '=', path).executeTakeFirst()
      return row && toDraftFile(row)
    },
    save: async (file, seen) => {
      const { path, ...row } = toRow(file)
      const kept =
        seen === undefined
          ? db
              .insertInto('knowledge_draft')
              .values({ path, ...row })
              .onConflict((conflict) => conflict.doNothing())
              .returning('path')
          : db.updateTable('knowledge_draft').set(row).where('path', '=', path).where('at', '=', seen).returning('path')
      return (await kept.executeTakeFirst()) !== undefined
    },
    discard: async (paths) => {
      const gone = db.deleteFrom('knowledge_draft')
      await (paths ? gone.where('path', 'in', [...paths, '']) : gone).execute()
    },
  }
}

function toRow({ path, base, text, by, at }: DraftFile): KnowledgeDraftRow {
  return { path, base: pack(base), text: pack(text), by_id: by.id, by_name: by.name, at }
}

function pack(text: string | undefined): string | null {
  return text === undefined ? null : JSON.stringify(text)
}

function toDraftFile({ path, base, text, by_id, by_name, at }: KnowledgeDraftRow): DraftFile {
  return {
    path,
    ...(base !== null && { base: JSON.parse(base) as string }),
    ...(text !== null && { text: JSON.parse(text) as string }),
    by: { id: by_id, name: by_name },
    at,
  }
}

export function draftCheckStore(db: Db): DraftCheckStore {
  return {
    keep: async (check) => {
      const row = { at: check.at, found: JSON.stringify(check) }
      await db
        .insertInto('draft_checks')
        .values({ print: check.print, ...row })
        .onConflict((conflict) => conflict.column('print').doUpdateSet(row))
        .execute()
      const kept = db
        .selectFrom('draft_checks')
        .select('print')
        .orderBy('at', 'desc')
        .orderBy('print')
        .limit(CHECKS_KEPT)
      await db.deleteFrom('draft_checks').where('print', 'not in', kept).where('print', '<>', check.print).execute()
    },
    find: async (print) => {
      const row = await db.selectFrom('draft_checks').select('found').where('print', '=', print).executeTakeFirst()
      return row && (JSON.parse(row.found) as DraftCheck)
    },
  }
}
