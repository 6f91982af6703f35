import { sql } from 'kysely'

/**
 * SQLite uses an index with a condition only where the query spells that condition out: a bound value might be another. These stand
 * in the queries as they stand in the indexes.
 */
export const WAITING = sql.lit<'waiting'>('waiting')
export const ASSIGNED = sql.lit<'assigned'>('assigned')
export const OPEN = sql.lit<'open'>('open')
export const NONE_SAID = sql.lit(0)
