import { sql } from 'kysely'
import type { ReceptionSwitch } from '../domain/reception.ts'
import type { Job, JobStore, SettingStore } from '../ports/storage.ts'
import type { Engine } from './migrations.ts'
import type { JobRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

export function jobStore(db: Db, engine: Engine): JobStore {
  // Where several write at once, a claimer steps over the rows that another has in hand: waiting for them, in another order than theirs,
  // is a deadlock.
  const unheld = engine === 'postgres' ? sql`for update skip locked` : sql``
  return {
    schedule: async ({ key, kind, payload, dueAt }) => {
      const row = { kind, payload: JSON.stringify(payload), due_at: dueAt, locked_until: 0, attempts: 0 }
      await db
        .insertInto('jobs')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute()
    },
    cancel: async (key) => {
      await db.deleteFrom('jobs').where('key', '=', key).execute()
    },
    claimDue: async (now, lockedUntil, limit) => {
      // Chosen once, whatever plan is made: a choice that is made again after the first rows were written chooses others.
      const rows = await sql<JobRow>`
        with due as materialized (
          select key from jobs where due_at <= ${now} and locked_until <= ${now} order by due_at limit ${limit} ${unheld})
        update jobs set locked_until = ${lockedUntil}, attempts = attempts + 1
        where key in (select key from due) and locked_until <= ${now}
        returning *`.execute(db)
      return rows.rows.map(toJob)
    },
    finish: async (job) => {
      await db
        .deleteFrom('jobs')
        .where('key', '=', job.key)
        .where('due_at', '=', job.dueAt)
        .where('attempts', '=', job.attempts)
        .execute()
    },
  }
}

function toJob(row: JobRow): Job {
  return {
    key: row.key,
    kind: row.kind,
    payload: JSON.parse(row.payload) as Job['payload'],
    dueAt: row.due_at,
    attempts: row.attempts,
  }
}

const RECEPTION = 'reception'

export function settingStore(db: Db): SettingStore {
  return {
    getReception: async () => {
      const row = await db.selectFrom('settings').select('value').where('name', '=', RECEPTION).executeTakeFirst()
      return row ? (JSON.parse(row.value) as ReceptionSwitch) : {}
    },
    setReception: async (value) => {
      const row = { value: JSON.stringify(value) }
      await db
        .insertInto('settings')
        .values({ name: RECEPTION, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
  }
}
