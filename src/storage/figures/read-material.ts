import type { HandoffReason, QueueKind } from '../../domain/handoff.ts'
import type { Material, Proposal, QueueStay } from '../../domain/metrics/material.ts'
import { toCase } from '../cases.ts'
import { toRating } from '../ratings.ts'
import { toConversation, toCustomer, toMessage } from '../rows.ts'
import type { QueueEntryRow, SuggestionRow } from '../schema/rows-desk.ts'
import type { Db } from '../schema.ts'

/** All that was kept of these conversations, in one question per table. */
export async function readMaterial(db: Db, ids: readonly string[]): Promise<readonly Material[]> {
  if (ids.length === 0) return []

  const conversations = await db.selectFrom('conversations').selectAll().where('id', 'in', ids).orderBy('id').execute()
  const customers = await readCustomers(
    db,
    conversations.map((row) => row.customer_id),
  )
  const messages = groupById(
    await db
      .selectFrom('messages')
      .selectAll()
      .where('conversation_id', 'in', ids)
      .orderBy('conversation_id')
      .orderBy('seq')
      .execute(),
  )
  const rest = await readRest(db, ids)
  return conversations.map((row) => ({
    conversation: toConversation(row),
    tier: customers.get(row.customer_id)?.tier ?? 'small',
    invited: row.asked_at !== null,
    messages: (messages.get(row.id) ?? []).map(toMessage),
    ...rest(row.id),
  }))
}

async function readCustomers(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toCustomer(row)]))
}

async function readRest(db: Db, ids: readonly string[]) {
  const entries = await db
    .selectFrom('queue_entries')
    .selectAll()
    .where('conversation_id', 'in', ids)
    .orderBy('enqueued_at')
    .execute()
  const ratings = await db.selectFrom('ratings').selectAll().where('conversation_id', 'in', ids).execute()
  const suggestions = await db
    .selectFrom('suggestions')
    .selectAll()
    .where('conversation_id', 'in', ids)
    .orderBy('heard_seq')
    .orderBy('rank')
    .execute()
  const assisted = await db
    .selectFrom('assist_turns')
    .selectAll()
    .where('conversation_id', 'in', ids)
    .orderBy('heard_seq')
    .execute()
  const cases = await db
    .selectFrom('cases')
    .selectAll()
    .where('conversation_id', 'in', ids)
    .orderBy('created_at')
    .orderBy('number')
    .execute()
  const of = {
    entries: groupById(entries),
    ratings: groupById(ratings),
    suggestions: groupById(suggestions),
    assisted: groupById(assisted),
    cases: groupById(cases),
  }
  return (id: string): Pick<Material, 'stays' | 'ratings' | 'proposals' | 'assisted' | 'cases'> => ({
    stays: (of.entries.get(id) ?? []).map(toStay),
    ratings: (of.ratings.get(id) ?? []).map(toRating),
    proposals: (of.suggestions.get(id) ?? []).map(toProposal),
    assisted: (of.assisted.get(id) ?? []).map(({ heard_seq, agent_id, at }) => ({
      heardSeq: heard_seq,
      at,
      ...(agent_id !== null && { agentId: agent_id }),
    })),
    cases: (of.cases.get(id) ?? []).map(toCase),
  })
}

function groupById<Row extends { conversation_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.conversation_id)
    if (group) group.push(row)
    else groups.set(row.conversation_id, [row])
  }
  return groups
}

function toStay(row: QueueEntryRow): QueueStay {
  return {
    enqueuedAt: row.enqueued_at,
    reason: row.reason as HandoffReason,
    kind: row.kind as QueueKind,
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ...(row.claimed_at !== null && { claimedAt: row.claimed_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }
}

function toProposal(row: SuggestionRow): Proposal {
  const agentId = row.agent_id ?? row.shown_to
  return {
    heardSeq: row.heard_seq,
    rank: row.rank,
    intent: row.intent,
    status: row.status as Proposal['status'],
    shown: row.shown_at !== null,
    ...(agentId !== null && { agentId }),
    ...(row.edit_share !== null && { editShare: row.edit_share }),
  }
}
