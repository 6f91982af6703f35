import { sql } from 'kysely'
import type { NodeState, NodeStore } from '../ports/nodes.ts'
import type { NodeRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

const SHOP_KEY = 'shop-key'

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
