import type { Conversation } from '../domain/conversation.ts'
import type { Tier } from '../domain/customer.ts'
import type { Awaited, PromiseStore, Untold } from '../ports/promises.ts'
import type { Db } from './schema.ts'

/** Since when, and of which moment it was told. */
const COLUMNS = {
  answer: { since: 'waiting_since', told: 'told_wait' },
  end: { since: 'called_at', told: 'told_call' },
} as const

export function promiseStore(db: Db): PromiseStore {
  return {
    listUntold: (awaited, before, limit) => listUntold(db, awaited, before, limit),
    claimTelling: async (id, awaited, since) => {
      const { since: begun, told } = COLUMNS[awaited]
      const row = await db
        .updateTable('conversations')
        .set({ [told]: since })
        .where('id', '=', id)
        .where('status', 'in', ['queued', 'assigned'])
        .where('snoozed_until', 'is', null)
        .where(begun, '=', since)
        .where((where) => where.or([where(told, 'is', null), where(told, '<>', since)]))
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

async function listUntold(db: Db, awaited: Awaited, before: number, limit: number): Promise<readonly Untold[]> {
  const { since, told } = COLUMNS[awaited]
  const rows = await db
    .selectFrom('conversations as c')
    .innerJoin('customers as p', 'p.id', 'c.customer_id')
    .select(['c.id', 'c.status', 'c.agent_id', 'c.group_id', 'p.tier'])
    .select(['c.waiting_since', 'c.called_at', 'c.first_replied_at'])
    .where('c.status', 'in', ['queued', 'assigned'])
    .where('c.snoozed_until', 'is', null)
    .where(`c.${since}`, '<=', before)
    .where((where) => where.or([where(`c.${told}`, 'is', null), where(`c.${told}`, '<>', where.ref(`c.${since}`))]))
    .orderBy(`c.${since}`)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    conversationId: row.id,
    status: row.status as Conversation['status'],
    tier: row.tier as Tier,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.waiting_since !== null && { waitingSince: row.waiting_since }),
    ...(row.called_at !== null && { calledAt: row.called_at }),
    ...(row.first_replied_at !== null && { firstRepliedAt: row.first_replied_at }),
  }))
}
