import type { MessageStore } from '../ports/storage.ts'
import { appendOne } from './append-one.ts'
import { RECALLED_BODY } from './append-plan.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import type { Engine } from './migrations.ts'
import { toMessage } from './rows.ts'
import type { Db } from './schema.ts'
import { searchMessages } from './search-messages.ts'

export function messageStore(db: Db, engine: Engine): MessageStore {
  return {
    append: (draft) => appendOne(db, engine, draft),
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
    recall: async (id, seq, by, since) => {
      let query = db
        .updateTable('messages')
        .set({ body: RECALLED_BODY, quote: null, quoted_seq: null })
        .where('conversation_id', '=', id)
        .where('seq', '=', seq)
        .where('author_kind', '=', by.kind)
        .where('at', '>=', since)
        .where('body', '<>', RECALLED_BODY)
      if (by.kind === 'agent') query = query.where('author_id', '=', by.id)
      const row = await query.returningAll().executeTakeFirst()
      return row && toMessage(row)
    },
    requote: async (id, quote) => {
      const rows = await db
        .updateTable('messages')
        .set({ quote: JSON.stringify(quote) })
        .where('conversation_id', '=', id)
        .where('quoted_seq', '=', quote.seq)
        .returningAll()
        .execute()
      return rows.map(toMessage).toSorted((a, b) => a.seq - b.seq)
    },
    rate: (id, seq, helpful) =>
      atomically(db, async (trx) => {
        const result = await trx
          .updateTable('messages')
          .set({ helpful: helpful ? 1 : 0 })
          .where('conversation_id', '=', id)
          .where('seq', '=', seq)
          .where('author_kind', '=', 'bot')
          .executeTakeFirst()
        const isRated = result.numUpdatedRows > 0n
        if (isRated) await markChanged(trx, [id])
        return isRated
      }),
  }
}
