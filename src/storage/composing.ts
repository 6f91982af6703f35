import { sql } from 'kysely'
import type { CannedReply } from '../domain/canned-reply.ts'
import { AppError } from '../domain/errors.ts'
import type { CannedReplyStore, DraftStore } from '../ports/composing.ts'
import type { CannedReplyRow } from './schema/rows-desk.ts'
import type { Db } from './schema.ts'

/** The owner of what belongs to everybody. */
const TEAM = ''
const DRAFTS_LISTED = 500

export function cannedReplyStore(db: Db): CannedReplyStore {
  return {
    listFor: async (agentId) => {
      const rows = await db
        .selectFrom('canned_replies')
        .selectAll()
        .where('owner_id', 'in', [TEAM, agentId])
        .orderBy('folder')
        .orderBy('title')
        .orderBy('id')
        .execute()
      return rows.map(toCannedReply)
    },
    find: async (id) => {
      const row = await db.selectFrom('canned_replies').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toCannedReply(row)
    },
    save: async (reply) => {
      const row = toRow(reply)
      const { rows } = await sql<{ id: string }>`
        insert into canned_replies (id, owner_id, folder, code, title, messages, created_at, updated_at)
        select ${row.id}, ${row.owner_id}, ${row.folder}, ${row.code}, ${row.title}, ${row.messages},
          cast(${row.created_at} as bigint), cast(${row.updated_at} as bigint)
        where not exists (
          select 1 from canned_replies where owner_id = ${row.owner_id} and code = ${row.code} and id <> ${row.id}
        )
        on conflict (id) do update set owner_id = excluded.owner_id, folder = excluded.folder, code = excluded.code,
          title = excluded.title, messages = excluded.messages, updated_at = excluded.updated_at
        returning id`
        .execute(db)
        .catch((error: unknown) => {
          // Two at the same moment: neither saw the other, and the index lets one pass.
          if (isTaken(error)) throw new AppError('canned_code_taken')
          throw error
        })
      if (rows.length === 0) throw new AppError('canned_code_taken')
    },
    remove: async (id) => {
      const gone = await db.deleteFrom('canned_replies').where('id', '=', id).returning('id').executeTakeFirst()
      return gone !== undefined
    },
  }
}

/** What SQLite and PostgreSQL call a broken unique index. */
function isTaken(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505'
}

function toRow({ ownerId, messages, createdAt, updatedAt, ...reply }: CannedReply): CannedReplyRow {
  return {
    ...reply,
    owner_id: ownerId ?? TEAM,
    messages: JSON.stringify(messages),
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

function toCannedReply({ owner_id, messages, created_at, updated_at, ...row }: CannedReplyRow): CannedReply {
  return {
    ...row,
    ...(owner_id !== TEAM && { ownerId: owner_id }),
    messages: JSON.parse(messages) as CannedReply['messages'],
    createdAt: created_at,
    updatedAt: updated_at,
  }
}

export function draftStore(db: Db): DraftStore {
  return {
    put: async ({ agentId, conversationId, text, note, at }) => {
      const row = { text, note: note ? 1 : 0, at }
      await db
        .insertInto('drafts')
        .values({ agent_id: agentId, conversation_id: conversationId, ...row })
        .onConflict((conflict) =>
          conflict.columns(['agent_id', 'conversation_id']).doUpdateSet(row).where('drafts.at', '<=', at),
        )
        .execute()
    },
    remove: async (agentId, conversationId, text) => {
      let gone = db
        .deleteFrom('drafts')
        .where('agent_id', '=', agentId)
        .where('conversation_id', '=', conversationId)
        .returning('agent_id')
      if (text !== undefined) gone = gone.where('text', '=', text)
      return (await gone.executeTakeFirst()) !== undefined
    },
    listOf: async (agentId) => {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('agent_id', '=', agentId)
        .orderBy('at', 'desc')
        .limit(DRAFTS_LISTED)
        .execute()
      return rows.map(({ agent_id, conversation_id, note, ...row }) => ({
        agentId: agent_id,
        conversationId: conversation_id,
        note: note === 1,
        ...row,
      }))
    },
  }
}
