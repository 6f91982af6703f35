import { sql } from 'kysely'
import type { KnowledgeFiles, KnowledgeStore, NodeState, NodeStore } from '../ports/nodes.ts'
import { atomically } from './atomically.ts'
import type { NodeRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

const SHOP_KEY = 'shop-key'
/** Older versions are kept by name only: whoever starts with one must learn that it is old. */
const FILES_KEPT = 20

export function nodeStore(db: Db): NodeStore {
  return {
    shopKey: async (proposed) => {
      await db
        .insertInto('settings')
        .values({ name: SHOP_KEY, value: proposed })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { value } = await db
        .selectFrom('settings')
        .select('value')
        .where('name', '=', SHOP_KEY)
        .executeTakeFirstOrThrow()
      return value
    },
    beat: async ({ id, browsers, knowledge }) => {
      const now = { browsers: JSON.stringify(Object.fromEntries(browsers)), knowledge }
      await db
        .insertInto('nodes')
        .values({ id, beats: 1, ...now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...now, beats: sql`nodes.beats + 1` }))
        .execute()
    },
    list: async () => (await db.selectFrom('nodes').selectAll().orderBy('id').execute()).map(toNode),
    forget: async (id, beats) => {
      const row = await db
        .deleteFrom('nodes')
        .where('id', '=', id)
        .where('beats', '=', beats)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    leave: async (id) => {
      await db.deleteFrom('nodes').where('id', '=', id).execute()
    },
  }
}

function toNode({ id, beats, browsers, knowledge }: NodeRow): NodeState {
  return { id, beats, knowledge, browsers: new Map(Object.entries(JSON.parse(browsers) as Record<string, number>)) }
}

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
      return row && row.files !== '' ? (JSON.parse(row.files) as KnowledgeFiles) : undefined
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
        // `where true`: without it SQLite takes the conflict for a join of the select.
        await sql`insert into knowledge_versions (version, place, files)
          select ${version}, coalesce(max(place), 0) + 1, ${JSON.stringify(files)} from knowledge_versions where true
          on conflict (version) do update set place = excluded.place, files = excluded.files`.execute(trx)
        await sql`update knowledge_versions set files = '' where files <> '' and
          place <= (select max(place) from knowledge_versions) - ${FILES_KEPT}`.execute(trx)
      }),
  }
}
