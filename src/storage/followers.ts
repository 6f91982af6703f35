import type { FollowerStore } from '../ports/follow-ups.ts'
import { atomically } from './atomically.ts'
import { newRow } from './conversations.ts'
import { claimedEntry } from './queue-moves.ts'
import { toConversation } from './rows.ts'
import type { Db } from './schema.ts'

export function followerStore(db: Db): FollowerStore {
  return {
    open: ({ agentId, card, ...draft }) =>
      atomically(db, async (trx) => {
        const [row] = await trx
          .insertInto('conversations')
          .values({ ...newRow(draft), status: 'assigned', agent_id: agentId })
          .onConflict((conflict) => conflict.column('previous_id').doNothing())
          .returningAll()
          .execute()
        if (!row) return undefined

        await trx
          .insertInto('queue_entries')
          .values(claimedEntry({ id: row.id, agentId, at: draft.at, reason: 'follow_up', priority: 2, card }))
          .execute()
        return toConversation(row)
      }),
    takeFromBot: ({ id, agentId, card, at }) =>
      atomically(db, async (trx) => {
        const row = await trx
          .updateTable('conversations')
          .set({ status: 'assigned', agent_id: agentId, updated_at: at, called_at: at })
          .where('id', '=', id)
          .where('status', '=', 'bot')
          .returning('id')
          .executeTakeFirst()
        if (!row) return false

        await trx
          .insertInto('queue_entries')
          .values(claimedEntry({ id: id, agentId, at: at, reason: 'follow_up', priority: 2, card }))
          .execute()
        return true
      }),
  }
}
