import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** What must not be in a database, in the order in which it is told. */
export const IRREGULARITIES = [
  'gaps',
  'counters',
  'stray_messages',
  'stray_conversations',
  'stray_queue_entries',
  'queued_without_entry',
  'held_without_agent',
  'stray_identities',
  'future_times',
  'stuck_jobs',
] as const
export type IrregularityName = (typeof IRREGULARITIES)[number]

export interface Irregularity {
  readonly name: IrregularityName
  readonly count: number
  /** Ids of a few of them: enough to look at. */
  readonly examples: readonly string[]
}

/** Clocks of two machines may differ by so much. */
const AHEAD_MILLISECONDS = 5 * 60_000
const STUCK_ATTEMPTS = 10
const SHOWN = 3

/** Looks at what no rule of the engine holds together. Each is one question to the whole table. */
export async function findIrregularities(db: Db, now: number): Promise<readonly Irregularity[]> {
  const late = now + AHEAD_MILLISECONDS
  const found: Irregularity[] = []
  for (const name of IRREGULARITIES) {
    const { rows } = await sql<{ id: string }>`${questionOf(name, late)}`.execute(db)
    if (rows.length > 0) found.push({ name, count: rows.length, examples: rows.slice(0, SHOWN).map(({ id }) => id) })
  }
  return found
}

function questionOf(name: IrregularityName, late: number) {
  switch (name) {
    case 'gaps':
      return sql`select conversation_id as id from messages group by conversation_id
        having min(seq) <> 1 or max(seq) <> count(*)`
    case 'counters':
      return sql`select c.id from conversations c where c.last_seq <>
        coalesce((select max(m.seq) from messages m where m.conversation_id = c.id), 0)`
    case 'stray_messages':
      return sql`select distinct m.conversation_id as id from messages m
        where not exists (select 1 from conversations c where c.id = m.conversation_id)`
    case 'stray_conversations':
      return sql`select c.id from conversations c
        where not exists (select 1 from customers k where k.id = c.customer_id)`
    case 'stray_queue_entries':
      return sql`select q.conversation_id as id from queue_entries q where q.state <> 'done' and not exists (
        select 1 from conversations c where c.id = q.conversation_id and c.status in ('queued', 'assigned'))`
    case 'queued_without_entry':
      return sql`select c.id from conversations c where c.status = 'queued' and not exists (
        select 1 from queue_entries q where q.conversation_id = c.id and q.state = 'waiting')`
    case 'held_without_agent':
      return sql`select c.id from conversations c where c.status = 'assigned' and not exists (
        select 1 from agents a where a.id = c.agent_id)`
    case 'stray_identities':
      return sql`select i.kind || ':' || i.customer_id as id from identities i
        where not exists (select 1 from customers k where k.id = i.customer_id)`
    case 'future_times':
      return sql`select conversation_id as id from messages where at > ${late}
        union select id from conversations where created_at > ${late} or updated_at > ${late}`
    case 'stuck_jobs':
      return sql`select key as id from jobs where attempts >= ${STUCK_ATTEMPTS}`
  }
}
