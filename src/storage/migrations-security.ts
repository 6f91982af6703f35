import { type Kysely, sql } from 'kysely'

const FOURTEEN_DAYS = 14 * 86_400_000

/** When a session was last used, the second step of signing in, and how often a sign-in has failed. */
export async function addSecurity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('used_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  // Nobody knows when it was used last; when it began is known.
  await sql`update sessions set used_at = expires_at - ${sql.lit(FOURTEEN_DAYS)}`.execute(db)
  await sql`create index sessions_agent on sessions (agent_id)`.execute(db)
  await db.schema
    .createTable('second_factors')
    .addColumn('agent_id', 'text', (c) => c.primaryKey())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint')
    .addColumn('last_step', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('recovery_codes')
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('recovery_codes_key', ['agent_id', 'hash'])
    .execute()
  await db.schema
    .createTable('sign_in_attempts')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('blocked_until', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index sign_in_attempts_old on sign_in_attempts (last_at)`.execute(db)
}
