import { Migrator } from 'kysely'
import type { Storage } from '../ports/storage.ts'
import { type Engine, migrationsFor } from './migrations.ts'
import type { Db } from './schema.ts'

/** A row of its own: what is written here tells nobody anything but that it could be written. */
const PROOF = 'health'

/** What is asked of the database itself. */
export function upkeep(db: Db, engine: Engine): Pick<Storage, 'proveWritable' | 'listPendingMigrations'> {
  return {
    proveWritable: async (at) => {
      const row = { value: JSON.stringify({ at }) }
      await db
        .insertInto('settings')
        .values({ name: PROOF, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    listPendingMigrations: async () => {
      const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
      return (await migrator.getMigrations()).filter((one) => !one.executedAt).map(({ name }) => name)
    },
  }
}
