import type { Customer, Identity } from '../domain/customer.ts'
import { AppError } from '../domain/errors.ts'
import type { CustomerPatch, CustomerRecord, CustomerStore } from '../ports/storage.ts'
import { atomically } from './atomically.ts'
import { markCustomers } from './figures/mark.ts'
import { inParts } from './in-parts.ts'
import { toCustomer } from './rows.ts'
import type { CustomerRow } from './schema/rows-people.ts'
import type { Db } from './schema.ts'

/** Records per statement: an engine takes so many parameters and no more. */
const AT_ONCE = 500

export function customerStore(db: Db): CustomerStore {
  return {
    create: async ({ id, locale, at }) => {
      const row = toRow({
        id,
        locale,
        tier: 'regular',
        verified: false,
        tags: [],
        createdAt: at,
        lastSeenAt: at,
      })
      await db.insertInto('customers').values(row).execute()
      return toCustomer(row)
    },
    addAll: (records) =>
      atomically(db, async (trx) => {
        for (let at = 0; at < records.length; at += AT_ONCE) await addSome(trx, records.slice(at, at + AT_ONCE))
      }),
    find: async (id) => {
      const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row?.merged_into) return row && toCustomer(row)

      const heir = await db.selectFrom('customers').selectAll().where('id', '=', row.merged_into).executeTakeFirst()
      return heir && toCustomer(heir)
    },
    findAll: (ids) => findAll(db, ids),
    findByIdentity: async (identity) => {
      const row = await db
        .selectFrom('identities')
        .innerJoin('customers', 'customers.id', 'identities.customer_id')
        .selectAll('customers')
        .where('kind', '=', identity.kind)
        .where('value', '=', identity.value)
        .executeTakeFirst()
      return row && toCustomer(row)
    },
    addIdentity: (id, identity) => addIdentity(db, id, identity),
    listIdentities: async (id) => {
      const rows = await db
        .selectFrom('identities')
        .select(['kind', 'value'])
        .where('customer_id', '=', id)
        .orderBy('kind')
        .orderBy('value')
        .execute()
      return rows.map(({ kind, value }) => ({ kind: kind as Identity['kind'], value }))
    },
    update: (id, patch) => atomically(db, (trx) => update(trx, id, patch)),
    merge: (from, into) => atomically(db, (trx) => merge(trx, from, into)),
  }
}

async function update(db: Db, id: string, patch: CustomerPatch): Promise<Customer> {
  const columns = toColumns(patch)
  const rows =
    Object.keys(columns).length > 0
      ? await db.updateTable('customers').set(columns).where('id', '=', id).returningAll().execute()
      : await db.selectFrom('customers').selectAll().where('id', '=', id).execute()
  const row = rows[0]
  if (!row) throw new AppError('customer_not_found')
  if (patch.tier !== undefined) await markCustomers(db, [id])
  return toCustomer(row)
}

async function findAll(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  const ask = (some: readonly string[]) => db.selectFrom('customers').selectAll().where('id', 'in', some).execute()
  const rows = await inParts(ids, ask)
  const heirs = await inParts(
    rows.flatMap((row) => row.merged_into ?? []),
    ask,
  )
  const byId = new Map([...heirs, ...rows].map((row) => [row.id, row]))
  return new Map(
    rows.flatMap((row) => {
      const found = row.merged_into === null ? row : byId.get(row.merged_into)
      return found ? [[row.id, toCustomer(found)] as const] : []
    }),
  )
}

async function addSome(db: Db, records: readonly CustomerRecord[]): Promise<void> {
  const identities = records.flatMap(({ customer, identities }) =>
    identities.map(({ kind, value }) => ({ kind, value, customer_id: customer.id })),
  )
  await db
    .insertInto('customers')
    .values(records.map(({ customer }) => toRow(customer)))
    .execute()
  if (identities.length === 0) return

  await db
    .insertInto('identities')
    .values(identities)
    .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
    .execute()
}

async function addIdentity(db: Db, customerId: string, { kind, value }: Identity): Promise<void> {
  await db
    .insertInto('identities')
    .values({ kind, value, customer_id: customerId })
    .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
    .execute()
}

/** A record that was merged into `from` earlier is led on to the heir, so that finding it takes one step; so is an heir that was merged away itself. */
async function merge(db: Db, from: string, heir: string): Promise<void> {
  const taken = await db.selectFrom('customers').select('merged_into').where('id', '=', heir).executeTakeFirst()
  const into = taken?.merged_into ?? heir
  if (into === from) return

  await db.updateTable('conversations').set({ customer_id: into }).where('customer_id', '=', from).execute()
  for (const table of ['orders', 'coupons', 'cases', 'blocks', 'customer_notes', 'todos'] as const) {
    await db.updateTable(table).set({ customer_id: into }).where('customer_id', '=', from).execute()
  }
  await db.updateTable('identities').set({ customer_id: into }).where('customer_id', '=', from).execute()
  await markCustomers(db, [into])
  await takeBlockAlong(db, from, into)
  await db
    .updateTable('customers')
    .set({ merged_into: into })
    .where((where) => where.or([where('id', '=', from), where('merged_into', '=', from)]))
    .execute()
}

/** Whoever was shut out stays so under another name; of two blocks the longer one counts. */
async function takeBlockAlong(db: Db, from: string, into: string): Promise<void> {
  await db
    .updateTable('customers')
    .set((row) => ({
      blocked_until: row.selectFrom('customers as old').select('blocked_until').where('old.id', '=', from),
    }))
    .where('id', '=', into)
    .where((where) =>
      where.exists(
        where
          .selectFrom('customers as old')
          .select('old.id')
          .where('old.id', '=', from)
          .where((old) =>
            old(old.ref('old.blocked_until'), '>', old.fn.coalesce('customers.blocked_until', old.lit(0))),
          ),
      ),
    )
    .execute()
}

function toRow(customer: Customer): CustomerRow {
  return {
    id: customer.id,
    merged_into: null,
    name: customer.name ?? null,
    phone: customer.phone ?? null,
    email: customer.email ?? null,
    locale: customer.locale,
    tier: customer.tier,
    verified: customer.verified ? 1 : 0,
    tags: JSON.stringify(customer.tags),
    created_at: customer.createdAt,
    last_seen_at: customer.lastSeenAt,
    blocked_until: customer.blockedUntil ?? null,
  }
}

function toColumns(patch: CustomerPatch): Partial<CustomerRow> {
  const { tags, verified, ...plain } = patch
  const { name, phone, email } = plain
  return {
    ...plain,
    ...(name === '' && { name: null }),
    ...(phone === '' && { phone: null }),
    ...(email === '' && { email: null }),
    ...(tags && { tags: JSON.stringify(tags) }),
    ...(verified !== undefined && { verified: verified ? 1 : 0 }),
  }
}
