import { sql } from 'kysely'
import type { MessageTally, SuggestionTally } from '../domain/assist-report.ts'
import type { AssistStore, AssistTurn } from '../ports/assist.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import type { Db } from './schema.ts'

export function assistStore(db: Db): AssistStore {
  return {
    noteTurn: (turn) => atomically(db, (trx) => noteTurn(trx, turn)),
    show: async (id, suggestions, agentId, at) => {
      if (suggestions.length === 0) return
      await atomically(db, async (trx) => {
        await trx
          .updateTable('suggestions')
          .set({ shown_at: at, shown_to: agentId })
          .where('conversation_id', '=', id)
          .where('id', 'in', suggestions)
          .where('shown_at', 'is', null)
          .execute()
        await markChanged(trx, [id])
      })
    },
    tallySuggestions: (from, until) => tallySuggestions(db, from, until),
    tallyMessages: (from, until) => tallyMessages(db, from, until),
  }
}

/** The columns of "shown", where it was not shown before. */
export function shownTo(agentId: string, at: number) {
  return {
    shown_at: sql<number>`coalesce(shown_at, ${at})`,
    shown_to: sql<string>`coalesce(shown_to, ${agentId})`,
  }
}

async function noteTurn(db: Db, { conversationId, heardSeq, agentId, at }: AssistTurn): Promise<void> {
  await db
    .insertInto('assist_turns')
    .values({ conversation_id: conversationId, heard_seq: heardSeq, agent_id: agentId ?? null, at })
    .onConflict((conflict) =>
      conflict
        .columns(['conversation_id', 'heard_seq'])
        .doUpdateSet({ agent_id: sql<string | null>`coalesce(assist_turns.agent_id, excluded.agent_id)` }),
    )
    .execute()
  await markChanged(db, [conversationId])
}

interface SuggestionCount {
  intent: string
  agent_id: string | null
  status: string
  reason: string | null
  count: number
  shown: number
  edit_shares: number
}

async function tallySuggestions(db: Db, from: number, until: number): Promise<readonly SuggestionTally[]> {
  const { rows } = await sql<SuggestionCount>`
    select intent, coalesce(agent_id, shown_to) as agent_id, status, reason, count(*) as count,
      sum(case when shown_at is null then 0 else 1 end) as shown,
      sum(case when status = 'edited' then coalesce(edit_share, 0) else 0 end) as edit_shares
    from suggestions
    where created_at >= ${from} and created_at < ${until}
    group by intent, coalesce(agent_id, shown_to), status, reason
    order by intent, status`.execute(db)
  return rows.map((row) => ({
    intent: row.intent,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    status: row.status as SuggestionTally['status'],
    ...(row.reason !== null && { reason: row.reason }),
    count: Number(row.count),
    shown: Number(row.shown),
    editShares: Number(row.edit_shares),
  }))
}

interface MessageCount {
  agent_id: string | null
  messages: number
  covered: number
  shown: number
  accepted: number
}

async function tallyMessages(db: Db, from: number, until: number): Promise<readonly MessageTally[]> {
  const { rows } = await sql<MessageCount>`
    select agent_id, count(*) as messages, sum(covered) as covered, sum(shown) as shown, sum(accepted) as accepted
    from (
      select coalesce(max(s.agent_id), max(s.shown_to), t.agent_id) as agent_id,
        max(case when s.id is null then 0 else 1 end) as covered,
        max(case when s.shown_at is null then 0 else 1 end) as shown,
        max(case when s.status in ('adopted', 'edited') then 1 else 0 end) as accepted
      from assist_turns t
      left join suggestions s on s.conversation_id = t.conversation_id and s.heard_seq = t.heard_seq
      where t.at >= ${from} and t.at < ${until}
      group by t.conversation_id, t.heard_seq, t.agent_id
    ) as turns
    group by agent_id
    order by agent_id`.execute(db)
  return rows.map((row) => ({
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    messages: Number(row.messages),
    covered: Number(row.covered),
    shown: Number(row.shown),
    accepted: Number(row.accepted),
  }))
}
