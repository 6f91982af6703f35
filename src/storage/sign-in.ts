import { sql } from 'kysely'
import { waitsOf } from '../domain/sign-in.ts'
import type { AttemptStore, SecondFactorStore } from '../ports/sign-in.ts'
import { atomically } from './atomically.ts'
import type { SignInAttemptRow } from './schema/rows-access.ts'
import type { Db } from './schema.ts'

export function secondFactorStore(db: Db): SecondFactorStore {
  return {
    propose: async (agentId, sealed) => {
      const row = await db
        .insertInto('second_factors')
        .values({ agent_id: agentId, sealed, since: null, last_step: 0 })
        .onConflict((conflict) =>
          conflict.column('agent_id').doUpdateSet({ sealed }).where('second_factors.since', 'is', null),
        )
        .returning('agent_id')
        .executeTakeFirst()
      return row !== undefined
    },
    find: async (agentId) => {
      const row = await db.selectFrom('second_factors').selectAll().where('agent_id', '=', agentId).executeTakeFirst()
      return row && { sealed: row.sealed, ...(row.since !== null && { since: row.since }) }
    },
    listConfirmed: async () => {
      const rows = await db.selectFrom('second_factors').select(['agent_id', 'since']).execute()
      return new Map(rows.flatMap(({ agent_id, since }) => (since === null ? [] : [[agent_id, since] as const])))
    },
    confirm: (agentId, { step, at, recoveryHashes }) =>
      atomically(db, async (trx) => {
        const first = await trx
          .updateTable('second_factors')
          .set({ since: at, last_step: step })
          .where('agent_id', '=', agentId)
          .where('since', 'is', null)
          .returning('agent_id')
          .executeTakeFirst()
        if (!first) return false

        await trx.deleteFrom('recovery_codes').where('agent_id', '=', agentId).execute()
        await trx
          .insertInto('recovery_codes')
          .values(recoveryHashes.map((hash) => ({ agent_id: agentId, hash })))
          .execute()
        return true
      }),
    takeStep: async (agentId, step) => {
      const row = await db
        .updateTable('second_factors')
        .set({ last_step: step })
        .where('agent_id', '=', agentId)
        .where('last_step', '<', step)
        .returning('agent_id')
        .executeTakeFirst()
      return row !== undefined
    },
    takeRecoveryCode: async (agentId, hash) => {
      const row = await db
        .deleteFrom('recovery_codes')
        .where('agent_id', '=', agentId)
        .where('hash', '=', hash)
        .returning('hash')
        .executeTakeFirst()
      return row !== undefined
    },
    countRecoveryCodes: async (agentId) => {
      const { count } = await db
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    remove: (agentId) =>
      atomically(db, async (trx) => {
        await trx.deleteFrom('recovery_codes').where('agent_id', '=', agentId).execute()
        await trx.deleteFrom('second_factors').where('agent_id', '=', agentId).execute()
      }),
  }
}

export function attemptStore(db: Db): AttemptStore {
  return {
    take: async (key, now, rule) => {
      const steps = waitsOf(rule).map(
        ({ tries, wait }) => sql`when a.failures + 1 >= ${sql.lit(tries)} then ${sql.lit(wait)}`,
      )
      const old = sql`last_at < ${sql.lit(now - rule.forgetAfter)}`
      // One statement, so that of many tries at once none is let through on the count of another.
      const { rows } = await sql<SignInAttemptRow>`
        insert into sign_in_attempts as a (key, failures, last_at, blocked_until)
        values (${key}, 1, ${sql.lit(now)}, 0)
        on conflict (key) do update set
          failures = case when a.${old} then 1 else a.failures + 1 end,
          last_at = ${sql.lit(now)},
          blocked_until = ${sql.lit(now)} + case when a.${old} then 0 ${sql.join(steps, sql` `)} else 0 end
        where a.blocked_until <= ${sql.lit(now)}
        returning *`.execute(db)
      if (rows.length > 0) return undefined

      const row = await db
        .selectFrom('sign_in_attempts')
        .select('blocked_until')
        .where('key', '=', key)
        .executeTakeFirst()
      return row?.blocked_until
    },
    giveBack: async (key) => {
      await db
        .updateTable('sign_in_attempts')
        .set(({ eb }) => ({ failures: eb('failures', '-', 1), blocked_until: 0 }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute()
    },
    forget: async (key) => {
      await db.deleteFrom('sign_in_attempts').where('key', '=', key).execute()
    },
    forgetBefore: async (at) => {
      await db.deleteFrom('sign_in_attempts').where('last_at', '<', at).execute()
    },
  }
}
