import { type RawBuilder, sql } from 'kysely'
import { inParts } from '../in-parts.ts'
import type { Db } from '../schema.ts'

/** What is counted of these conversations is behind from now on. Part of whatever changes them, so that no change is forgotten. */
export async function markChanged(db: Db, ids: readonly string[]): Promise<void> {
  // In the order of their ids: two that mark the same wait for each other and never deadlock.
  await inParts(ids.toSorted(), async (some) => {
    await db
      .insertInto('fact_marks')
      .values(some.map((id) => ({ conversation_id: id, later: 0, revision: 1 })))
      .onConflict((conflict) =>
        conflict.column('conversation_id').doUpdateSet({ later: 0, revision: sql<number>`fact_marks.revision + 1` }),
      )
      .execute()
    return []
  })
}

/** The same of every conversation of these customers. */
export async function markCustomers(db: Db, customerIds: readonly string[]): Promise<void> {
  await inParts(customerIds.toSorted(), async (some) => {
    await markWhere(db, sql`customer_id in (${sql.join(some)})`)
    return []
  })
}

function markWhere(db: Db, condition: RawBuilder<unknown>): Promise<unknown> {
  return sql`
    insert into fact_marks (conversation_id, later, revision)
    select id, 0, 1 from conversations where last_seq > 0 and ${condition} order by id
    on conflict (conversation_id) do update set later = 0, revision = fact_marks.revision + 1`.execute(db)
}
