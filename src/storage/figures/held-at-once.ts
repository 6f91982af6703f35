import { sql } from 'kysely'
import type { Fact } from '../../domain/metrics/fact.ts'
import type { Db } from '../schema.ts'

/** What an agent took so long ago and never gave back is forgotten, and not held: nobody looks further back than that. */
const LOOKED_BACK = 7 * 86_400_000

/** A stretch in which an agent held a conversation. */
interface Stretch {
  readonly agentId: string
  readonly from: number
  readonly until: number
}

/** The holds that are about to be replaced. */
export async function holdsBefore(db: Db, ids: readonly string[]): Promise<readonly Stretch[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('fact_holds')
    .select(['agent_id', 'at', 'until'])
    .where('conversation_id', 'in', ids)
    .execute()
  return rows.map((row) => ({ agentId: row.agent_id, from: row.at, until: Number(row['until']) }))
}

/**
 * Counts, for every hold that begins where something has changed, how many others the agent held at that moment. In whatever order
 * conversations are counted, it comes to the same.
 */
export async function countHeld(db: Db, before: readonly Stretch[], now: readonly Fact<'holds'>[]): Promise<void> {
  const after = now.map(({ agentId, at, until }) => ({ agentId, from: at, until: Number(until) }))
  const changed = new Map<string, Stretch>()
  for (const { agentId, from, until } of [...unlike(before, after), ...unlike(after, before)]) {
    const known = changed.get(agentId)
    changed.set(agentId, {
      agentId,
      from: Math.min(from, known?.from ?? from),
      until: Math.max(Math.min(until, from + LOOKED_BACK), known?.until ?? 0),
    })
  }
  // What is unchanged was written anew with the others, and must be counted too.
  for (const one of after) {
    const known = changed.get(one.agentId)
    const covers = known && known.from <= one.from && one.from <= known.until
    if (!covers) await recount(db, { ...one, until: one.from })
  }
  for (const stretch of changed.values()) await recount(db, stretch)
}

function unlike(all: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  const known = new Set(others.map(keyOf))
  return all.filter((one) => !known.has(keyOf(one)))
}

function keyOf({ agentId, from, until }: Stretch): string {
  return `${agentId} ${from} ${until}`
}

async function recount(db: Db, { agentId, from, until }: Stretch): Promise<void> {
  await sql`
    update fact_holds set held = 1 + (
      select count(*) from fact_holds o
      where o.agent_id = ${agentId} and o.at <= fact_holds.at and o.at > fact_holds.at - ${sql.lit(LOOKED_BACK)}
        and o."until" > fact_holds.at
        and o.conversation_id <> fact_holds.conversation_id
        and (o.at < fact_holds.at or o.conversation_id < fact_holds.conversation_id))
    where agent_id = ${agentId} and at >= ${from} and at <= ${until}`.execute(db)
}
