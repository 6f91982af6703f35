import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { addCustomerCare } from '../../src/storage/migrations-customers.ts'

it('makes a note of the one text that a record had, for the record that leads on', async () => {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })
  await sql`create table customers (id text, merged_into text, note text not null, last_seen_at bigint)`.execute(db)
  await sql`create table cases (agent_id text, status text, created_at bigint, due_at bigint)`.execute(db)
  await sql`insert into customers values ('lin', null, '周末收货', 7), ('old', 'lin', '对芒果过敏', 3), ('wang', null, '', 9)`.execute(
    db,
  )

  await addCustomerCare(db)

  const { rows } = await sql`select customer_id, text, by_id, at from customer_notes order by at`.execute(db)
  expect(rows).toEqual([
    { customer_id: 'lin', text: '对芒果过敏', by_id: null, at: 3 },
    { customer_id: 'lin', text: '周末收货', by_id: null, at: 7 },
  ])
  await db.destroy()
})
