import { sql } from 'kysely'
import type { MissingFactStore, ProofStore } from '../ports/commerce.ts'
import type { Db } from './schema.ts'

export function proofStore(db: Db): ProofStore {
  const count = async (column: 'order_number' | 'customer_id', value: string, since: number) => {
    const row = await db
      .selectFrom('proof_failures')
      .select((select) => select.fn.countAll().as('failures'))
      .where(column, '=', value)
      .where('at', '>=', since)
      .executeTakeFirst()
    return Number(row?.failures ?? 0)
  }
  return {
    addFailure: async ({ orderNumber, customerId, at }) => {
      await db.insertInto('proof_failures').values({ order_number: orderNumber, customer_id: customerId, at }).execute()
    },
    countFailures: async (orderNumber, customerId, since) => {
      return Math.max(await count('order_number', orderNumber, since), await count('customer_id', customerId, since))
    },
  }
}

export function missingFactStore(db: Db): MissingFactStore {
  return {
    note: async ({ productId, fact, asked, at }) => {
      await db
        .insertInto('missing_facts')
        .values({ product_id: productId, fact, asked, last_at: at, count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['product_id', 'fact']).doUpdateSet({
            asked,
            last_at: at,
            count: sql`missing_facts.count + 1`,
          }),
        )
        .execute()
    },
    list: async (limit) => {
      const rows = await db
        .selectFrom('missing_facts')
        .selectAll()
        .orderBy('count', 'desc')
        .orderBy('last_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        productId: row.product_id,
        fact: row.fact,
        count: row.count,
        asked: row.asked,
        lastAt: row.last_at,
      }))
    },
  }
}
