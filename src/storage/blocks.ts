import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Block, FOREVER } from '../domain/block.ts'
import { AppError } from '../domain/errors.ts'
import type { BlockStore } from '../ports/customers.ts'
import { atomically } from './atomically.ts'
import type { BlockRow } from './schema/rows-people.ts'
import type { Db } from './schema.ts'

export function blockStore(db: Db): BlockStore {
  return {
    set: (block) => atomically(db, (trx) => set(trx, block)),
    lift: (customerId, lifted) =>
      atomically(db, async (trx) => {
        await setUntil(trx, customerId, null)
        return end(trx, customerId, lifted)
      }),
    find: async (customerId, now) => {
      const row = await inForce(db, now)
        .where('customer_id', '=', customerId)
        .orderBy((order) => order.fn.coalesce('until_at', sql<number>`${FOREVER}`), 'desc')
        .executeTakeFirst()
      return row && toBlock(row)
    },
    list: async (now, limit) => {
      const rows = await inForce(db, now).orderBy('from_at', 'desc').orderBy('id').limit(limit).execute()
      return rows.map(toBlock)
    },
    endConversations: (customerId, at) => atomically(db, (trx) => endConversations(trx, customerId, at)),
  }
}

async function set(db: Db, block: Block): Promise<void> {
  await setUntil(db, block.customerId, block.until ?? FOREVER)
  await end(db, block.customerId, { by: block.by.id, at: block.from })
  await db
    .insertInto('blocks')
    .values({
      id: randomUUID(),
      customer_id: block.customerId,
      reason: block.reason,
      by_id: block.by.id,
      by_name: block.by.name,
      from_at: block.from,
      until_at: block.until ?? null,
      ended_at: null,
      ended_by: null,
    })
    .execute()
}

/** What the message log reads. */
async function setUntil(db: Db, customerId: string, until: number | null): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('customers')
    .set({ blocked_until: until })
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('customer_not_found')
}

/** Whether one was in force: what has run out by itself is closed too, and does not count. */
async function end(db: Db, customerId: string, { by, at }: { by: string; at: number }): Promise<boolean> {
  const ended = await db
    .updateTable('blocks')
    .set({ ended_at: at, ended_by: by })
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .returning('until_at')
    .execute()
  return ended.some((row) => row.until_at === null || row.until_at > at)
}

function inForce(db: Db, now: number) {
  return db
    .selectFrom('blocks')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
}

async function endConversations(db: Db, customerId: string, at: number): Promise<readonly string[]> {
  const ended = await db
    .updateTable('conversations')
    .set((row) => ({
      status: 'resolved',
      agent_id: null,
      queued_for: null,
      waiting_since: null,
      with_bot: 0,
      transfer_to: null,
      transfer_until: null,
      unread: 0,
      handled_seq: row.ref('last_customer_seq'),
      updated_at: at,
    }))
    .where('customer_id', '=', customerId)
    .where('status', '<>', 'resolved')
    .where('last_seq', '>', 0)
    .returning('id')
    .execute()
  const ids = ended.map(({ id }) => id)
  if (ids.length === 0) return []

  await db
    .updateTable('queue_entries')
    .set({ state: 'done', ended_at: at, offered_to: null, offer_until: null })
    .where('conversation_id', 'in', ids)
    .where('state', '<>', 'done')
    .execute()
  return ids
}

function toBlock(row: BlockRow): Block {
  return {
    customerId: row.customer_id,
    reason: row.reason,
    by: { id: row.by_id, name: row.by_name },
    from: row.from_at,
    ...(row.until_at !== null && { until: row.until_at }),
  }
}
