import type { MessageStore } from '../ports/storage.ts'
import { toMessage } from './rows.ts'
import type { Db } from './schema.ts'
import { searchMessages } from './search-messages.ts'

export function messageStore(db: Db): MessageStore {
  return {
    listAfter: async (id, seq, limit) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation_id', '=', id)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(toMessage)
    },
    listBefore: async (id, seq, limit) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation_id', '=', id)
        .where('seq', '<', seq)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toMessage).toReversed()
    },
    search: (id, words, limit) => searchMessages(db, id, words, limit),
    find: async (id, seq) => {
      const row = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation_id', '=', id)
        .where('seq', '=', seq)
        .executeTakeFirst()
      return row && toMessage(row)
    },
    findByKey: async (id, key) => {
      const row = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation_id', '=', id)
        .where('key', '=', key)
        .executeTakeFirst()
      return row && toMessage(row)
    },
    rate: async (id, seq, helpful) => {
      const result = await db
        .updateTable('messages')
        .set({ helpful: helpful ? 1 : 0 })
        .where('conversation_id', '=', id)
        .where('seq', '=', seq)
        .where('author_kind', '=', 'bot')
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
  }
}
