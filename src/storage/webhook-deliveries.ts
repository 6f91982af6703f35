import { sql } from 'kysely'
import type { Delivery, DeliveryStatus } from '../domain/webhook.ts'
import type { DeliveryDraft, DeliveryFilter, DeliveryStore } from '../ports/webhooks.ts'
import type { Engine } from './migrations.ts'
import type { DeliveryRow } from './schema/rows-webhooks.ts'
import type { Db } from './schema.ts'

/** As the index spells it out. */
const DUE = sql.lit<'due'>('due')
/** Rows that one statement carries. */
const MOST_ROWS = 200

export function deliveryStore(db: Db, engine: Engine): DeliveryStore {
  return {
    addAll: async (drafts) => {
      for (let from = 0; from < drafts.length; from += MOST_ROWS) {
        await db
          .insertInto('webhook_deliveries')
          .values(drafts.slice(from, from + MOST_ROWS).map(toRow))
          .onConflict((conflict) => conflict.columns(['webhook_id', 'event_key']).doNothing())
          .execute()
      }
    },
    find: async (id) => {
      const row = await db.selectFrom('webhook_deliveries').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toDelivery(row)
    },
    list: (filter) => list(db, filter),
    ...claimsOn(db, engine),
    sendAgain: async (id, now) => {
      const row = await db
        .updateTable('webhook_deliveries')
        .set({ status: 'due', attempts: 0, due_at: now, locked_until: 0 })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    countDue: async (webhookId) => {
      const row = await db
        .selectFrom('webhook_deliveries')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('webhook_id', '=', webhookId)
        .where('status', '=', DUE)
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
    prune: async (deliveredBefore, madeBefore) => {
      const done = await db
        .deleteFrom('webhook_deliveries')
        .where('created_at', '<', deliveredBefore)
        .where(({ eb, or }) => or([eb('status', '=', 'delivered'), eb('created_at', '<', madeBefore)]))
        .executeTakeFirst()
      return Number(done.numDeletedRows)
    },
  }
}

/** What is to be sent, each for one caller at a time. */
function claimsOn(db: Db, engine: Engine): Pick<DeliveryStore, 'listAwaited' | 'claimDue' | 'claim' | 'settle'> {
  // As jobs are claimed: who finds a row in somebody else's hand steps over it.
  const unheld = engine === 'postgres' ? sql`for update skip locked` : sql``
  return {
    listAwaited: async (now) => {
      const rows = await sql<{ id: string }>`
        select w.id from webhooks w where w.active = 1 and exists (select 1 from webhook_deliveries d
          where d.webhook_id = w.id and d.status = ${DUE} and d.due_at <= ${now} and d.locked_until <= ${now})`.execute(
        db,
      )
      return rows.rows.map(({ id }) => id)
    },
    claimDue: async (webhookId, now, lockedUntil, limit) => {
      const rows = await sql<DeliveryRow>`
        with due as materialized (
          select id from webhook_deliveries
          where webhook_id = ${webhookId} and status = ${DUE} and due_at <= ${now} and locked_until <= ${now}
            and exists (select 1 from webhooks w where w.id = ${webhookId} and w.active = 1)
          order by due_at, created_at limit ${limit} ${unheld})
        update webhook_deliveries set locked_until = ${lockedUntil}, attempts = attempts + 1
        where id in (select id from due) and locked_until <= ${now} and status = ${DUE}
        returning *`.execute(db)
      return rows.rows.map(toDelivery).toSorted((one, other) => one.createdAt - other.createdAt)
    },
    claim: async (id, now, lockedUntil) => {
      const row = await db
        .updateTable('webhook_deliveries')
        .set({ locked_until: lockedUntil, attempts: sql`attempts + 1` })
        .where('id', '=', id)
        .where('locked_until', '<=', now)
        .returningAll()
        .executeTakeFirst()
      return row && toDelivery(row)
    },
    settle: async ({ id, attempts }, { status, dueAt, attempt }) => {
      await db
        .updateTable('webhook_deliveries')
        .set({
          status,
          due_at: dueAt,
          locked_until: 0,
          last_at: attempt.at,
          last_ms: attempt.milliseconds,
          last_status: attempt.status ?? null,
          last_answer: attempt.answer ?? null,
          last_error: attempt.error ?? null,
        })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .execute()
    },
  }
}

async function list(db: Db, { webhookId, status, before, limit }: DeliveryFilter): Promise<readonly Delivery[]> {
  let query = db.selectFrom('webhook_deliveries').selectAll().where('webhook_id', '=', webhookId)
  if (status !== undefined) query = query.where('status', '=', status)
  if (before) query = query.where(sql<boolean>`(created_at, id) < (${before.at}, ${before.id})`)
  return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(toDelivery)
}

function toRow({ id, webhookId, event, key, body, at }: DeliveryDraft): DeliveryRow {
  const none = { last_at: null, last_ms: null, last_status: null, last_answer: null, last_error: null }
  const times = { due_at: at, locked_until: 0, created_at: at }
  return { id, webhook_id: webhookId, event, event_key: key, body, status: 'due', attempts: 0, ...times, ...none }
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    event: row.event as Delivery['event'],
    body: row.body,
    status: row.status as DeliveryStatus,
    attempts: row.attempts,
    dueAt: row.due_at,
    createdAt: row.created_at,
    ...(row.last_at !== null && {
      last: {
        at: row.last_at,
        milliseconds: row.last_ms ?? 0,
        ...(row.last_status !== null && { status: row.last_status }),
        ...(row.last_answer !== null && { answer: row.last_answer }),
        ...(row.last_error !== null && { error: row.last_error }),
      },
    }),
  }
}
