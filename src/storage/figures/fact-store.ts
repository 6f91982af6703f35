import { sql } from 'kysely'
import { FACT_KINDS, type Fact, type FactKind } from '../../domain/metrics/fact.ts'
import type { Behind, CustomerVisits } from '../../domain/metrics/material.ts'
import type { FactStore } from '../../ports/figures.ts'
import { atomically } from '../atomically.ts'
import { inParts } from '../in-parts.ts'
import { listOrdersOf } from '../orders.ts'
import type { FactRow } from '../schema/rows-figures.ts'
import type { Db } from '../schema.ts'
import { tableOf, toFact, toFactRow } from './fact-rows.ts'
import { countHeld, holdsBefore } from './held-at-once.ts'
import { readMaterial } from './read-material.ts'

/** Rows per statement: an engine takes so many parameters and no more. */
const AT_ONCE = 200
const COUNTED_UNTIL = 'counted-until'
const TURN = 'turn'

export function factStore(db: Db): FactStore {
  return {
    listBehind: async (limit) => {
      const rows = await db
        .selectFrom('fact_marks')
        .select(['conversation_id as conversationId', 'revision'])
        .orderBy('later')
        .orderBy('conversation_id')
        .limit(limit)
        .execute()
      return rows
    },
    countBehind: async (atMost) => {
      const some = db.selectFrom('fact_marks').select('later').orderBy('later').limit(atMost)
      const row = await db
        .selectFrom(some.as('some'))
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    markAll: () => atomically(db, markAll),
    takeTurn: () => setState(db, TURN, ''),
    read: (ids) => readMaterial(db, ids),
    replace: (ids, facts) =>
      atomically(db, async (trx) => {
        const before = await holdsBefore(trx, ids)
        for (const kind of FACT_KINDS) {
          if (kind === 'sales') continue
          await forget(trx, kind, ids)
          await add(
            trx,
            kind,
            facts.flatMap((one): readonly Fact[] => one[kind]),
          )
        }
        await countHeld(
          trx,
          before,
          facts.flatMap((one) => one.holds),
        )
      }),
    listVisits: (ids) => listVisits(db, ids),
    replaceSales: (visits, facts) => atomically(db, (trx) => replaceSales(trx, visits, facts)),
    settle: (counted) => atomically(db, (trx) => settle(trx, counted)),
    countedUntil: async () => {
      const row = await db.selectFrom('fact_state').select('value').where('name', '=', COUNTED_UNTIL).executeTakeFirst()
      return Number(row?.value ?? 0)
    },
    setCountedUntil: (at) => setState(db, COUNTED_UNTIL, String(at)),
  }
}

async function setState(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('fact_state')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

async function markAll(db: Db): Promise<number> {
  const begun = await db.selectFrom('fact_marks').select('revision').where('later', '=', 1).limit(1).executeTakeFirst()
  if (!begun) await beginAnew(db)
  const row = await db
    .selectFrom('fact_marks')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

async function beginAnew(db: Db): Promise<void> {
  for (const kind of FACT_KINDS) {
    await sql`delete from ${sql.table(tableOf(kind))} where conversation_id not in (select id from conversations)`.execute(
      db,
    )
  }
  await sql`
    insert into fact_marks (conversation_id, later, revision)
    select id, 1, 1 from conversations where last_seq > 0 order by id
    on conflict (conversation_id) do update set revision = fact_marks.revision + 1`.execute(db)
}

async function forget(db: Db, kind: FactKind, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom(tableOf(kind)).where('conversation_id', 'in', ids).execute()
}

async function add(db: Db, kind: FactKind, facts: readonly Fact[]): Promise<void> {
  for (let at = 0; at < facts.length; at += AT_ONCE) {
    const rows = facts.slice(at, at + AT_ONCE).map((fact) => toFactRow(kind, fact))
    await db.insertInto(tableOf(kind)).values(rows).execute()
  }
}

async function listVisits(db: Db, ids: readonly string[]): Promise<readonly CustomerVisits[]> {
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom('fact_sessions')
      .selectAll()
      .where('customer_id', 'in', some)
      .orderBy('at')
      .orderBy('conversation_id')
      .execute(),
  )
  const visits = rows.map((row) => toFact('sessions', row as FactRow))
  const orders = await inParts(ids, (some) => listOrdersOf(db, some))
  return ids.map((customerId) => ({
    customerId,
    visits: visits.filter((visit) => visit.customerId === customerId),
    orders: orders.filter((order) => order.customerId === customerId),
  }))
}

async function replaceSales(db: Db, visits: readonly CustomerVisits[], facts: readonly Fact<'sales'>[]): Promise<void> {
  const customers = visits.map(({ customerId }) => customerId)
  if (customers.length > 0) await db.deleteFrom('fact_sales').where('customer_id', 'in', customers).execute()
  // What came along from a record that was merged into this one stands under the other's id still.
  const sessions = visits.flatMap((one) => one.visits.map(({ conversationId }) => conversationId))
  await inParts(sessions, async (some) => {
    await forget(db, 'sales', some)
    return []
  })
  await add(db, 'sales', facts)
}

async function settle(db: Db, counted: readonly Behind[]): Promise<void> {
  // In the order in which they are marked.
  const inOrder = counted.toSorted((a, b) => (a.conversationId < b.conversationId ? -1 : 1))
  for (const { conversationId, revision } of inOrder) {
    await db
      .deleteFrom('fact_marks')
      .where('conversation_id', '=', conversationId)
      .where('revision', '=', revision)
      .execute()
  }
}
