import { sql } from 'kysely'
import type { KnowledgeStore } from '../ports/nodes.ts'
import { atomically } from './atomically.ts'
import { keepTexts, parseManifest, readTexts } from './knowledge-texts.ts'
import type { Db } from './schema.ts'

/** Older versions are kept by name only: whoever starts with one must learn that it is old. */
const FILES_KEPT = 20

export function knowledgeStore(db: Db): KnowledgeStore {
  return {
    newest: async () => {
      const row = await db
        .selectFrom('knowledge_versions')
        .select('version')
        .orderBy('place', 'desc')
        // Two that were taken up at once: the same one for every node.
        .orderBy('version')
        .limit(1)
        .executeTakeFirst()
      return row?.version
    },
    find: async (version) => {
      const row = await db
        .selectFrom('knowledge_versions')
        .select('files')
        .where('version', '=', version)
        .executeTakeFirst()
      return row && row.files !== '' ? readTexts(db, parseManifest(row.files)) : undefined
    },
    knows: async (version) => {
      const row = await db
        .selectFrom('knowledge_versions')
        .select('version')
        .where('version', '=', version)
        .executeTakeFirst()
      return row !== undefined
    },
    takeUp: (version, files) =>
      atomically(db, async (trx) => {
        const manifest = JSON.stringify(await keepTexts(trx, files))
        // `where true`: without it SQLite takes the conflict for a join of the select.
        await sql`insert into knowledge_versions (version, place, files)
          select ${version}, coalesce(max(place), 0) + 1, ${manifest} from knowledge_versions where true
          on conflict (version) do update set place = excluded.place, files = excluded.files`.execute(trx)
        await sql`update knowledge_versions set files = '' where files <> '' and
          place <= (select max(place) from knowledge_versions) - ${FILES_KEPT}`.execute(trx)
      }),
  }
}
