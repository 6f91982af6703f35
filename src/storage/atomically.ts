import type { Db } from './schema.ts'

/** All of `work` or nothing; within somebody's transaction it is part of that. */
export function atomically<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute((trx) => work(trx))
}
