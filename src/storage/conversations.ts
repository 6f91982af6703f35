import { sql } from 'kysely'
import { EMPTY_CONTEXT } from '../domain/dialogue/context.ts'
import type { ConversationDraft, ConversationFilter, ConversationStore } from '../ports/storage.ts'
import { inParts } from './in-parts.ts'
import { ASSIGNED, NONE_SAID } from './literals.ts'
import { toConversation } from './rows.ts'
import type { ConversationRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

const MARKS = {
  customerDeliveredSeq: 'customer_delivered_seq',
  customerReadSeq: 'customer_read_seq',
  agentReadSeq: 'agent_read_seq',
  handledSeq: 'handled_seq',
} as const

export function conversationStore(db: Db): ConversationStore {
  return {
    open: async (draft) => {
      await db
        .insertInto('conversations')
        .values(newRow(draft))
        .onConflict((conflict) => conflict.column('previous_id').doNothing())
        .execute()
      const column = draft.previousId === undefined ? 'id' : 'previous_id'
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where(column, '=', draft.previousId ?? draft.id)
        .executeTakeFirstOrThrow()
      return toConversation(row)
    },
    find: async (id) => {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toConversation(row)
    },
    findAll: async (ids) => {
      const rows = await inParts(ids, (some) =>
        db.selectFrom('conversations').selectAll().where('id', 'in', some).execute(),
      )
      return new Map(rows.map((row) => [row.id, toConversation(row)]))
    },
    findCurrent: async (customerId) => {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('customer_id', '=', customerId)
        // A note may touch one that ended long ago: what still goes on comes first.
        .orderBy((order) => order.case().when('status', '=', 'resolved').then(1).else(0).end())
        .orderBy('updated_at', 'desc')
        .orderBy('created_at', 'desc')
        .executeTakeFirst()
      return row && toConversation(row)
    },
    list: (filter) => list(db, filter),
    listUnhandled: async (before, limit) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .whereRef('handled_seq', '<', 'last_customer_seq')
        .where('updated_at', '<=', before)
        .orderBy('updated_at')
        .limit(limit)
        .execute()
      return rows.map(toConversation)
    },
    listIdle: async (before, limit) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('status', '=', ASSIGNED)
        .where('waiting_since', '<=', before)
        .where('snoozed_until', 'is', null)
        // However long the shopper has waited before: whoever has just taken them has not left them waiting.
        .where(sql<boolean>`not exists (select 1 from queue_entries e
          where e.conversation_id = conversations.id and e.claimed_at > ${before})`)
        .orderBy('waiting_since')
        .limit(limit)
        .execute()
      return rows.map(toConversation)
    },
    setContext: async (id, context) => {
      await db
        .updateTable('conversations')
        .set({ context: JSON.stringify(context) })
        .where('id', '=', id)
        .execute()
    },
    setLocale: async (id, locale) => {
      await db.updateTable('conversations').set({ locale }).where('id', '=', id).execute()
    },
    raise: async (id, mark, seq) => {
      const column = MARKS[mark]
      await db
        .updateTable('conversations')
        .set({ [column]: seq, ...(mark === 'agentReadSeq' && { unread: customerMessagesAfter(id, seq) }) })
        .where('id', '=', id)
        .where(column, '<', seq)
        .where('last_seq', '>=', seq)
        .execute()
    },
    setPreview: async (id, preview) => {
      await db.updateTable('conversations').set({ preview }).where('id', '=', id).execute()
    },
    countAssigned: async () => {
      const rows = await db
        .selectFrom('conversations')
        .select(({ fn }) => ['agent_id', fn.countAll<number>().as('held')])
        .where('agent_id', 'is not', null)
        .groupBy('agent_id')
        .execute()
      return new Map(rows.map((row) => [row.agent_id ?? '', row.held]))
    },
  }
}

/** A message may have come while the agent's mark was on its way. */
function customerMessagesAfter(id: string, seq: number) {
  return sql<number>`(select count(*) from messages
    where conversation_id = ${id} and seq > ${seq} and author_kind = 'customer')`
}

async function list(db: Db, filter: ConversationFilter) {
  let query = db.selectFrom('conversations').selectAll()
  if (filter.customerId) query = query.where('customer_id', '=', filter.customerId)
  else query = query.where('last_seq', '>', NONE_SAID)

  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.agentId) query = query.where('agent_id', '=', filter.agentId)
  if (filter.before !== undefined) query = query.where('updated_at', '<', filter.before)

  const rows = await query.orderBy('updated_at', 'desc').limit(filter.limit).execute()
  return rows.map(toConversation)
}

/** Nobody has written in it yet; the bot has it. */
export function newRow({ id, customerId, previousId, locale, at }: ConversationDraft): ConversationRow {
  return {
    id,
    customer_id: customerId,
    previous_id: previousId ?? null,
    status: 'bot',
    agent_id: null,
    queued_for: null,
    locale,
    context: JSON.stringify(EMPTY_CONTEXT),
    last_seq: 0,
    last_customer_seq: 0,
    handled_seq: 0,
    customer_delivered_seq: 0,
    customer_read_seq: 0,
    agent_read_seq: 0,
    unread: 0,
    preview: '',
    waiting_since: null,
    rating_score: null,
    rating_comment: null,
    rated_at: null,
    labels: '',
    indexed_seq: 0,
    asked_rating: null,
    asked_at: null,
    snoozed_until: null,
    woken_at: null,
    created_at: at,
    updated_at: at,
    with_bot: 0,
    transfer_to: null,
    transfer_until: null,
    first_replied_at: null,
    called_at: null,
    group_id: null,
    told_wait: null,
    told_call: null,
  }
}
