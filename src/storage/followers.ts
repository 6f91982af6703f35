import type { FollowerStore } from '../ports/follow-ups.ts'
import { atomically } from './atomically.ts'
import { newRow } from './conversations.ts'
import { toConversation } from './rows.ts'
import type { QueueEntryRow } from './schema/rows-desk.ts'
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
          .values(claimed(row.id, agentId, card, draft.at))
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
          .values(claimed(id, agentId, card, at))
          .execute()
        return true
      }),
  }
}

/** Nobody has waited; but who serves it, where it returns to, and how long it takes are known as of any other. */
function claimed(id: string, agentId: string, card: object, at: number): QueueEntryRow {
  return {
    conversation_id: id,
    enqueued_at: at,
    state: 'claimed',
    reason: 'follow_up',
    kind: 'live',
    priority: 2,
    card: JSON.stringify(card),
    agent_id: agentId,
    claimed_at: at,
    ended_at: null,
    group_id: null,
    offered_to: null,
    offer_until: null,
  }
}
