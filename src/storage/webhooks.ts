import { sql } from 'kysely'
import type { Webhook, WebhookEventName } from '../domain/webhook.ts'
import type { WebhookStore } from '../ports/webhooks.ts'
import { atomically } from './atomically.ts'
import { NONE_SAID } from './literals.ts'
import type { WebhookRow } from './schema/rows-webhooks.ts'
import type { Db } from './schema.ts'

const READ_UNTIL = 'webhooks_read_until'

export function webhookStore(db: Db): WebhookStore {
  const switchTo = async (id: string, active: 0 | 1, more: Partial<WebhookRow>) => {
    const row = await db
      .updateTable('webhooks')
      .set({ active, ...more })
      .where('id', '=', id)
      .where('active', '<>', active)
      .returning('id')
      .executeTakeFirst()
    return row !== undefined
  }
  return {
    list: async () => {
      const rows = await db.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(toWebhook)
    },
    find: async (id) => {
      const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toWebhook(row)
    },
    create: async (webhook, { sealed }) => {
      await db
        .insertInto('webhooks')
        .values({ ...toRow(webhook), sealed, earlier_sealed: null, earlier_until: null })
        .execute()
    },
    update: async (id, { events, ...patch }) => {
      const set = { ...patch, ...(events && { events: JSON.stringify(events) }) }
      const row = await (Object.keys(set).length > 0
        ? db.updateTable('webhooks').set(set).where('id', '=', id).returningAll().executeTakeFirst()
        : db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst())
      return row && toWebhook(row)
    },
    switchOn: (id, at) => switchTo(id, 1, { since: at, off_because: null, failing_since: null }),
    switchOff: (id, because) => switchTo(id, 0, { off_because: because }),
    remove: (id) => atomically(db, (trx) => remove(trx, id)),
    ...keysOf(db),
    ...healthOf(db),
    ...readingOf(db),
  }
}

/** What it is signed with. */
function keysOf(db: Db): Pick<WebhookStore, 'getKeys' | 'setKeys'> {
  return {
    getKeys: async (id) => {
      const row = await db
        .selectFrom('webhooks')
        .select(['sealed', 'earlier_sealed', 'earlier_until'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const { sealed, earlier_sealed, earlier_until } = row
      const earlier = earlier_sealed !== null && { sealed: earlier_sealed, until: earlier_until ?? 0 }
      return { sealed, ...(earlier && { earlier }) }
    },
    setKeys: async (id, { sealed, earlier }) => {
      const set = { sealed, earlier_sealed: earlier?.sealed ?? null, earlier_until: earlier?.until ?? null }
      await db.updateTable('webhooks').set(set).where('id', '=', id).execute()
    },
  }
}

/** Whether anything arrives. */
function healthOf(db: Db): Pick<WebhookStore, 'noteSuccess' | 'noteFailure'> {
  return {
    noteSuccess: async (id, at) => {
      await db
        .updateTable('webhooks')
        .set({ failing_since: null, last_delivered_at: at })
        .where('id', '=', id)
        .execute()
    },
    noteFailure: async (id, at) => {
      const row = await db
        .updateTable('webhooks')
        .set({ failing_since: sql<number>`coalesce(failing_since, ${at})` })
        .where('id', '=', id)
        .returning('failing_since')
        .executeTakeFirst()
      return row?.failing_since ?? at
    },
  }
}

/** What was said, read again for those who may not have heard of it. */
function readingOf(db: Db): Pick<WebhookStore, 'getReadUntil' | 'setReadUntil' | 'listMessagesSince'> {
  return {
    getReadUntil: async () => {
      const row = await db.selectFrom('settings').select('value').where('name', '=', READ_UNTIL).executeTakeFirst()
      return row && Number(row.value)
    },
    setReadUntil: async (at) => {
      const row = { value: String(at) }
      await db
        .insertInto('settings')
        .values({ name: READ_UNTIL, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    listMessagesSince: async (since, limit) => {
      const rows = await db
        .selectFrom('conversations as c')
        .innerJoin('messages as m', 'm.conversation_id', 'c.id')
        .select(['m.conversation_id', 'm.seq', 'm.at'])
        .where('c.last_seq', '>', NONE_SAID)
        .where('c.updated_at', '>=', since)
        .where('m.at', '>=', since)
        .orderBy('m.at')
        .orderBy('m.conversation_id')
        .orderBy('m.seq')
        .limit(limit)
        .execute()
      return rows.map(({ conversation_id, seq, at }) => ({ conversationId: conversation_id, seq, at }))
    },
  }
}

async function remove(trx: Db, id: string): Promise<boolean> {
  const row = await trx.deleteFrom('webhooks').where('id', '=', id).returning('id').executeTakeFirst()
  await trx.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute()
  return row !== undefined
}

function toRow(webhook: Webhook): Omit<WebhookRow, 'sealed' | 'earlier_sealed' | 'earlier_until'> {
  return {
    id: webhook.id,
    name: webhook.name,
    url: webhook.url,
    events: JSON.stringify(webhook.events),
    active: webhook.active ? 1 : 0,
    since: webhook.since,
    off_because: webhook.offBecause ?? null,
    failing_since: webhook.failingSince ?? null,
    last_delivered_at: webhook.lastDeliveredAt ?? null,
    created_by: webhook.createdBy,
    created_at: webhook.createdAt,
  }
}

function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: JSON.parse(row.events) as WebhookEventName[],
    active: row.active === 1,
    since: row.since,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.off_because !== null && { offBecause: row.off_because as 'owner' | 'failing' }),
    ...(row.failing_since !== null && { failingSince: row.failing_since }),
    ...(row.last_delivered_at !== null && { lastDeliveredAt: row.last_delivered_at }),
  }
}
