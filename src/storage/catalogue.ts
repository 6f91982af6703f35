import type { Coupon } from '../domain/commerce.ts'
import type { PushedProduct } from '../domain/with-pushed.ts'
import type { CouponStore, ProductStore } from '../ports/commerce.ts'
import { atomically } from './atomically.ts'
import type { CouponRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

export function productStore(db: Db): ProductStore {
  return {
    save: (products) =>
      atomically(db, async (trx) => {
        for (const product of products) {
          const row = { product: JSON.stringify(product) }
          await trx
            .insertInto('products')
            .values({ id: product.id, ...row })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute()
        }
      }),
    list: async () => {
      const rows = await db.selectFrom('products').selectAll().orderBy('id').execute()
      return rows.map((row) => JSON.parse(row.product) as PushedProduct)
    },
  }
}

export function couponStore(db: Db): CouponStore {
  return {
    save: (coupons) =>
      atomically(db, async (trx) => {
        for (const coupon of coupons) {
          const { id, ...row } = toRow(coupon)
          await trx
            .insertInto('coupons')
            .values({ id, ...row })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute()
        }
      }),
    listFor: async (customerId, now) => {
      const rows = await db
        .selectFrom('coupons')
        .selectAll()
        .where('until_at', '>', now)
        .where('used', '=', 0)
        .where((where) =>
          where.or([
            where('customer_id', 'is', null),
            ...(customerId === undefined ? [] : [where('customer_id', '=', customerId)]),
          ]),
        )
        .orderBy('until_at')
        .orderBy('id')
        .execute()
      return rows.map(toCoupon)
    },
  }
}

/** Whose it is has a column of its own, so that a merge of customers moves it. */
function toRow({ customerId, used, ...coupon }: Coupon): CouponRow {
  return {
    id: coupon.id,
    customer_id: customerId ?? null,
    until_at: coupon.until,
    used: used ? 1 : 0,
    coupon: JSON.stringify(coupon),
  }
}

function toCoupon(row: CouponRow): Coupon {
  return {
    ...(JSON.parse(row.coupon) as Omit<Coupon, 'customerId' | 'used'>),
    used: row.used === 1,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
  }
}
