import { sql } from 'kysely'
import type { HandoffReason } from '../domain/handoff.ts'
import type { QueueStore } from '../ports/storage.ts'
import { atomically } from './atomically.ts'
import { toQueueEntry } from './rows.ts'
import type { ConversationRow, Db, QueueEntryRow } from './schema.ts'

/** A change of hands: the first statement, on the conversation, settles who wins; the entry follows it. */
interface Move {
  readonly id: string
  readonly when: { readonly status: ConversationRow['status']; readonly agentId?: string | undefined }
  readonly conversation: Partial<ConversationRow>
  readonly entry: Partial<QueueEntryRow>
}

export function queueStore(db: Db): QueueStore {
  return {
    list: async (limit) => {
      const rows = await db
        .selectFrom('queue_entries')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('priority')
        .orderBy('enqueued_at')
        .orderBy('conversation_id')
        .limit(limit)
        .execute()
      return rows.map(toQueueEntry)
    },
    find: async (id) => {
      const row = await db
        .selectFrom('queue_entries')
        .selectAll()
        .where('conversation_id', '=', id)
        .orderBy('enqueued_at', 'desc')
        .executeTakeFirst()
      return row && toQueueEntry(row)
    },
    position: (id) => position(db, id),
    claim: (id, agentId, at) =>
      move(db, {
        id,
        when: { status: 'queued' },
        conversation: { status: 'assigned', agent_id: agentId, queued_for: null, updated_at: at },
        entry: { state: 'claimed', agent_id: agentId, claimed_at: at },
      }),
    giveBack: async (id, agentId, at) => {
      const entry = await db
        .selectFrom('queue_entries')
        .select('reason')
        .where('conversation_id', '=', id)
        .where('state', '=', 'claimed')
        .executeTakeFirst()
      return move(db, {
        id,
        when: { status: 'assigned', agentId },
        conversation: { status: 'queued', agent_id: null, queued_for: entry?.reason ?? 'asked', updated_at: at },
        entry: { state: 'waiting', agent_id: null, claimed_at: null },
      })
    },
    transfer: (id, from, to, at) =>
      move(db, {
        id,
        when: { status: 'assigned', agentId: from },
        conversation: { agent_id: to, updated_at: at },
        entry: { agent_id: to },
      }),
    returnToBot: (id, agentId, at) =>
      move(db, {
        id,
        when: agentId ? { status: 'assigned', agentId } : { status: 'queued' },
        conversation: { status: 'bot', agent_id: null, queued_for: null, updated_at: at },
        entry: { state: 'done', ended_at: at },
      }),
    resolve: (id, agentId, at) =>
      move(db, {
        id,
        when: { status: 'assigned', agentId },
        conversation: {
          status: 'resolved',
          agent_id: null,
          waiting_since: null,
          unread: 0,
          asked_rating: 'agent',
          asked_at: at,
          updated_at: at,
        },
        entry: { state: 'done', ended_at: at },
      }),
    recentServiceSeconds: async () => {
      const rows = await db
        .selectFrom('queue_entries')
        .select(['claimed_at', 'ended_at'])
        .where('claimed_at', 'is not', null)
        .where('ended_at', 'is not', null)
        .orderBy('ended_at', 'desc')
        .limit(100)
        .execute()
      if (rows.length === 0) return undefined

      const total = rows.reduce((sum, row) => sum + (row.ended_at ?? 0) - (row.claimed_at ?? 0), 0)
      return total / rows.length / 1000
    },
    listHandoffs: async (customerId) => {
      const rows = await db
        .selectFrom('queue_entries as e')
        .innerJoin('conversations as c', 'c.id', 'e.conversation_id')
        .select(['e.conversation_id as conversationId', 'e.reason', 'e.enqueued_at as enqueuedAt'])
        .where('c.customer_id', '=', customerId)
        .orderBy('e.enqueued_at', 'desc')
        .limit(200)
        .execute()
      return rows.map((row) => ({ ...row, reason: row.reason as HandoffReason }))
    },
  }
}

async function position(db: Db, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('queue_entries as mine')
    .select((mine) =>
      mine
        .selectFrom('queue_entries as other')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('other.state', '=', 'waiting')
        .where(
          sql<boolean>`(other.priority, other.enqueued_at, other.conversation_id) <= (mine.priority, mine.enqueued_at, mine.conversation_id)`,
        )
        .as('position'),
    )
    .where('mine.conversation_id', '=', id)
    .where('mine.state', '=', 'waiting')
    .executeTakeFirst()
  return row?.position ?? undefined
}

function move(db: Db, change: Move): Promise<boolean> {
  return atomically(db, async (trx) => {
    let settle = trx
      .updateTable('conversations')
      // What was laid aside is laid aside by whoever holds it.
      .set({ snoozed_until: null, woken_at: null, ...change.conversation })
      .where('id', '=', change.id)
      .where('status', '=', change.when.status)
    if (change.when.agentId) settle = settle.where('agent_id', '=', change.when.agentId)
    const settled = await settle.returning('id').executeTakeFirst()
    if (!settled) return false

    await trx
      .updateTable('queue_entries')
      .set(change.entry)
      .where('conversation_id', '=', change.id)
      .where('state', '<>', 'done')
      .execute()
    return true
  })
}
